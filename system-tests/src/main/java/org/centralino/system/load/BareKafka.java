package org.centralino.system.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centralino.system.load.Load.Worker;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.KafkaAdmin;

/// The broker alone: what it acknowledges.
final class BareKafka {
    static final String TOPIC = "ceiling";
    private static final int PARTITIONS = 6;
    private static final int BYTES = 700;

    private final String kafka;

    BareKafka(String kafka) {
        this.kafka = kafka;
        try (var admin = Admin.create(KafkaAdmin.at(kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("No topic for the ceilings", refused);
            }
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    static KafkaProducer<String, byte[]> producer(String kafka) {
        var settings = KafkaAdmin.at(kafka);
        settings.putAll(Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.LINGER_MS_CONFIG, 0));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /// One producer, many records under way, `acks=all`.
    ///
    /// @return records a second
    double producedPerSecond(int count) {
        try (var producer = producer(kafka)) {
            var acknowledged = new CountDownLatch(count);
            var start = System.nanoTime();
            for (var n = 0; n < count; n++) {
                producer.send(
                        new ProducerRecord<>(TOPIC, Integer.toString(n), new byte[BYTES]),
                        (_, _) -> acknowledged.countDown());
            }
            acknowledged.await();
            return count / ((System.nanoTime() - start) / 1e9);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    /// Each record is waited for, `acks=all`.
    Measured acknowledgement(double perSecond, Duration duration, int threads) {
        try (var producer = producer(kafka)) {
            return Load.atRate(perSecond, duration, threads, _ -> (Worker) (number, _) -> {
                try {
                    producer.send(new ProducerRecord<>(TOPIC, Integer.toString(number), new byte[BYTES]))
                            .get();
                    return true;
                } catch (ExecutionException refused) {
                    return false;
                } catch (InterruptedException stopped) {
                    throw Interrupted.on(stopped);
                }
            });
        }
    }
}
