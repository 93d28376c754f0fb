package org.centralino.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.webhook.domain.Signature;

/// The business's side: takes webhooks over real HTTP, checks the signature over the raw bytes, and remembers.
public class Inbox implements QuarkusTestResourceLifecycleManager {
    static final String APP_SECRET = "local-app-secret";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition ARRIVAL = LOCK.newCondition();
    private static final List<Received> RECEIVED = new ArrayList<>();
    private static Function<Received, Integer> answer = _ -> 200;

    private HttpServer server;

    /// One webhook POST.
    record Received(String signature, String contentType, byte[] body) {
        boolean isSigned() {
            return Signature.of(body, APP_SECRET).equals(signature);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return PlainJson.MAPPER.readTree(body);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        Stream<JsonNode> messages() {
            return parts("messages");
        }

        Stream<JsonNode> statuses() {
            return parts("statuses");
        }

        private Stream<JsonNode> parts(String kind) {
            return stream(json().path("entry"))
                    .flatMap(entry -> stream(entry.path("changes")))
                    .flatMap(change -> stream(change.path("value").path(kind)));
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/webhooks/whatsapp", Inbox::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return Map.of(
                "centralino.simulator.webhook-url",
                "http://127.0.0.1:%d/webhooks/whatsapp"
                        .formatted(server.getAddress().getPort()));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /// Forgets what came, and answers 200 again.
    static void forget() {
        LOCK.lock();
        try {
            RECEIVED.clear();
            answer = _ -> 200;
        } finally {
            LOCK.unlock();
        }
    }

    /// From now on webhooks are answered so.
    static void answers(Function<Received, Integer> status) {
        LOCK.lock();
        try {
            answer = status;
        } finally {
            LOCK.unlock();
        }
    }

    /// Waits until the customer's phone has a message of the business.
    static void waitForDelivery() {
        waitFor(all -> all.stream()
                .flatMap(Received::statuses)
                .anyMatch(status -> status.path("status").asText().equals("delivered")));
    }

    /// Waits until what came looks like this.
    static List<Received> waitFor(Predicate<List<Received>> condition) {
        LOCK.lock();
        try {
            var left = LONGEST_WAIT.toNanos();
            while (!condition.test(RECEIVED)) {
                if (left <= 0) {
                    throw new AssertionError("Not what was waited for: "
                            + RECEIVED.stream().map(Received::text).toList());
                }
                left = ARRIVAL.awaitNanos(left);
            }
            return List.copyOf(RECEIVED);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            LOCK.unlock();
        }
    }

    /// Waits for so many messages of customers, over all webhooks.
    static List<JsonNode> waitForMessages(int count) {
        return waitFor(received -> received.stream().flatMap(Received::messages).count() >= count).stream()
                .flatMap(Received::messages)
                .toList();
    }

    /// Waits for a status of the message with this callback data.
    static JsonNode waitForStatus(String callbackData, String status) {
        Predicate<JsonNode> wanted = part -> part.path("status").asText().equals(status)
                && part.path("biz_opaque_callback_data").asText().equals(callbackData);
        return waitFor(received -> received.stream().flatMap(Received::statuses).anyMatch(wanted)).stream()
                .flatMap(Received::statuses)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static void receive(HttpExchange exchange) throws IOException {
        var received = new Received(
                exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestBody().readAllBytes());
        int status;
        LOCK.lock();
        try {
            status = answer.apply(received);
            RECEIVED.add(received);
            ARRIVAL.signalAll();
        } finally {
            LOCK.unlock();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
