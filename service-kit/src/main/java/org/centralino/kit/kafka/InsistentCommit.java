package org.centralino.kit.kafka;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.ContextHolder;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/// Tells Kafka how far a partition is handled, and tells it again when Kafka was away: the commit strategy
/// [#STRATEGY].
///
/// The connector's own strategies forget an offset whose commit failed. The next record of the partition
/// makes up for it; until then the group seems to be behind, and whoever watches its lag is alarmed for
/// nothing.
public final class InsistentCommit extends ContextHolder implements KafkaCommitHandler {
    /// What `commit-strategy` of a channel must say.
    public static final String STRATEGY = "insistent";

    private static final Logger LOG = Logger.getLogger(InsistentCommit.class);
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    private final KafkaConsumer<?, ?> consumer;
    /// By partition that this replica has, the offset of the next record to handle.
    private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();

    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();
    private final AtomicBoolean due = new AtomicBoolean();

    @ApplicationScoped
    @Identifier(STRATEGY)
    static class Factory implements KafkaCommitHandler.Factory {
        @Override
        public KafkaCommitHandler create(
                KafkaConnectorIncomingConfiguration configuration,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            return new InsistentCommit(vertx, consumer);
        }
    }

    InsistentCommit(Vertx vertx, KafkaConsumer<?, ?> consumer) {
        super(vertx, TIMEOUT_MILLIS);
        this.consumer = consumer;
    }

    /// Completes at once. What is handled within [#PAUSE] is committed together: one by one, the broker would
    /// do more for commits than for the messages. What was not committed when this replica dies comes again,
    /// and is left out as handled.
    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        handled.merge(new TopicPartition(record.getTopic(), record.getPartition()), record.getOffset() + 1, Math::max);
        commitSoon();
        return Uni.createFrom().voidItem();
    }

    /// Another replica goes on from what was committed last, and says itself how far it is.
    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(handled::remove);
        partitions.forEach(committed::remove);
    }

    /// The last word before the consumer is closed.
    @Override
    public void terminate(boolean graceful) {
        var offsets = uncommitted();
        if (!graceful || offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commit(offsets).await().atMost(LAST_WORD);
        } catch (RuntimeException away) {
            LOG.debugf("Not committed at the end: %s, because of %s", offsets, away);
        }
    }

    private void commitSoon() {
        if (due.compareAndSet(false, true)) {
            vertx.setTimer(PAUSE.toMillis(), _ -> {
                due.set(false);
                runOnContext(this::commit);
            });
        }
    }

    /// Runs on the channel's context only, so that an older offset never follows a newer one.
    private void commit() {
        var offsets = uncommitted();
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets)
                    .subscribe()
                    .with(
                            _ -> offsets.forEach((partition, offset) -> committed.put(partition, offset.offset())),
                            failure -> again(offsets, failure));
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        handled.forEach((partition, offset) -> {
            if (!offset.equals(committed.get(partition))) {
                offsets.put(partition, new OffsetAndMetadata(offset));
            }
        });
        return offsets;
    }

    private void again(Map<TopicPartition, OffsetAndMetadata> offsets, Throwable failure) {
        if (failure instanceof RetriableException || failure instanceof RebalanceInProgressException) {
            LOG.debugf("Committing %s again: %s", offsets, failure);
            commitSoon();
        } else {
            LOG.warnf("Not committed: %s. Their records come again and are left out: %s", offsets, failure);
            offsets.keySet().forEach(handled::remove);
        }
    }
}
