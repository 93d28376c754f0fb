package org.centralino.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A thread that reads topics without a group: each replica reads all of it and commits nothing. When the reading ends
/// or
/// fails, it begins anew with another consumer.
public final class FeedThread {
    private static final Logger LOG = Logger.getLogger(FeedThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

    private final String name;
    private final Map<String, Object> settings;
    private final Reading work;
    private @Nullable Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;

    /// What is read, and from where on.
    @FunctionalInterface
    public interface Reading {
        /// Reads until the thread stops, or something is other than it was at the beginning.
        void follow(KafkaConsumer<String, byte[]> consumer)
                throws InterruptedException, ExecutionException, TimeoutException;
    }

    /// @param name in words, for logs
    /// @param broker how Kafka is reached
    /// @param more settings of the consumer, its id among them
    public FeedThread(String name, Map<String, Object> broker, Map<String, Object> more, Reading work) {
        this.name = name;
        this.work = work;
        this.settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.putAll(more);
    }

    public void start() {
        thread = Thread.ofPlatform().name(name.replace(' ', '-')).daemon().start(this::run);
    }

    public void stop() throws InterruptedException {
        stopping = true;
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (thread != null) {
            thread.join(STOPS_WITHIN);
            thread.interrupt();
        }
    }

    public boolean isStopping() {
        return stopping;
    }

    private void run() {
        while (!stopping) {
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                work.follow(consumer);
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException stopped) {
                LOG.debugf("The %s stops", name);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (Exception failure) {
                LOG.warnf("The %s starts again after: %s", name, failure);
                pause();
            } finally {
                reading = null;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
