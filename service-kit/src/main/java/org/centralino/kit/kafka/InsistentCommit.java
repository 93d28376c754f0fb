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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaConsumer<?, ?> consumer;
    /// By partition that this replica has, the offset of the next record to handle.
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

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

    /// @return completes at once: the next batch need not wait for the commit
    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> handled) {
        runOnContext(() -> {
            var partition = new TopicPartition(handled.getTopic(), handled.getPartition());
            next.merge(partition, handled.getOffset() + 1, Math::max);
            commit(partition);
        });
        return Uni.createFrom().voidItem();
    }

    /// Another replica goes on from what was committed last, and says itself how far it is.
    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(next::remove);
    }

    /// Runs on the channel's context only, so that an older offset never follows a newer one.
    private void commit(TopicPartition partition) {
        var offset = next.get(partition);
        if (offset == null) {
            return;
        }
        consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(offset)))
                .subscribe()
                .with(_ -> {}, failure -> again(partition, offset, failure));
    }

    private void again(TopicPartition partition, long offset, Throwable failure) {
        if (failure instanceof RetriableException || failure instanceof RebalanceInProgressException) {
            LOG.debugf("Committing %s at %d again: %s", partition, offset, failure);
            vertx.setTimer(PAUSE.toMillis(), _ -> runOnContext(() -> commit(partition)));
        } else {
            LOG.warnf(
                    "%s at %d is not committed; its records come again and are left out: %s",
                    partition, offset, failure);
        }
    }
}
