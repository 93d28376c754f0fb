package org.centralino.system.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.centralino.system.stack.WhatsAppPlatform;

/// The least that the product can do with a webhook: the HMAC of the bytes, one record to Kafka, 200 when it
/// is acknowledged; then those bytes as a frame to the sockets of the team that answers this customer.
final class BareServer {
    /// Teams are told apart by the last digit of a customer's phone number, and sockets by that of their token.
    static final int TEAMS = 10;
    /// The token of who sees everything.
    static final String ALL = "all";

    private static final byte[] FROM = "\"from\":\"".getBytes(StandardCharsets.US_ASCII);

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final Context context;
    private final List<List<ServerWebSocket>> sockets = Stream.generate(
                    () -> (List<ServerWebSocket>) new ArrayList<ServerWebSocket>())
            .limit(TEAMS)
            .toList();

    private BareServer(KafkaProducer<String, byte[]> producer, String topic, Context context) {
        this.producer = producer;
        this.topic = topic;
        this.context = context;
    }

    /// @param words Kafka's address, a topic, a port
    public static void main(String[] words) {
        var vertx = Vertx.vertx();
        var context = vertx.getOrCreateContext();
        var server = new BareServer(BareKafka.producer(words[0]), words[1], context);
        context.runOnContext(_ -> vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true))
                .requestHandler(server::webhook)
                .webSocketHandler(server::socket)
                .listen(Integer.parseInt(words[2]), "127.0.0.1"));
    }

    private void socket(ServerWebSocket socket) {
        var token = socket.headers().get("Sec-WebSocket-Protocol");
        if (token == null) {
            socket.close();
            return;
        }
        socket.writeTextMessage("{\"type\":\"hello\"}");
        var teams = token.endsWith(ALL)
                ? sockets
                : List.of(sockets.get(Character.digit(token.charAt(token.length() - 1), TEAMS)));
        teams.forEach(team -> team.add(socket));
        socket.closeHandler(_ -> teams.forEach(team -> team.remove(socket)));
    }

    private void webhook(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var bytes = body.getBytes();
            if (!isSigned(request, bytes)) {
                request.response().setStatusCode(401).end();
                return;
            }
            producer.send(
                    new ProducerRecord<>(topic, Integer.toString(bytes.length), bytes),
                    (_, refused) -> context.runOnContext(_ -> {
                        request.response()
                                .setStatusCode(refused == null ? 200 : 503)
                                .end();
                        show(body, bytes);
                    }));
        });
    }

    private void show(Buffer body, byte[] bytes) {
        var from = Bytes.indexOf(bytes, 0, bytes.length, FROM);
        if (from < 0) {
            return;
        }
        var last = from + FROM.length;
        while (bytes[last + 1] != '"') {
            last++;
        }
        var team = sockets.get(Character.digit(bytes[last], TEAMS));
        if (!team.isEmpty()) {
            var frame = body.toString(StandardCharsets.US_ASCII);
            team.forEach(socket -> socket.writeTextMessage(frame));
        }
    }

    private static boolean isSigned(HttpServerRequest request, byte[] body) {
        var claimed = request.getHeader(WhatsAppPlatform.SIGNATURE);
        return claimed != null
                && MessageDigest.isEqual(
                        claimed.getBytes(StandardCharsets.US_ASCII),
                        WhatsAppPlatform.sign(body).getBytes(StandardCharsets.US_ASCII));
    }
}
