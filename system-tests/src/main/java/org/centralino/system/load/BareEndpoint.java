package org.centralino.system.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.WhatsAppPlatform;

/// The least that a webhook can do: the HMAC of the bytes, one record to Kafka, 200 when it is
/// acknowledged. In a JVM of its own with the flags of a service. What it reaches is the ceiling of the
/// gateway.
final class BareEndpoint implements AutoCloseable {
    private static final List<String> FLAGS = List.of("-Xmx160m", "-Xss512k", "-XX:+UseSerialGC");

    private final Process process;
    private final URI address;

    private BareEndpoint(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static BareEndpoint start(String kafka, String topic, int port) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java));
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareEndpoint.class.getName()));
        command.addAll(List.of(kafka, topic, Integer.toString(port)));
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            var endpoint = new BareEndpoint(process, URI.create("http://127.0.0.1:" + port));
            var probe = Webhooks.of(endpoint.address, "probe", 1, Instant.now());
            Patience.await("the bare endpoint answers")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        try (var worker = probe.worker()) {
                            return worker.act(0, 0);
                        }
                    });
            return endpoint;
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get();
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static KafkaProducer<String, byte[]> producer(String kafka) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /// @param words Kafka's address, a topic, a port
    public static void main(String[] words) {
        var producer = producer(words[0]);
        var topic = words[1];
        var vertx = Vertx.vertx();
        vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true))
                .requestHandler(request -> request.body().onSuccess(body -> {
                    var bytes = body.getBytes();
                    if (!isSigned(request, bytes)) {
                        request.response().setStatusCode(401).end();
                        return;
                    }
                    var context = vertx.getOrCreateContext();
                    producer.send(
                            new ProducerRecord<>(topic, Integer.toString(bytes.length), bytes),
                            (_, refused) -> context.runOnContext(_ -> request.response()
                                    .setStatusCode(refused == null ? 200 : 503)
                                    .end()));
                }))
                .listen(Integer.parseInt(words[2]), "127.0.0.1");
    }

    private static boolean isSigned(HttpServerRequest request, byte[] body) {
        var claimed = request.getHeader(WhatsAppPlatform.SIGNATURE);
        return claimed != null
                && MessageDigest.isEqual(
                        claimed.getBytes(StandardCharsets.US_ASCII),
                        WhatsAppPlatform.sign(body).getBytes(StandardCharsets.US_ASCII));
    }
}
