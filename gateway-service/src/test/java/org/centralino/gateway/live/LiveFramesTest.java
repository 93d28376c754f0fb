package org.centralino.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.gateway.live.LiveProtocol.Counted;
import org.centralino.gateway.live.LiveProtocol.Fact;
import org.centralino.gateway.live.LiveProtocol.Gone;
import org.centralino.gateway.live.LiveProtocol.Heartbeat;
import org.centralino.gateway.live.LiveProtocol.Hello;
import org.centralino.gateway.live.LiveProtocol.Place;
import org.centralino.gateway.live.LiveProtocol.Resync;
import org.centralino.gateway.live.LiveProtocol.Told;
import org.centralino.gateway.live.domain.InboxCounts;
import org.centralino.gateway.live.domain.LiveEvent;
import org.centralino.gateway.live.domain.Sight;
import org.centralino.gateway.live.domain.Streams;
import org.centralino.gateway.live.domain.Streams.Stream;
import org.junit.jupiter.api.Test;

/// Each frame is what the API's description says of it, and says nothing else.
class LiveFramesTest {
    private static final ObjectMapper STRICT = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    private static final Streams STREAMS = new Streams("cluster", List.of(new Stream("one", 0), new Stream("one", 1)));
    private static final long[] NEXT = {7, 9};
    private static final Place AT = new Place(STREAMS.name(), List.of(7L, 9L));
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00.120Z");
    private static final UUID ID = new UUID(1, 2);

    @Test
    void hello_names_the_place_the_time_the_protocol_and_the_build() {
        assertThat(read(LiveFrames.hello(STREAMS, NEXT, NOW, "1.2"), Hello.class))
                .isEqualTo(new Hello("hello", AT, NOW, 2, "1.2"));
    }

    @Test
    void an_event_comes_as_it_was_told() throws JsonProcessingException {
        var data = "{\"text\":\"caff\\u00e8 \\\"doppio\\\"\"}";

        var frame =
                LiveFrames.event(1, 42, "message.received.v1", ID.toString(), data.getBytes(StandardCharsets.UTF_8));

        assertThat(read(frame, Told.class))
                .isEqualTo(new Told("event", List.of(1L, 42L), new Fact("message.received.v1", ID, json(data))));
    }

    @Test
    void who_may_not_see_it_any_more_is_told_where_that_stands() {
        var event = new LiveEvent(1, 42, "", new Sight.InConversation(new Access("510000000000023", null, null)), null);

        assertThat(read(LiveFrames.gone(event, ID), Gone.class)).isEqualTo(new Gone("gone", List.of(1L, 42L), ID));
    }

    @Test
    void a_gap_ends_at_a_place() {
        assertThat(read(LiveFrames.resync(STREAMS, NEXT), Resync.class)).isEqualTo(new Resync("resync", AT));
    }

    @Test
    void counts_are_those_of_each_list() {
        var counts = new InboxCounts(1, 2, 3, 4, 5);

        assertThat(read(LiveFrames.counts(counts), Counted.class)).isEqualTo(new Counted("counts", counts));
    }

    @Test
    void a_heartbeat_says_how_far_one_is_or_only_that_all_is_well() {
        assertThat(read(LiveFrames.heartbeat(STREAMS, NEXT, NOW), Heartbeat.class))
                .isEqualTo(new Heartbeat("heartbeat", NOW, AT));
        assertThat(read(LiveFrames.heartbeat(NOW), Heartbeat.class)).isEqualTo(new Heartbeat("heartbeat", NOW, null));
    }

    private static <T> T read(String frame, Class<T> type) {
        try {
            return STRICT.readValue(frame, type);
        } catch (JsonProcessingException other) {
            throw new AssertionError(frame, other);
        }
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return STRICT.readTree(text);
    }
}
