package org.centralino.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.gateway.live.domain.InboxCounts;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the server says on a live socket (`/api/live`), as the API's description has it. [LiveFrames] writes it.
@OpenAPIDefinition(
        info = @Info(title = "Centralino", version = "1"),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "LiveHello", implementation = LiveProtocol.Hello.class),
                            @Schema(name = "LiveEvent", implementation = LiveProtocol.Told.class),
                            @Schema(name = "LiveGone", implementation = LiveProtocol.Gone.class),
                            @Schema(name = "LiveResync", implementation = LiveProtocol.Resync.class),
                            @Schema(name = "LiveCounts", implementation = LiveProtocol.Counted.class),
                            @Schema(name = "LiveHeartbeat", implementation = LiveProtocol.Heartbeat.class)
                        }))
final class LiveProtocol {
    private LiveProtocol() {}

    /// How far somebody has come.
    ///
    /// @param streams which streams the server has, in which order
    /// @param next the offset to read next in each of them
    @Schema(name = "LivePlace")
    record Place(String streams, List<Long> next) {}

    /// The first frame.
    ///
    /// @param protocol rises when a client of the old one would go wrong
    /// @param build of which build the web app of this gateway is
    @Schema(name = "LiveHello")
    record Hello(
            @Schema(enumeration = "hello") String type, Place at, Instant serverTime, int protocol, String build) {}

    /// An event that the operator may see.
    ///
    /// @param at its stream, and its offset there
    @Schema(name = "LiveEvent")
    record Told(@Schema(enumeration = "event") String type, List<Long> at, Fact event) {}

    /// What an event says, as the contract of the events has it.
    ///
    /// @param type its wire name, such as `message.received.v1`
    @Schema(name = "LiveFact")
    record Fact(
            String type,
            UUID id,
            @Schema(implementation = Object.class) JsonNode data) {}

    /// The operator may not see this conversation any more.
    @Schema(name = "LiveGone")
    record Gone(@Schema(enumeration = "gone") String type, List<Long> at, UUID conversationId) {}

    /// What was missed is not kept any more: what is shown is to be read again.
    @Schema(name = "LiveResync")
    record Resync(@Schema(enumeration = "resync") String type, Place at) {}

    /// How many conversations each list holds; told when it changes.
    @Schema(name = "LiveCounts")
    record Counted(@Schema(enumeration = "counts") String type, InboxCounts counts) {}

    /// All is well.
    ///
    /// @param at how far the client is, when nothing is left to tell
    @Schema(name = "LiveHeartbeat")
    record Heartbeat(
            @Schema(enumeration = "heartbeat") String type,
            Instant serverTime,
            @Nullable Place at) {}
}
