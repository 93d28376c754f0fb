package org.centralino.simulator.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.centralino.simulator.SimulatorConfig;
import org.centralino.simulator.journal.Ledger;
import org.jspecify.annotations.Nullable;

/// What goes over the wire: ledgers of all of it on disk, and the last lines for the page.
@Singleton
public class Traffic {
    private static final int LINES_KEPT = 200;

    private final Ledger calls;
    private final Ledger deliveries;
    private final MeterRegistry meters;
    private final ArrayDeque<TrafficEntry> lines = new ArrayDeque<>();
    private final Map<Long, Detail> details = new HashMap<>();
    private final AtomicLong lineIds = new AtomicLong();
    private final List<Consumer<TrafficEntry>> listeners = new CopyOnWriteArrayList<>();

    Traffic(SimulatorConfig config, MeterRegistry meters) {
        this.calls = new Ledger(config.state(), "calls");
        this.deliveries = new Ledger(config.state(), "webhooks");
        this.meters = meters;
    }

    /// Records a Graph call.
    ///
    /// @return its number
    public long recordCall(ObjectNode call) {
        return calls.add(call);
    }

    /// Records a webhook that was answered 200, or given up.
    public void recordDelivery(ObjectNode delivery) {
        deliveries.add(delivery);
    }

    /// What stands behind a line of the live log.
    ///
    /// @param request the first line, as in HTTP
    /// @param signature of a webhook; null for calls
    /// @param body as it went over the wire, cut when it is very long; null when there was none
    /// @param answer the body of the answer to a call; null for webhooks, and when the call was left without one
    public record Detail(
            String request,
            @Nullable String signature,
            @Nullable String body,
            @Nullable String answer) {
        private static final int LONGEST = 20_000;

        public Detail {
            body = body == null || body.length() <= LONGEST ? body : body.substring(0, LONGEST) + "…";
        }
    }

    /// Adds a line to the live log.
    ///
    /// @param line takes the line's id
    public void show(LongFunction<TrafficEntry> line, Detail detail) {
        var entry = line.apply(lineIds.incrementAndGet());
        meters.timer("simulator." + entry.direction(), "kind", entry.kind(), "status", "" + entry.status())
                .record(Duration.ofNanos((long) (entry.ms() * 1_000_000)));
        synchronized (lines) {
            lines.add(entry);
            details.put(entry.id(), detail);
            if (lines.size() > LINES_KEPT) {
                details.remove(lines.removeFirst().id());
            }
        }
        listeners.forEach(listener -> listener.accept(entry));
    }

    /// @return the last lines, oldest first
    public List<TrafficEntry> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /// @return what stands behind one of the last lines
    public Optional<Detail> detail(long line) {
        synchronized (lines) {
            return Optional.ofNullable(details.get(line));
        }
    }

    /// @return the Graph calls after this number
    public Ledger.Page calls(long since, int limit) {
        return calls.after(since, limit);
    }

    /// @return the ended webhooks after this number
    public Ledger.Page deliveries(long since, int limit) {
        return deliveries.after(since, limit);
    }

    /// Tells the listener of each new line.
    public void listen(Consumer<TrafficEntry> listener) {
        listeners.add(listener);
    }

    /// Forgets everything.
    public void clear() {
        calls.clear();
        deliveries.clear();
        synchronized (lines) {
            lines.clear();
            details.clear();
        }
    }

    /// @return the machine's time as microseconds since 1970: stamps that other programs on it can compare
    public static long epochMicros() {
        var now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
