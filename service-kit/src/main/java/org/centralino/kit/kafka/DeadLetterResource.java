package org.centralino.kit.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/// Puts dead letters back to where they came from, when what was wrong with them or with us is mended.
///
/// The records come back with their ids, and hearing an event twice
/// changes nothing. A service puts back what it tells itself: it has the right to, and of several replicas any may be
/// asked. What the gateway tells is put back by the conversation service: the gateway, which the internet reaches,
/// neither has this nor routes it.
@Path("/dead-letters/{topic}/replay")
@Singleton
@IfBuildProperty(name = "centralino.dead-letters.replay", stringValue = "true", enableIfMissing = true)
public class DeadLetterResource {
    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);
    private static final String GROUP = "dead-letter-replay";

    private final EventPublisher publisher;
    private final Map<String, Object> broker;
    private final CurrentOperator operator;
    private final MeterRegistry metrics;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    DeadLetterResource(
            EventPublisher publisher,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            CurrentOperator operator,
            MeterRegistry metrics) {
        this.publisher = publisher;
        this.broker = broker;
        this.operator = operator;
        this.metrics = metrics;
    }

    /// There from the start: who watches a counter misses the event that makes it.
    void count(@Observes StartupEvent started) {
        DeadLetters.sources().forEach(this::replayedOf);
    }

    private Counter replayedOf(String topic) {
        return metrics.counter("centralino.dead.letters.replayed", "topic", topic);
    }

    /// What was done.
    public record Replayed(String topic, int replayed) {}

    @POST
    @RolesAllowed(Permission.REPLAY)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Replayed replay(@RestPath String topic) {
        if (!DeadLetters.sources().contains(topic)) {
            throw unknown(topic).asException();
        }
        LOG.infof("Operator %s has the dead letters of %s replayed", operator.id(), topic);
        oneAtATime.lock();
        try (var consumer = consumer()) {
            return replay(topic, new DeadLetters(consumer, publisher::forward));
        } finally {
            oneAtATime.unlock();
        }
    }

    private Replayed replay(String topic, DeadLetters letters) {
        try {
            letters.replay(topic);
            return new Replayed(topic, letters.replayed());
        } catch (AuthorizationException refused) {
            throw ofAnother(topic).asException();
        } catch (KafkaException | EventPublisher.NotAcknowledgedException failure) {
            LOG.errorf(failure, "The replay of the dead letters of %s stopped", topic);
            throw stopped(topic, letters.replayed()).asException();
        } finally {
            LOG.infof("Replayed %d dead letters of %s", letters.replayed(), topic);
            replayedOf(topic).increment(letters.replayed());
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Problem ofAnother(String topic) {
        return Problem.of(
                404,
                "not-found",
                "Not found",
                "The dead letters of %s are not put back here. Ask the service that tells it.".formatted(topic));
    }

    private static Problem unknown(String topic) {
        return Problem.of(
                        404,
                        "not-found",
                        "Not found",
                        "There is no topic %s with dead letters. Name the source topic, such as %s."
                                .formatted(topic, DeadLetters.sources().getFirst()))
                .with("topics", DeadLetters.sources());
    }

    private static Problem stopped(String topic, int replayed) {
        return Problem.of(
                        503,
                        "service-unavailable",
                        "The replay stopped",
                        "Kafka did not go on with it. What was replayed is remembered; repeat the call for the rest.")
                .with("topic", topic)
                .with("replayed", replayed);
    }
}
