package org.centralino.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.centralino.system.stack.Json;

/// A WebSocket that listens, and says only what opens it. Of RFC 6455 it has what a server needs to hear to go
/// on sending; frames are shown where they lie, and nothing of them is decoded, so that hundreds cost hardly
/// anything.
final class LeanSocket {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final byte[] PONG = {(byte) 0x8A};
    private static final byte[] WHOLE_TEXT = {(byte) 0x81};
    /// A client must mask what it says; with zeros it stays as it is.
    private static final int UNMASKED = 0;

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    /// Hears what comes, on the thread of the socket.
    interface Listener {
        /// A text from `from` to before `to`; valid during the call.
        void text(byte[] bytes, int from, int to);

        void closed(String why);

        /// @param server how far the server is
        /// @return from where it is to go on
        default JsonNode place(JsonNode server) {
            return server;
        }
    }

    private final NetSocket socket;
    private final Listener listener;
    private final Promise<Void> greeted;
    private byte[] rest = {};
    private boolean upgraded;
    private boolean over;

    private LeanSocket(NetSocket socket, Listener listener, Promise<Void> greeted) {
        this.socket = socket;
        this.listener = listener;
        this.greeted = greeted;
    }

    /// @return is done when the server has sent its first text, which is shown as well
    static Future<Void> open(NetClient client, URI gateway, String token, Listener listener) {
        var greeted = Promise.<Void>promise();
        client.connect(gateway.getPort(), gateway.getHost())
                .onFailure(greeted::tryFail)
                .onSuccess(socket -> {
                    var opened = new LeanSocket(socket, listener, greeted);
                    socket.handler(opened::received);
                    socket.closeHandler(_ -> opened.ended("the connection was closed"));
                    socket.exceptionHandler(cut -> opened.ended(cut.toString()));
                    socket.write(upgrade(gateway, token));
                });
        return greeted.future();
    }

    private static String upgrade(URI gateway, String token) {
        var carrier = URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return String.join(
                "\r\n",
                "GET /api/live HTTP/1.1",
                "Host: " + gateway.getAuthority(),
                "Origin: " + gateway,
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: bGVhbiBiZW5jaG1hcmtzIQ==",
                "Sec-WebSocket-Protocol: bearer-token-carrier, " + carrier,
                "",
                "");
    }

    private void received(Buffer data) {
        var bytes = data.getBytes();
        if (rest.length > 0) {
            var joined = Arrays.copyOf(rest, rest.length + bytes.length);
            System.arraycopy(bytes, 0, joined, rest.length, bytes.length);
            bytes = joined;
        }
        var read = upgraded ? 0 : endOfHead(bytes);
        if (upgraded) {
            for (var end = frame(bytes, read); end > read; end = frame(bytes, read)) {
                read = end;
            }
        }
        rest = Arrays.copyOfRange(bytes, read, bytes.length);
    }

    /// @return where the answer to the upgrade ends, 0 when it is not all there
    private int endOfHead(byte[] bytes) {
        var end = Bytes.indexOf(bytes, 0, bytes.length, END_OF_HEAD);
        if (end < 0) {
            return 0;
        }
        var status = new String(bytes, 0, Math.min(end, 40), StandardCharsets.US_ASCII)
                .lines()
                .findFirst();
        upgraded = status.filter(line -> line.contains(" 101 ")).isPresent();
        if (!upgraded) {
            ended("the server said " + status.orElse("nothing"));
        }
        return end + END_OF_HEAD.length;
    }

    /// Reads one frame.
    ///
    /// @return where it ends, or `from` when it is not all there
    private int frame(byte[] bytes, int from) {
        var available = bytes.length - from;
        if (available < 2) {
            return from;
        }
        var length = bytes[from + 1] & 0x7F;
        var begin = from + (length < 126 ? 2 : length == 126 ? 4 : 10);
        if (begin > bytes.length) {
            return from;
        }
        if (length >= 126) {
            length = 0;
            for (var at = from + 2; at < begin; at++) {
                length = length << 8 | bytes[at] & 0xFF;
            }
        }
        if (begin + length > bytes.length) {
            return from;
        }
        understood(bytes[from] & 0x0F, bytes, begin, begin + length);
        return begin + length;
    }

    private void understood(int kind, byte[] bytes, int from, int to) {
        switch (kind) {
            case TEXT -> {
                listener.text(bytes, from, to);
                if (!greeted.future().isComplete()) {
                    goOnFrom(new String(bytes, from, to - from, StandardCharsets.UTF_8));
                    greeted.tryComplete();
                }
            }
            case PING ->
                socket.write(Buffer.buffer(PONG)
                        .appendByte((byte) (0x80 | to - from))
                        .appendInt(UNMASKED)
                        .appendBytes(bytes, from, to - from));
            case CLOSE -> ended("the server closed it: " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
            default -> throw new IllegalStateException("A frame of kind " + kind);
        }
    }

    private void goOnFrom(String hello) {
        var place = listener.place(Json.read(hello).path("at"));
        var resume = Json.write(Map.of("type", "resume", "at", place));
        var text = resume.getBytes(StandardCharsets.UTF_8);
        var frame = Buffer.buffer(WHOLE_TEXT);
        if (text.length < 126) {
            frame.appendByte((byte) (0x80 | text.length));
        } else {
            frame.appendByte((byte) (0x80 | 126)).appendShort((short) text.length);
        }
        socket.write(frame.appendInt(UNMASKED).appendBytes(text));
    }

    /// Said once, whoever of the two ends it and however often.
    private void ended(String why) {
        if (over) {
            return;
        }
        over = true;
        socket.close();
        greeted.tryFail(why);
        listener.closed(why);
    }
}
