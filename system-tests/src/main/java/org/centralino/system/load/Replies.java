package org.centralino.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.system.ledger.Driver;
import org.centralino.system.load.Load.Worker;
import org.centralino.system.stack.Json;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.WhatsAppPlatform;

/// How long it takes until the platform has what an operator wrote.
final class Replies {
    private static final int CONVERSATIONS = 40;
    private static final int THREADS = 32;
    private static final Duration CALLED_WITHIN = Duration.ofMinutes(5);

    private final Trial trial;
    /// Anna answers in them in turn.
    private final List<Held> conversations = new ArrayList<>();

    private record Held(UUID id, long epoch) {}

    Replies(Trial trial) {
        this.trial = trial;
    }

    void at(int perSecond, String goal) {
        prepare();
        var meter = new Meter(trial.stack());
        var times = times(perSecond, trial.duration());
        trial.awaitDrained();
        trial.report()
                .usage(
                        "replies with their statuses at %d/s".formatted(perSecond),
                        Trial.count(perSecond, trial.duration()),
                        meter.read());
        var bare = directCalls(perSecond);
        trial.report()
                .row(
                        "reply → Graph call, %d/s".formatted(perSecond),
                        "%s; the operator's answer after %s"
                                .formatted(
                                        times.called().summary(),
                                        times.answered().summary()),
                        goal,
                        "direct call of the simulator " + bare.summary());
    }

    /// Both from when a reply was meant to be sent.
    ///
    /// @param answered to the answer that it is queued
    /// @param called to the arrival of its call at the platform
    private record Times(Measured answered, Measured called) {}

    private Times times(int perSecond, Duration length) {
        var since = trial.stack().simulator().lastCall();
        var replies = new Written[Trial.count(perSecond, length)];
        var sending = sending(replies);
        var answered = trial.measured(
                "replies-" + perSecond, () -> Load.atRate(perSecond, length, THREADS, _ -> sending.worker()));
        if (answered.failures() > 0) {
            throw new IllegalStateException("%d replies were refused".formatted(answered.failures()));
        }
        var ids = Stream.of(replies).map(reply -> reply.id().toString()).toList();
        var calls = Patience.await("the platform saw every reply")
                .atMost(CALLED_WITHIN)
                .until(
                        () -> trial.stack().simulator().calls(since),
                        seen -> named(seen).containsAll(ids));
        var begun = new HashMap<String, Long>();
        for (var n = 0; n < replies.length; n++) {
            begun.put(replies[n].id().toString(), sending.micros()[n]);
        }
        var called = new Measured();
        calls.forEach(call -> {
            var micros = begun.remove(call.path("bizOpaqueCallbackData").asText());
            if (micros != null) {
                called.took((call.path("receivedAtMicros").asLong() - micros) * 1_000);
            }
        });
        return new Times(answered, called);
    }

    private static Set<String> named(List<JsonNode> calls) {
        return calls.stream()
                .map(call -> call.path("bizOpaqueCallbackData").asText())
                .collect(Collectors.toSet());
    }

    /// @return from when each reply was meant to be sent to the arrival of its call at the platform
    Measured called(int perSecond, Duration length) {
        prepare();
        return times(perSecond, length).called();
    }

    private record Written(UUID id, byte[] request) {}

    /// @param micros when each was meant to be sent, as the platform tells the time
    private record Sending(URI gateway, Written[] replies, long[] micros) {
        Worker worker() {
            var client = new LeanClient(gateway);
            return new Worker() {
                @Override
                public boolean act(int number, long intended) {
                    var now = Instant.now();
                    micros[number] = now.getEpochSecond() * 1_000_000
                            + now.getNano() / 1_000
                            - (System.nanoTime() - intended) / 1_000;
                    return client.send(replies[number].request()) == 202;
                }

                @Override
                public void close() {
                    client.close();
                }
            };
        }
    }

    /// Replies without end, at a rate, for a warm-up.
    void write(int perSecond, Duration length) {
        var sending = sending(new Written[Trial.count(perSecond, length)]);
        Load.atRate(perSecond, length, THREADS, _ -> sending.worker());
    }

    private Sending sending(Written[] replies) {
        prepare();
        var gateway = trial.stack().ports().gateway();
        var authorization = "Authorization: Bearer %s\r\n".formatted(trial.token(Operator.ANNA));
        for (var n = 0; n < replies.length; n++) {
            var conversation = conversations.get(n % CONVERSATIONS);
            var id = UUID.randomUUID();
            var body = Map.of(
                    "id",
                    id,
                    "content",
                    Map.of("type", "text", "text", "answer " + n),
                    "lastSeen",
                    1,
                    "epoch",
                    conversation.epoch(),
                    "anyway",
                    true);
            var path = "/api/conversations/%s/replies".formatted(conversation.id());
            replies[n] = new Written(id, LeanClient.request(gateway, path, authorization, bytes(body)));
        }
        return new Sending(gateway, replies, new long[replies.length]);
    }

    /// Opens the conversations; comes back at once when they are.
    void prepare() {
        if (conversations.isEmpty()) {
            try (var driver = new Driver(trial.stack(), Path.of("target/ledgers/benchmarks.jsonl"))) {
                var anna = trial.stack().as(Operator.ANNA);
                for (var i = 0; i < CONVERSATIONS; i++) {
                    var conversation = driver.opens(driver.newCustomer());
                    var taken = anna.take(conversation);
                    conversations.add(
                            new Held(conversation, taken.json().path("epoch").asLong()));
                }
            }
        }
    }

    private Measured directCalls(int perSecond) {
        return Load.atRate(
                perSecond,
                trial.duration().dividedBy(3),
                THREADS,
                directCaller(trial.stack().ports().simulator()));
    }

    /// Calls the platform's double as the product would, and nothing of the product.
    static IntFunction<Worker> directCaller(URI simulator) {
        var body = Map.of(
                "messaging_product", "whatsapp",
                "recipient_type", "individual",
                "to", "+393934000000",
                "type", "text",
                "text", Map.of("body", "direct"));
        var request = LeanClient.request(
                simulator,
                "/v25.0/%s/messages".formatted(WhatsAppPlatform.PHONE_NUMBER_ID),
                "Authorization: Bearer local-access-token\r\n",
                bytes(body));
        return _ -> {
            var client = new LeanClient(simulator);
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
        };
    }

    private static byte[] bytes(Object json) {
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
