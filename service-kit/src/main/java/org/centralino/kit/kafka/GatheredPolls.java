package org.centralino.kit.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.centralino.kit.context.OwnContext;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Gathers what arrives while earlier records are being handled: the next piece of work takes all of it.
///
/// A poll often brings a single record. Were each poll handled by itself, each record would pay for a
/// transaction of its own, and a queue would grow at a rate that one transaction for all of them carries with
/// ease.
final class GatheredPolls implements Flow.Subscriber<Message<ConsumerRecords<String, byte[]>>> {
    private static final Logger LOG = Logger.getLogger(GatheredPolls.class);
    /// How many polls may wait here. When so many do, the connector pauses, and what comes waits at the broker.
    private static final int POLLS_AHEAD = 32;
    /// One piece of work takes no further poll when it has so many records.
    private static final int RECORDS_AT_ONCE = 500;

    private final Context loop;
    private final Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> work;

    /// These are touched on the loop only.
    private final Queue<Message<ConsumerRecords<String, byte[]>>> waiting = new ArrayDeque<>();

    private boolean working;
    private Flow.Subscription subscription;

    /// @param loop an event loop's context
    /// @param work handles the records, in partition order; the polls are acknowledged when it completes
    GatheredPolls(Context loop, Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> work) {
        this.loop = loop;
        this.work = work;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        loop.runOnContext(_ -> {
            subscription = begun;
            subscription.request(POLLS_AHEAD);
        });
    }

    @Override
    public void onNext(Message<ConsumerRecords<String, byte[]>> poll) {
        loop.runOnContext(_ -> {
            waiting.add(poll);
            goOn();
        });
    }

    @Override
    public void onError(Throwable failure) {
        LOG.errorf(failure, "Nothing more is heard of this topic");
    }

    @Override
    public void onComplete() {
        // The service stops. What is not acknowledged comes again.
    }

    private void goOn() {
        if (working || waiting.isEmpty()) {
            return;
        }
        working = true;
        var polls = take();
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        polls.forEach(poll -> poll.getPayload().forEach(records::add));
        OwnContext.on(loop, () -> work.apply(records))
                .onItemOrFailure()
                .transformToUni((_, failure) -> answer(polls, failure))
                .subscribe()
                .with(_ -> done(polls), failure -> {
                    LOG.errorf(failure, "%d polls could not be acknowledged; they come again", polls.size());
                    done(polls);
                });
    }

    private List<Message<ConsumerRecords<String, byte[]>>> take() {
        var taken = new ArrayList<Message<ConsumerRecords<String, byte[]>>>();
        var records = 0;
        while (!waiting.isEmpty()
                && (taken.isEmpty() || records + waiting.peek().getPayload().count() <= RECORDS_AT_ONCE)) {
            records += waiting.peek().getPayload().count();
            taken.add(waiting.remove());
        }
        return taken;
    }

    private static Uni<Void> answer(List<Message<ConsumerRecords<String, byte[]>>> polls, Throwable failure) {
        var answers = polls.stream()
                .map(poll -> Uni.createFrom().completionStage(() -> failure == null ? poll.ack() : poll.nack(failure)))
                .toList();
        return Uni.join().all(answers).andFailFast().replaceWithVoid();
    }

    private void done(List<Message<ConsumerRecords<String, byte[]>>> polls) {
        loop.runOnContext(_ -> {
            working = false;
            subscription.request(polls.size());
            goOn();
        });
    }
}
