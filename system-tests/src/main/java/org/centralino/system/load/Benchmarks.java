package org.centralino.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.centralino.system.fault.Options;
import org.centralino.system.ledger.Driver;
import org.centralino.system.ledger.LiveRecorder;
import org.centralino.system.load.Load.Worker;
import org.centralino.system.stack.Json;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.WhatsAppPlatform;

/// Measures the running product and prints one table, also to `target/benchmarks.md`.
public final class Benchmarks {
    private static final Path TABLE = Path.of("target/benchmarks.md");
    private static final int THREADS = 96;
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(5);
    private static final int FLOOD_THREADS = 64;

    private final RunningStack stack;
    private final Duration duration;
    private final Duration warmUp;
    private final Report report = new Report();
    private final BareKafka kafka;
    private int runs;

    private Benchmarks(RunningStack stack, Duration duration, Duration warmUp) {
        this.stack = stack;
        this.duration = duration;
        this.warmUp = warmUp;
        this.kafka = new BareKafka(stack.ports().kafka());
    }

    /// With `-Dcentralino.stack=running` it measures the product that runs already.
    ///
    /// @param words `--seconds N`: how long each measurement lasts; `--warm-up N`: seconds of load before them;
    ///     `--only start,webhooks,flood,live,replies,ingest`: which of them
    public static void main(String[] words) {
        var options = new Options(words, "seconds", "warm-up", "only");
        var wanted = options.text("only").map(names -> Set.of(names.split(",")));
        try (var stack = RunningStack.asWanted()) {
            var benchmarks = new Benchmarks(
                    stack,
                    Duration.ofSeconds(options.number("seconds", 30)),
                    Duration.ofSeconds(options.number("warm-up", 60)));
            benchmarks.all().forEach((name, measurements) -> {
                if (name.equals("warm-up") || wanted.isEmpty() || wanted.get().contains(name)) {
                    measurements.run();
                }
            });
            benchmarks.report.write(TABLE);
            System.out.println();
            System.out.println(benchmarks.report.markdown());
        }
    }

    private Map<String, Runnable> all() {
        var all = new LinkedHashMap<String, Runnable>();
        all.put("start", this::startTimes);
        all.put("warm-up", this::warmUp);
        all.put("webhooks", () -> {
            acknowledgement(100);
            acknowledgement(500);
        });
        all.put("flood", this::highestRate);
        all.put("live", () -> {
            webhookToBrowser(20, "p50 ≤ 20, p99 ≤ 100 ms");
            webhookToBrowser(167, "p50 ≤ 50, p99 ≤ 250 ms");
        });
        all.put("replies", this::replyToCall);
        all.put("ingest", this::sustainedIngest);
        return all;
    }

    /// The second start of a stack: its data are there, and its ahead-of-time caches are written.
    private void startTimes() {
        var said = stack.restarted();
        var ready = said.lines()
                .filter(line -> line.contains("Ready in"))
                .map(String::strip)
                .findFirst()
                .orElse("not said");
        report.row("start, everything, second time", ready, "≤ 30 s, ≤ 3 GiB", "");
        said.lines()
                .filter(line -> line.contains("✓") && line.contains(" s "))
                .map(line -> line.replace("✓", "").strip().split("\\s{2,}"))
                .filter(parts -> parts.length > 1)
                .forEach(parts -> report.row("start, " + parts[0], parts[1], "", ""));
    }

    /// Until the JVMs have compiled what is hot: they do so for minutes, and on few cores that is in the way.
    private void warmUp() {
        var webhooks = webhooks(300, warmUp);
        Load.atRate(300, warmUp, THREADS, _ -> webhooks.worker());
        awaitDrained();
        replies(20, warmUp);
        awaitDrained();
    }

    private void acknowledgement(int perSecond) {
        var webhooks = webhooks(perSecond, duration);
        var measured = Load.atRate(perSecond, duration, THREADS, _ -> webhooks.worker());
        awaitDrained();
        var bare = bareAcknowledgement(perSecond);
        var producer = kafka.acknowledgement(perSecond, duration.dividedBy(3), THREADS);
        report.row(
                "webhook acknowledged, %d/s".formatted(perSecond),
                "%s, %d failed of %d".formatted(measured.summary(), measured.failures(), webhooks.count()),
                perSecond == 500 ? "p50 ≤ 5, p99 ≤ 50 ms" : "",
                "bare endpoint %s; bare producer %s".formatted(bare.summary(), producer.summary()));
    }

    private Measured bareAcknowledgement(int perSecond) {
        return withBareEndpoint(endpoint -> {
            var length = duration.dividedBy(2);
            var warm = Webhooks.of(endpoint.address(), run(), 3_000, Instant.now());
            Load.flood(warm.count(), FLOOD_THREADS, _ -> warm.worker());
            var webhooks = Webhooks.of(endpoint.address(), run(), count(perSecond, length), Instant.now());
            return Load.atRate(perSecond, length, THREADS, _ -> webhooks.worker());
        });
    }

