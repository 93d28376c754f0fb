package org.centralino.system.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.centralino.events.Topics;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.KafkaAdmin;

/// How far the conversation service is behind the webhooks, looked at every second while something else
/// goes on.
final class Lag implements AutoCloseable {
    private static final String GROUP = "conversation.whatsapp";
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Admin admin;
    private final List<Long> samples = new ArrayList<>();
    private final Thread sampler;
    private volatile boolean closed;
    private volatile long latest;

    Lag(String kafka) {
        this.admin = Admin.create(KafkaAdmin.at(kafka));
        this.sampler = Thread.ofPlatform().name("lag").start(this::sample);
    }

    /// @return records that were written and not yet handled
    long now() {
        try {
            var handled = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ours = handled.keySet().stream()
                    .filter(partition -> partition.topic().equals(Topics.WHATSAPP))
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            var lag = 0L;
            for (var end : admin.listOffsets(ours).all().get().entrySet()) {
                var next = handled.get(end.getKey());
                if (next != null) {
                    lag += end.getValue().offset() - next.offset();
                }
            }
            return lag;
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka does not tell the lag", refused);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    /// @return records a second by which it grew, over the last two thirds of what was seen
    double growth() {
        List<Long> seen;
        synchronized (samples) {
            seen = List.copyOf(samples.subList(samples.size() / 3, samples.size()));
        }
        var n = seen.size();
        if (n < 2) {
            return 0;
        }
        var meanTime = (n - 1) / 2.0;
        var meanLag = seen.stream().mapToLong(Long::longValue).average().orElse(0);
        var above = 0.0;
        var below = 0.0;
        for (var i = 0; i < n; i++) {
            above += (i - meanTime) * (seen.get(i) - meanLag);
            below += (i - meanTime) * (i - meanTime);
        }
        return above / below;
    }

    /// @return what was seen last
    long latest() {
        return latest;
    }

    long highest() {
        synchronized (samples) {
            return samples.stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }

    private void sample() {
        while (!closed) {
            var lag = now();
            latest = lag;
            synchronized (samples) {
                samples.add(lag);
            }
            LockSupport.parkNanos(EVERY.toNanos());
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(sampler);
        try {
            sampler.join();
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
        admin.close();
    }
}
