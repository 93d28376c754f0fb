package org.centralino.gateway.live;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.centralino.gateway.live.domain.InboxCounts;
import org.centralino.gateway.live.domain.LiveEvent;
import org.centralino.gateway.live.domain.Streams;

/// What the server says on a live socket, as JSON. Frames are put together by hand because an event's JSON
/// is passed on as it came, and one frame goes to many sockets.
final class LiveFrames {
    /// Rises when a client of the old protocol would go wrong.
    private static final int PROTOCOL = 2;

    private LiveFrames() {}

    /// @param next the offset to read next, per stream
    /// @param build of which build the web app of this gateway is
    static String hello(Streams streams, long[] next, Instant now, String build) {
        return "{\"type\":\"hello\",\"at\":%s,\"serverTime\":\"%s\",\"protocol\":%d,\"build\":\"%s\"}"
                .formatted(at(streams, next), now, PROTOCOL, build);
    }

    /// @param json what the event says
    static String event(int stream, long offset, String type, String id, byte[] json) {
        return "{\"type\":\"event\",\"at\":[" + stream + "," + offset + "],\"event\":{\"type\":\"" + quoted(type)
                + "\",\"id\":\"" + quoted(id) + "\",\"data\":" + new String(json, StandardCharsets.UTF_8) + "}}";
    }

    static String gone(LiveEvent event, UUID conversationId) {
        return "{\"type\":\"gone\",\"at\":[%d,%d],\"conversationId\":\"%s\"}"
                .formatted(event.stream(), event.offset(), conversationId);
    }

    static String resync(Streams streams, long[] next) {
        return "{\"type\":\"resync\",\"at\":%s}".formatted(at(streams, next));
    }

    static String counts(InboxCounts counts) {
        return "{\"type\":\"counts\",\"counts\":{\"mine\":%d,\"unassigned\":%d,\"all\":%d,\"failed\":%d,\"resolved\":%d}}"
                .formatted(counts.mine(), counts.unassigned(), counts.all(), counts.failed(), counts.resolved());
    }

    /// For a browser that has been told everything before.
    static String heartbeat(Streams streams, long[] next, Instant now) {
        return "{\"type\":\"heartbeat\",\"serverTime\":\"%s\",\"at\":%s}".formatted(now, at(streams, next));
    }

    /// For a browser that has still to be told something.
    static String heartbeat(Instant now) {
        return "{\"type\":\"heartbeat\",\"serverTime\":\"%s\"}".formatted(now);
    }

    private static String at(Streams streams, long[] next) {
        return "{\"streams\":\"%s\",\"next\":%s}".formatted(streams.name(), Arrays.toString(next));
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