    private void highestRate() {
        var all = flood(webhooks(30_000), "the whole chain works behind it");
        awaitDrained();
        Load.Flood alone;
        var conversation = stack.process(Part.CONVERSATION);
        stack.signal(conversation, "STOP");
        try {
            alone = flood(webhooks(30_000), "the conversation service holds still");
        } finally {
            stack.signal(conversation, "CONT");
        }
        var began = System.nanoTime();
        awaitDrained();
        var drained = (System.nanoTime() - began) / 1e9;
        var bare = withBareEndpoint(endpoint -> {
            var warm = Webhooks.of(endpoint.address(), run(), 5_000, Instant.now());
            Load.flood(warm.count(), FLOOD_THREADS, _ -> warm.worker());
            var webhooks = Webhooks.of(endpoint.address(), run(), 30_000, Instant.now());
            return flood(webhooks, "the bare endpoint");
        });
        var producer = kafka.producedPerSecond(200_000);
        report.row(
                "webhooks a second, as many as go, the whole chain working",
                rate(all),
                "",
                "bare endpoint %s; bare producer %,.0f/s".formatted(rate(bare), producer));
        report.row(
                "webhooks a second, as many as go, nobody reading them",
                "%s: %.0f %% of the bare endpoint".formatted(rate(alone), 100 * alone.perSecond() / bare.perSecond()),
                "≥ 60 % of the bare endpoint",
                "bare endpoint " + rate(bare));
        report.row("the backlog of 30,000 is handled after", "%.0f s".formatted(drained), "", "");
    }

    private static Load.Flood flood(Webhooks webhooks, String what) {
        System.out.printf("flooding %d webhooks, %s%n", webhooks.count(), what);
        return Load.flood(webhooks.count(), FLOOD_THREADS, _ -> webhooks.worker());
    }

    private static String rate(Load.Flood flood) {
        return "%,.0f/s, p99 %.0f ms, %d failed"
                .formatted(
                        flood.perSecond(),
                        flood.measured().percentile(99),
                        flood.measured().failures());
    }

    private void webhookToBrowser(int perSecond, String aim) {
        var begun = new ConcurrentHashMap<String, Long>();
        var measured = new Measured();
        var webhooks = webhooks(perSecond, duration);
        var before = Usage.of(stack);
        try (var browser = new LiveRecorder(stack, Operator.ANNA, Set::of, frame -> arrived(frame, begun, measured))
                .awaitHello()) {
            Load.atRate(perSecond, duration, THREADS, _ -> webhooks.worker(begun::put));
            Patience.await("every message is in the browser").until(() -> measured.count() >= webhooks.count());
            if (browser.connections() > 1) {
                throw new IllegalStateException("The browser was cut off");
            }
        }
        var bare = kafka.roundTrip(perSecond, duration.dividedBy(3), 8);
        report.row(
                "webhook → operator's WebSocket, %d/s".formatted(perSecond),
                measured.summary(),
                aim,
                "bare Kafka round trip " + bare.summary());
        if (perSecond > 100) {
            usage(before, webhooks.count());
        }
    }

    private static void arrived(JsonNode frame, Map<String, Long> begun, Measured measured) {
        var now = System.nanoTime();
        var intended =
                begun.remove(frame.path("event").path("data").path("platformId").asText());
        if (intended != null) {
            measured.took(now - intended);
        }
    }

    private void usage(Map<Part, Usage> before, int messages) {
        var after = Usage.of(stack);
        after.forEach((part, now) -> report.process(
                part.key(),
                (now.cpuSeconds() - before.get(part).cpuSeconds()) * 1_000 / messages,
                now.residentMebibytes()));
        var ours = Part.SERVICES.stream()
                .mapToDouble(
                        part -> after.get(part).cpuSeconds() - before.get(part).cpuSeconds())
                .sum();
        report.row(
                "CPU seconds of our five services per 1,000 messages, at 167/s",
                "%.2f".formatted(ours * 1_000 / messages),
                "≤ 2.0",
                "");
    }

    private void replyToCall() {
        var perSecond = 20;
        var replies = replies(perSecond, duration);
        var bare = directCalls(perSecond);
        report.row(
                "reply → Graph call, %d/s".formatted(perSecond),
                "%s, none of %d refused; the operator's answer after %s"
                        .formatted(
                                replies.called().summary(),
                                replies.called().count(),
                                replies.answered().summary()),
                "p50 ≤ 30, p99 ≤ 150 ms",
                "direct call of the simulator " + bare.summary());
    }

    /// Both from when a reply was meant to be sent.
    ///
    /// @param answered to the answer that it is queued
    /// @param called to the arrival of its call at the platform
    private record Replies(Measured answered, Measured called) {}

