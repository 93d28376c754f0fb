package org.centralino.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centralino.system.stack.Json;
import org.junit.jupiter.api.Test;

class MixedWebhooksTest {
    private static final int COUNT = 3 * MixedKinds.ALL.size() + 4;

    private final MixedWebhooks webhooks = new MixedWebhooks(
            "1-1",
            COUNT,
            Crowd.USUAL,
            Instant.ofEpochSecond(1_795_359_600),
            Map.of("photo", "1", "voice", "2", "sticker", "3"));

    @Test
    void every_body_is_json_in_which_nothing_is_left_to_fill_in() {
        assertThat(IntStream.range(0, COUNT).mapToObj(this::text)).allSatisfy(body -> {
            assertThat(body).doesNotContain("@");
            assertThat(Json.read(body)
                            .at("/entry/0/changes/0/value/metadata/phone_number_id")
                            .asText())
                    .isEqualTo("510000000000023");
        });
    }

    @Test
    void what_is_looked_for_is_numbered_without_a_gap_and_stands_in_its_body_alone() {
        var shown = IntStream.range(0, COUNT)
                .mapToObj(webhooks::shownIn)
                .flatMapToInt(OptionalInt::stream)
                .toArray();

        assertThat(shown).isEqualTo(IntStream.range(0, webhooks.shown()).toArray());
        assertThat(IntStream.range(0, COUNT).mapToObj(this::text).filter(body -> body.contains(webhooks.wamids())))
                .hasSize(webhooks.shown());
    }

    @Test
    void what_is_done_to_a_message_is_done_by_who_wrote_it() {
        var acting = IntStream.range(0, MixedKinds.ALL.size())
                .filter(body -> MixedKinds.ALL.get(body).isOfTarget())
                .mapToObj(this::message)
                .toList();

        assertThat(acting).hasSizeGreaterThan(3);
        assertThat(acting.stream().map(it -> it.path("from").asText()).distinct())
                .hasSize(1);
        assertThat(acting.stream().skip(1).map(JsonNode::toString))
                .allMatch(it -> it.contains(acting.getFirst().path("id").asText()));
    }

    @Test
    void every_kind_of_message_that_the_platform_has_is_among_them() {
        var types = IntStream.range(0, MixedKinds.ALL.size())
                .mapToObj(this::message)
                .map(message -> message.path("type").asText())
                .toList();

        assertThat(types)
                .containsAll(List.of(
                        "text",
                        "image",
                        "audio",
                        "document",
                        "sticker",
                        "location",
                        "contacts",
                        "interactive",
                        "button",
                        "order",
                        "reaction",
                        "edit",
                        "revoke",
                        "unsupported"));
        assertThat(Stream.of("statuses", "calls", "history", "message_echoes", "user_preferences"))
                .allMatch(list -> IntStream.range(0, MixedKinds.ALL.size())
                        .mapToObj(this::text)
                        .anyMatch(body -> body.contains(list)));
    }

    private String text(int body) {
        return new String(webhooks.body(body), StandardCharsets.US_ASCII);
    }

    private JsonNode message(int body) {
        return Json.read(text(body)).at("/entry/0/changes/0/value/messages/0");
    }
}
