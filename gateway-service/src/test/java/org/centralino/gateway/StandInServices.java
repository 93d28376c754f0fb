package org.centralino.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.testkit.FreePorts;

/// Stands in for the services behind the gateway: each tells what it was asked. The notes service does not
/// run.
public final class StandInServices implements QuarkusTestResourceLifecycleManager {
    private HttpServer conversation;
    private HttpServer assignment;
    private HttpServer outbound;

    @Override
    public Map<String, String> start() {
        conversation = serve("conversation");
        assignment = serve("assignment");
        outbound = serve("outbound");
        return Map.of(
                "centralino.gateway.routing.conversation-url",
                urlOf(conversation),
                "centralino.gateway.routing.assignment-url",
                urlOf(assignment),
                "centralino.gateway.routing.outbound-url",
                urlOf(outbound),
                "centralino.gateway.routing.notes-url",
                "http://127.0.0.1:" + FreePorts.next(),
                "centralino.gateway.routing.answer-timeout",
                "1s");
    }

    @Override
    public void stop() {
        Stream.of(conversation, assignment, outbound).filter(Objects::nonNull).forEach(server -> server.stop(0));
    }

    private static String urlOf(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static HttpServer serve(String name) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", call -> answer(name, call));
            server.createContext("/q/openapi", call -> send(call, 200, OPENAPI.formatted(name, name)));
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The path decides what goes wrong; otherwise the answer repeats the question.
    private static void answer(String name, HttpExchange call) throws IOException {
        var path = call.getRequestURI().getPath();
        if (path.contains("/silent")) {
            return;
        }
        if (path.endsWith("/broken")) {
            call.close();
            return;
        }
        if (path.endsWith("/torn")) {
            call.getResponseHeaders().set("Content-Type", "text/plain");
            call.sendResponseHeaders(200, 0);
            call.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
            call.getResponseBody().flush();
            throw new IOException("torn");
        }
        if (path.endsWith("/early")) {
            refuseUnread(call, "who are you?");
            return;
        }
        if (path.endsWith("/bulk")) {
            bulk(call);
            return;
        }
        if (path.endsWith("/kept")) {
            call.getResponseHeaders().set("ETag", "\"v1\"");
            call.getResponseHeaders().set("Cache-Control", "private, max-age=60");
            if ("\"v1\"".equals(call.getRequestHeaders().getFirst("If-None-Match"))) {
                call.sendResponseHeaders(304, -1);
            } else {
                send(call, 200, "photo");
            }
            return;
        }
        if (path.endsWith("/part")) {
            call.getResponseHeaders().set("Content-Type", "text/plain");
            call.getResponseHeaders().set("Content-Range", "bytes 0-3/1000");
            call.getResponseHeaders().set("ETag", "\"v1\"");
            send(call, 206, "part");
            return;
        }
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = call.getRequestHeaders().entrySet().stream()
                .map(header -> header.getKey() + "=" + String.join(",", header.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"));
        call.getResponseHeaders().set("X-Service", name);
        call.getResponseHeaders().set("Server", "secret 1.0");
        call.getResponseHeaders().set("Content-Type", "text/plain");
        var size = path.endsWith("/large") ? 5_000_000 : 0;
        send(
                call,
                path.endsWith("/refused") ? 409 : 200,
                call.getRequestMethod() + " " + call.getRequestURI() + "\n" + headers + "\n\n" + body
                        + "x".repeat(size));
    }

    /// Counts what is sent, and sends as many bytes as the query says.
    private static void bulk(HttpExchange call) throws IOException {
        var buffer = new byte[64 * 1024];
        var taken = 0L;
        for (int read; (read = call.getRequestBody().read(buffer)) >= 0; ) {
            taken += read;
        }
        call.getResponseHeaders().set("X-Taken", String.valueOf(taken));
        call.getResponseHeaders().set("Content-Type", "application/octet-stream");
        var query = call.getRequestURI().getQuery();
        var left = query == null ? 0 : Long.parseLong(query);
        call.sendResponseHeaders(200, left == 0 ? -1 : left);
        try (var body = call.getResponseBody()) {
            while (left > 0) {
                var piece = (int) Math.min(left, buffer.length);
                body.write(buffer, 0, piece);
                left -= piece;
            }
        }
    }

    /// Answers at once and lets the rest of the body pass by, as our services do.
    private static void refuseUnread(HttpExchange call, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(401, bytes.length);
        call.getResponseBody().write(bytes);
        call.getResponseBody().flush();
        call.getRequestBody().transferTo(OutputStream.nullOutputStream());
        call.close();
    }

    private static void send(HttpExchange call, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        try (var body = call.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static final String OPENAPI = """
            {"openapi":"3.1.0","info":{"title":"%s","version":"1"},
             "paths":{
              "/api/conversations":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
                {"$ref":"#/components/schemas/View"}}}}}}},
              "/api/operators":{"get":{"responses":{"200":{"description":"OK"}}}},
              "/internal":{"get":{}}},
             "components":{"schemas":{"View":{"type":"object","title":"%s"}}}}""";
}
