package org.centralino.gateway.live;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.centralino.gateway.live.domain.LiveEvent;

/// What the server says on a live socket, as JSON. Frames are put together by hand because an event's JSON
/// is passed on as it came, and one frame goes to many sockets.
final class LiveFrames {
    /// Rises when a client of the old protocol would go wrong.
    private static final int PROTOCOL = 1;

    private LiveFrames() {}

    static String hello(String cursor, Instant now) {
        return "{\"type\":\"hello\",\"cursor\":\"%s\",\"serverTime\":\"%s\",\"protocol\":%d}"
                .formatted(cursor, now, PROTOCOL);
    }

    static String event(LiveEvent event, String cursor) {
        return "{\"type\":\"event\",\"cursor\":\"" + cursor + "\",\"event\":{\"type\":\"" + quoted(event.type())
                + "\",\"id\":\"" + quoted(event.id()) + "\",\"data\":"
                + new String(event.json(), StandardCharsets.UTF_8) + "}}";
    }

    static String gone(UUID conversationId) {
        return "{\"type\":\"gone\",\"conversationId\":\"%s\"}".formatted(conversationId);
    }

    /// Everything missed has been told; from here on cursors go forward only.
    static String resumed(String cursor) {
        return "{\"type\":\"resumed\",\"cursor\":\"%s\"}".formatted(cursor);
    }

    static String resync(String cursor) {
        return "{\"type\":\"resync\",\"cursor\":\"%s\"}".formatted(cursor);
    }

    static String heartbeat(String cursor, Instant now) {
        return "{\"type\":\"heartbeat\",\"serverTime\":\"%s\",\"cursor\":\"%s\"}".formatted(now, cursor);
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
