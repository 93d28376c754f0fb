package org.centralino.kit.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells events to Kafka and comes back when every in-sync replica has them. It blocks: call it from a
/// virtual thread or a thread of one's own, never from the event loop.
@Singleton
public class EventPublisher {
    private static final int LARGEST_RECORD_BYTES = 8 * 1024 * 1024;

    private final KafkaProducer<String, byte[]> producer;
    private final String source;

    EventPublisher(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        var settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 45_000);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service);
        settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.source = "/centralino/" + service;
    }

    /// Sends the events in their order and waits for the broker's acknowledgement of all of them.
    ///
    /// @param patience how long to wait for the last acknowledgement
    /// @throws NotAcknowledgedException when one was not acknowledged; others may have been, so tell
    ///     all of them again
    public void publish(List<OutgoingEvent> events, Duration patience) {
        try {
            awaitAcknowledgement(send(events), patience);
        } catch (ExecutionException | TimeoutException | RuntimeException refused) {
            throw new NotAcknowledgedException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledgedException(stopped);
        }
    }

    /// One that is refused at once ends it: those behind it must not overtake it, and each would wait as long.
    private List<Future<?>> send(List<OutgoingEvent> events) throws ExecutionException, InterruptedException {
        var sent = new ArrayList<Future<?>>();
        for (var event : events) {
            var acknowledgement = producer.send(CloudEventHeaders.record(event, source));
            if (acknowledgement.isDone()) {
                acknowledgement.get();
            }
            sent.add(acknowledgement);
        }
        return sent;
    }

    private static void awaitAcknowledgement(List<Future<?>> sent, Duration patience)
            throws ExecutionException, TimeoutException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        for (var acknowledgement : sent) {
            acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    /// Sends records that are ready made, for the dead-letter topics.
    Void forward(ProducerRecord<String, byte[]> letter) {
        try {
            producer.send(letter).get();
            return null;
        } catch (ExecutionException refused) {
            throw new NotAcknowledgedException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledgedException(stopped);
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }

    /// The broker did not acknowledge in time.
    public static final class NotAcknowledgedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAcknowledgedException(Throwable cause) {
            super("Kafka did not acknowledge: " + cause, cause);
        }
    }
}
