package org.centralino.outbound.dispatch;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.GraphPlatform.acceptsAfter;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.centralino.kit.database.Database;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.Replica;
import org.centralino.outbound.TemplateRefused;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.dispatch.OutcomeStore.Step;
import org.centralino.outbound.dispatch.QueueStore.Recorded;
import org.centralino.outbound.dispatch.domain.Answer;
import org.centralino.outbound.dispatch.domain.Claim;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.centralino.outbound.lane.HeldLane;
import org.centralino.outbound.lane.LaneConfig;
import org.centralino.outbound.lane.LaneLoop;
import org.centralino.outbound.lane.LaneNotices;
import org.centralino.outbound.lane.LaneStore;
import org.centralino.outbound.lane.NumberGoesOn;
import org.centralino.outbound.lane.NumberStops;
import org.centralino.outbound.lane.SendingLanes;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.upload.SentFiles;
import org.centralino.outbound.whatsapp.CloudApi;
import org.centralino.outbound.whatsapp.CloudNumbers;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;

/// Replicas that share the work, die at the worst moment, or lose their database.
@QuarkusTest
class ReplicasTest extends Outbound {
    private static final String NUMBER = "510000000000023";

    @Inject
    Database sharedDatabase;

    @Inject
    QueueStore queue;

    @Inject
    OutcomeStore outcomes;

    @Inject
    Calls calls;

    @Inject
    Replica replica;

    @Inject
    SentFiles sentFiles;

    @Inject
    CloudApi cloudApi;

    @Inject
    SendingLanes lanes;

    @Inject
    LaneNotices notices;

    @Inject
    LaneConfig laneConfig;

    @Inject
    AccessTokens tokens;

    @Inject
    CloudNumbers platformOfNumbers;

    @Inject
    OwnNumbers numbers;

    @Inject
    Event<NumberGoesOn> goesOn;

    @Inject
    Event<NumberStops> stops;

    @Inject
    OutboundConfig config;

    @Inject
    WhatsAppConfig whatsapp;

    @Inject
    DispatchMetrics metrics;

    @Inject
    Event<TemplateRefused> templatesRefused;

    @Inject
    Vertx vertx;

    @Test
    void what_a_dead_replica_was_calling_is_in_doubt_and_not_called_again() {
        var reply = reply();
        leave(reply, "CALLING");

        assertInDoubt(reply);
        assertThat(platform.callsOf(reply.messageId())).isEmpty();
    }