    /// Anna answers in forty conversations in turn.
    private Replies replies(int perSecond, Duration length) {
        var conversations = conversations(40);
        var begun = new ConcurrentHashMap<UUID, Instant>();
        var since = stack.simulator().lastCall();
        var anna = stack.as(Operator.ANNA);
        var accepted = Load.atRate(perSecond, length, 32, _ -> (Worker) (number, intended) -> {
            var id = UUID.randomUUID();
            begun.put(id, Instant.now().plusNanos(intended - System.nanoTime()));
            var conversation = conversations.get(number % conversations.size());
            return anna.reply(conversation.id(), id, "answer " + number, 1, conversation.epoch(), true)
                            .status()
                    == 202;
        });
        var calls = Patience.await("the platform saw every reply")
                .atMost(DRAINED_WITHIN)
                .until(() -> stack.simulator().calls(since), seen -> seen.size() >= accepted.count());
        var measured = new Measured();
        calls.forEach(call -> {
            var micros = call.path("receivedAtMicros").asLong();
            var intended =
                    begun.get(UUID.fromString(call.path("bizOpaqueCallbackData").asText()));
            measured.took((micros - intended.getEpochSecond() * 1_000_000 - intended.getNano() / 1_000) * 1_000);
        });
        if (accepted.failures() > 0) {
            throw new IllegalStateException("%d replies were refused".formatted(accepted.failures()));
        }
        return new Replies(accepted, measured);
    }

    private record Held(UUID id, long epoch) {}

    private List<Held> conversations(int many) {
        var held = new ArrayList<Held>();
        try (var driver = new Driver(stack, Path.of("target/ledgers/benchmarks.jsonl"))) {
            var anna = stack.as(Operator.ANNA);
            for (var i = 0; i < many; i++) {
                var conversation = driver.opens(driver.newCustomer());
                var taken = anna.take(conversation);
                held.add(new Held(conversation, taken.json().path("epoch").asLong()));
            }
        }
        return held;
    }

    private Measured directCalls(int perSecond) {
        var address = stack.ports().simulator();
        var body = Json.write(Map.of(
                        "messaging_product", "whatsapp",
                        "recipient_type", "individual",
                        "to", "+393934000000",
                        "type", "text",
                        "text", Map.of("body", "direct")))
                .getBytes(StandardCharsets.UTF_8);
        var request = LeanClient.request(
                address,
                "/v25.0/%s/messages".formatted(WhatsAppPlatform.PHONE_NUMBER_ID),
                "Authorization: Bearer local-access-token\r\n",
                body);
        return Load.atRate(perSecond, duration.dividedBy(3), 32, _ -> {
            var client = new LeanClient(address);
            return new Worker() {
                @Override
                public boolean act(int number, long intended) {
                    return client.send(request) == 200;
                }

                @Override
                public void close() {
                    client.close();
                }
            };
        });
    }

    /// Raises the rate until the conversation service cannot follow.
    private void sustainedIngest() {
        var sustained = "none";
        for (var perSecond : List.of(250, 500, 750, 1_000, 1_500, 2_000)) {
            var webhooks = webhooks(perSecond, duration);
            Measured measured;
            double growth;
            long highest;
            try (var lag = new Lag(stack.ports().kafka())) {
                measured = Load.atRate(perSecond, duration, THREADS * 2, _ -> webhooks.worker());
                growth = lag.growth();
                highest = lag.highest();
            }
            awaitDrained();
            var follows = measured.failures() == 0 && growth < perSecond * 0.02;
            report.row(
                    "ingest at %d/s for %d s".formatted(perSecond, duration.toSeconds()),
                    "%s; lag at most %d, growing by %.0f/s; webhooks %s"
                            .formatted(follows ? "follows" : "falls behind", highest, growth, measured.summary()),
                    "",
                    "");
            if (!follows) {
                break;
            }
            sustained = perSecond + "/s";
        }
        report.row("sustained ingest, lag not growing", sustained, "1,000/s", "");
    }

    private Webhooks webhooks(int perSecond, Duration length) {
        return webhooks(count(perSecond, length));
    }

    private Webhooks webhooks(int count) {
        return Webhooks.of(
                stack.ports().gateway(), run(), count, stack.simulator().now());
    }

    private static int count(int perSecond, Duration length) {
        return (int) (perSecond * length.toMillis() / 1_000);
    }

    private String run() {
        return Long.toString(Instant.now().getEpochSecond() % 1_000_000) + "-" + ++runs;
    }

    private void awaitDrained() {
        try (var lag = new Lag(stack.ports().kafka())) {
            Patience.await("the backlog is handled").atMost(DRAINED_WITHIN).until(() -> lag.now() == 0);
        }
    }

    private interface Use<T> {
        T of(BareEndpoint endpoint);
    }

    private <T> T withBareEndpoint(Use<T> use) {
        try (var endpoint = BareEndpoint.start(stack.ports().kafka(), BareKafka.TOPIC, freePort())) {
            return use.of(endpoint);
        }
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (java.io.IOException none) {
            throw new java.io.UncheckedIOException(none);
        }
    }
}
