package org.centralino.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.centralino.gateway.live.domain.Viewer;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.jboss.logging.Logger;

/// One socket per window of the web app. Only who has a valid access token gets one, and it ends with the
/// token; what he may see is decided by the token's permissions.
@WebSocket(path = "/api/live")
@Authenticated
public class LiveSocket {
    private static final Logger LOG = Logger.getLogger(LiveSocket.class);

    private final LiveHub hub;
    private final CurrentOperator operator;
    private final ObjectMapper json;
    private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();

    LiveSocket(LiveHub hub, CurrentOperator operator, ObjectMapper json) {
        this.hub = hub;
        this.operator = operator;
        this.json = json;
    }

    @OnOpen
    @NonBlocking
    public void open(WebSocketConnection connection) {
        var viewer = new Viewer(
                operator.visibility(),
                operator.may(Permission.READ_NOTES),
                operator.may(Permission.SEE_TEMPLATES)
                        || operator.may(Permission.REPLY)
                        || operator.may(Permission.START));
        var eventLoop = ((ContextInternal)
                        Objects.requireNonNull(Vertx.currentContext(), "a socket opens on an event loop"))
                .unwrap();
        var client = new LiveClient(connection, hub.loopOf(eventLoop), viewer, hub);
        if (hub.join(client)) {
            clients.put(connection.id(), client);
        }
    }

    /// Frames of a type that is not known are of a newer page, and say nothing here.
    @OnTextMessage
    @NonBlocking
    public void message(String text, WebSocketConnection connection) {
        var client = clients.get(connection.id());
        if (client == null) {
            return;
        }
        var said = read(text);
        switch (said.path("type").asText()) {
            case "" -> client.close(LiveClose.NOT_UNDERSTOOD);
            case "resume" -> {
                if (client.isFollowing()) {
                    client.close(LiveClose.NOT_UNDERSTOOD);
                } else {
                    var at = said.path("at");
                    client.follow(hub.ring(), at.path("streams").asText(), offsets(at.path("next")));
                }
            }
            default -> LOG.debugf("A browser says what is not known here: %s", said.path("type"));
        }
    }

    @OnClose
    @NonBlocking
    public void close(WebSocketConnection connection) {
        var client = clients.remove(connection.id());
        if (client != null) {
            client.loop().run(() -> hub.leave(client));
        }
    }

    @OnError
    @NonBlocking
    public void failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf(failure, "A live socket failed");
        var client = clients.get(connection.id());
        if (client != null) {
            client.loop().run(() -> client.close(LiveClose.NOT_UNDERSTOOD));
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException rubbish) {
            return MissingNode.getInstance();
        }
    }

    /// What is no offset becomes one that nobody has.
    private static List<Long> offsets(JsonNode next) {
        return next.valueStream()
                .map(offset ->
                        offset.canConvertToExactIntegral() && offset.canConvertToLong() ? offset.longValue() : -1L)
                .toList();
    }
}
