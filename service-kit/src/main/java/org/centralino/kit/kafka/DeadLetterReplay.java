package org.centralino.kit.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.common.annotation.Identifier;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.centralino.kit.problem.Problem;
import org.jboss.logging.Logger;

/// Puts dead letters back to where they came from, when what was wrong with them or with us is mended:
/// `POST /dead-letters/{topic}/replay` on the management port.
///
/// The records come back with their ids, so services that handled them do nothing. Which of several
/// services is asked makes no difference; it must be allowed to write the topic.
@Singleton
public class DeadLetterReplay {
    private static final Logger LOG = Logger.getLogger(DeadLetterReplay.class);
    private static final String GROUP = "dead-letter-replay";

    private final EventPublisher publisher;
    private final Map<String, Object> broker;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    DeadLetterReplay(
            EventPublisher publisher,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.publisher = publisher;
        this.broker = broker;
        this.json = json;
        this.metrics = metrics;
    }

    /// What was done.
    private record Replayed(String topic, int replayed) {}

    void offer(@Observes ManagementInterface management) {
        management.router().post("/dead-letters/:topic/replay").handler(this::replay);
    }

    private void replay(RoutingContext request) {
        var topic = request.pathParam("topic");
        if (!DeadLetters.sources().contains(topic)) {
            answer(request, unknown(topic));
            return;
        }
        var eventLoop = request.vertx().getOrCreateContext();
        Thread.ofVirtual().name("dead-letter-replay").start(() -> {
            var answer = replayed(topic);
            eventLoop.runOnContext(_ -> answer(request, answer));
        });
    }

    private Object replayed(String topic) {
        var settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        oneAtATime.lock();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return replayed(topic, new DeadLetters(consumer, publisher::forward));
        } catch (RuntimeException failure) {
            return failed(topic, 0, failure);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Object replayed(String topic, DeadLetters letters) {
        try {
            letters.replay(topic);
            return new Replayed(topic, letters.replayed());
        } catch (KafkaException | EventPublisher.NotAcknowledgedException failure) {
            return failed(topic, letters.replayed(), failure);
        } finally {
            LOG.infof("Replayed %d dead letters of %s", letters.replayed(), topic);
            metrics.counter("centralino.dead.letters.replayed", "topic", topic).increment(letters.replayed());
        }
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

    private static Problem failed(String topic, int replayed, RuntimeException failure) {
        LOG.errorf(failure, "The replay of the dead letters of %s stopped", topic);
        return Problem.of(
                        503,
                        "service-unavailable",
                        "The replay stopped",
                        "Kafka did not go on with it. What was replayed is remembered; repeat the call for the rest.")
                .with("topic", topic)
                .with("replayed", replayed);
    }

    private void answer(RoutingContext request, Object answer) {
        var problem = answer instanceof Problem refused ? refused : null;
        try {
            request.response()
                    .setStatusCode(problem == null ? 200 : problem.status())
                    .putHeader("content-type", problem == null ? "application/json" : Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(answer));
        } catch (JsonProcessingException impossible) {
            request.fail(impossible);
        }
    }
}
