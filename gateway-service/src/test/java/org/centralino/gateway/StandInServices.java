package org.centralino.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.centralino.testkit.LocalInfrastructure;

/// Stands in for the services behind the gateway: each tells what it was asked. The notes service does not
/// run.
public final class StandInServices implements QuarkusTestResourceLifecycleManager {
    private HttpServer conversation;
    private HttpServer assignment;

    @Override
    public Map<String, String> start() {
        conversation = serve("conversation");
        assignment = serve("assignment");
        return Map.of(
                "centralino.gateway.routing.conversation-url",
                urlOf(conversation),
                "centralino.gateway.routing.assignment-url",
                urlOf(assignment),
                "centralino.gateway.routing.notes-url",
                "http://127.0.0.1:" + LocalInfrastructure.freePort(),
                "centralino.gateway.routing.answer-timeout",
                "1s");
    }

    @Override
    public void stop() {
        conversation.stop(0);
        assignment.stop(0);
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
        if (path.endsWith("/silent")) {
            return;
        }
        if (path.endsWith("/broken")) {
            call.close();
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