    @Test
    void what_a_dead_replica_had_taken_but_not_called_is_sent() {
        var reply = reply();
        leave(reply, "CLAIMED");

        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void an_owner_that_slept_through_the_end_of_its_lane_begins_nothing() {
        var reply = reply();
        var before = fence() - 1;

        var recorded =
                await(() -> queue.record(List.of(intent(reply)), Map.of(reply.messageId(), before), 1_000, Set.of()));

        assertThat(recorded.begun()).isEmpty();
        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void what_waits_is_not_taken_by_an_earlier_fence() {
        var reply = reply();
        var before = fence() - 1;
        await(() -> anotherQueue().record(List.of(intent(reply)), Map.of(), 1_000, Set.of()));

        var taken = await(() -> queue.begin(NUMBER, before, 10, 10, new UUID[0], clock.instant()));

        assertThat(taken.size()).isZero();
        assertAccepted(reply);
    }

    @Test
    void replicas_share_the_work_and_no_message_is_called_twice() throws InterruptedException {
        var other = another();
        other.start(null);
        try {
            var conversations =
                    Stream.generate(() -> conversationOf(3)).limit(15).toList();
            conversations.stream().flatMap(List::stream).forEach(reply -> {
                queue(reply);
                other.wake();
            });

            conversations.forEach(conversation -> assertAccepted(conversation.getLast()));
            for (var conversation : conversations) {
                assertThat(conversation)
                        .allSatisfy(reply ->
                                assertThat(platform.callsOf(reply.messageId())).hasSize(1));
                assertThat(conversation)
                        .isSortedAccordingTo(comparing(reply ->
                                platform.callsOf(reply.messageId()).getFirst().begun()));
            }
        } finally {
            other.stop(null);
        }
    }

    @Test
    void an_answer_that_comes_after_the_claim_ran_out_still_ends_the_doubt() {
        var reply = reply();
        var answer = new CompletableFuture<Void>();
        platform.on(reply.messageId(), acceptsAfter(answer));
        queue(reply);
        Patience.await("the platform is called")
                .untilAsserted(
                        () -> assertThat(platform.callsOf(reply.messageId())).hasSize(1));

        execute("""
                update dispatch set owner = gen_random_uuid(), claimed_until = now() - interval '1 second'
                where message_id = ?""", reply);
        assertInDoubt(reply);
        answer.complete(null);

        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void a_reply_that_nothing_stands_before_is_recorded_as_being_called_and_the_next_one_waits() {
        var replies = conversationOf(2);
        var first = intent(replies.getFirst()).callingAtOnce(1_000);
        var second = intent(replies.getLast()).callingAtOnce(2_000);
        var dead = anotherQueue();

        var begun = await(() -> dead.record(List.of(intent(replies.getFirst())), mayBegin(first), 1_000, Set.of()));
        var waiting = await(() -> dead.record(List.of(intent(replies.getLast())), mayBegin(second), 2_000, Set.of()));

        assertThat(begun).isEqualTo(new Recorded(Set.of(first.messageId()), Map.of()));
        assertThat(waiting).isEqualTo(new Recorded(Set.of(), Map.of(second.conversationId(), NUMBER)));
    }

    @Test
    void of_replicas_that_record_the_same_reply_one_calls() {
        var intents = Stream.generate(() -> intent(reply())).limit(20).toList();
        var replicas = Stream.generate(this::anotherQueue).limit(4).toList();

        var recorded = await(() -> Uni.join()
                .all(replicas.stream()
                        .map(replica -> replica.record(
                                intents,
                                mayBegin(intents.stream()
                                        .map(intent -> intent.callingAtOnce(1))
                                        .toArray(Calling[]::new)),
                                1,
                                Set.of()))
                        .toList())
                .andFailFast());

        assertThat(recorded.stream().flatMap(each -> each.begun().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        intents.stream().map(Intent::messageId).toList());
    }

    @Test
    void a_replica_that_dies_between_the_record_and_the_answer_leaves_the_message_in_doubt() {
        var reply = reply();
        var calling = intent(reply).callingAtOnce(1_000);
        await(() -> anotherQueue().record(List.of(intent(reply)), mayBegin(calling), 1_000, Set.of()));

        execute("update dispatch set claimed_until = now() where message_id = ?", reply);

        assertInDoubt(reply);
        assertThat(platform.callsOf(reply.messageId())).isEmpty();
    }

    @Test
    void a_message_whose_record_had_no_answer_is_sent() {
        var reply = reply();
        var calling = intent(reply).callingAtOnce(1_000);
        await(() -> queue.record(List.of(intent(reply)), mayBegin(calling), 1_000, Set.of()));

        await(() -> calls.notMade(calling, new IOException("the connection broke")));

        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void a_record_without_an_answer_takes_nothing_back_that_another_one_began() {
        var reply = reply();
        var answer = new CompletableFuture<Void>();
        platform.on(reply.messageId(), acceptsAfter(answer));
        queue(reply);
        Patience.await("the platform is called")
                .untilAsserted(
                        () -> assertThat(platform.callsOf(reply.messageId())).hasSize(1));

        await(() -> calls.notMade(intent(reply).callingAtOnce(1_000), new IOException("the connection broke")));
        answer.complete(null);

        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void a_claim_that_sent_nothing_does_not_end_the_doubt_that_a_later_one_left() {
        var reply = reply();
        leaveInDoubt(reply, "1 minute");
        var earlier = new Calling(intent(reply).message(), new Claim(6, 0, Duration.ZERO));

        var step = await(() -> outcomes.answered(earlier, new Answer.NotSent("The service lost its database.")));

        assertThat(step).map(Step::after).containsInstanceOf(Unknown.class);
    }

    @Test
    void what_this_replica_had_claimed_without_hearing_of_it_is_sent_when_the_claim_has_run_out() {
        var reply = reply();
        leave(reply, "CLAIMED", replica.id());

        assertAccepted(reply);
    }

    private Map<UUID, Long> mayBegin(Calling... calling) {
        return Stream.of(calling).collect(toMap(Calling::messageId, _ -> fence()));
    }

    private long fence() {
        return lane().fence();
    }

    private HeldLane lane() {
        Patience.await("the replica owns the lane").until(() -> lanes.of(NUMBER).isPresent());
        return lanes.of(NUMBER).orElseThrow();
    }

    private QueueStore anotherQueue() {
        return new QueueStore(sharedDatabase, config, new Replica());
    }

    private Dispatcher another() {
        var other = new Replica();
        var itsOutcomes = new OutcomeStore(sharedDatabase, config, clock, other);
        var itsLanes = new SendingLanes(
                new LaneStore(sharedDatabase, laneConfig, other),
                laneConfig,
                tokens,
                platformOfNumbers,
                numbers,
                stops,
                goesOn);
        return new Dispatcher(
                itsLanes,
                notices,
                laneConfig,
                new QueueStore(sharedDatabase, config, other),
                itsOutcomes,
                new HeldMessages(sharedDatabase, laneConfig, clock),
                new Calls(itsLanes, tokens, sentFiles, cloudApi, itsOutcomes, metrics, templatesRefused, clock),
                config,
                whatsapp,
                numbers,
                metrics,
                clock,
                new LaneLoop(vertx),
                vertx);
    }
}
