package org.centralino.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.centralino.gateway.GatewayConfig;
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
    private final GatewayConfig.Live config;
    private final ObjectMapper json;
    private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();

    LiveSocket(LiveHub hub, CurrentOperator operator, GatewayConfig gateway, ObjectMapper json) {
        this.hub = hub;
        this.operator = operator;
        this.config = gateway.live();
        this.json = json;
    }

    @OnOpen
    @NonBlocking
    public void open(WebSocketConnection connection) {
        var viewer = new Viewer(operator.visibility(), operator.may(Permission.READ_NOTES));
        var eventLoop = Objects.requireNonNull(Vertx.currentContext(), "a socket opens on an event loop");
        var client = new LiveClient(connection, eventLoop, viewer, config);
        clients.put(connection.id(), client);
        hub.join(client);
    }

    @OnTextMessage
    @RunOnVirtualThread
    public void message(String text, WebSocketConnection connection) {
        var client = clients.get(connection.id());
        if (client == null) {
            return;
        }
        cursorOf(text)
                .filter(_ -> client.mayResume())
                .ifPresentOrElse(cursor -> hub.resume(client, cursor), () -> client.close(LiveClose.NOT_UNDERSTOOD));
    }

    @OnClose
    @NonBlocking
    public void close(WebSocketConnection connection) {
        var client = clients.remove(connection.id());
        if (client != null) {
            hub.leave(client);
        }
    }

    @OnError
    @NonBlocking
    public void failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf(failure, "A live socket failed");
        var client = clients.get(connection.id());
        if (client != null) {
            client.close(LiveClose.NOT_UNDERSTOOD);
        }
    }

    private Optional<String> cursorOf(String text) {
        try {
            JsonNode said = json.readTree(text);
            return Optional.of(said.path("cursor"))
                    .filter(cursor -> said.path("type").asText().equals("resume") && cursor.isTextual())
                    .map(JsonNode::textValue);
        } catch (JsonProcessingException rubbish) {
            return Optional.empty();
        }
    }
}
