package org.centralino.system.load;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.centralino.system.load.Load.Worker;
import org.centralino.system.stack.Interrupted;

/// The broker alone: what it acknowledges, and how fast a record comes back from it.
final class BareKafka {
    static final String TOPIC = "ceiling";
    private static final int PARTITIONS = 6;
    private static final int BYTES = 700;

    private final String kafka;

    BareKafka(String kafka) {
        this.kafka = kafka;
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
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

    /// One producer, many records under way, `acks=all`.
    ///
    /// @return records a second
    double producedPerSecond(int count) {
        try (var producer = BareEndpoint.producer(kafka)) {
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
        try (var producer = BareEndpoint.producer(kafka)) {
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

    /// From the producer to a consumer, with nothing in between.
    Measured roundTrip(double perSecond, Duration duration, int threads) {
        var measured = new Measured();
        var partition = new TopicPartition(TOPIC, 0);
        var wanted = (long) (perSecond * duration.toMillis() / 1_000);
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        try (var producer = BareEndpoint.producer(kafka);
                var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            var sender = Thread.ofPlatform()
                    .start(() -> Load.atRate(perSecond, duration, threads, _ -> (Worker) (_, intended) -> {
                        var value = ByteBuffer.allocate(BYTES).putLong(intended).array();
                        producer.send(new ProducerRecord<>(TOPIC, 0, "key", value));
                        return true;
                    }));
            while (measured.count() < wanted) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(it -> measured.took(
                                System.nanoTime() - ByteBuffer.wrap(it.value()).getLong()));
            }
            sender.join();
            return measured;
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }
}
