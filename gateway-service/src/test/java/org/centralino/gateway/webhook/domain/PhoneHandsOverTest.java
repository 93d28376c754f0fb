package org.centralino.gateway.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.centralino.events.Content;
import org.centralino.events.MessageContext;
import org.centralino.events.PlatformError;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MessageSynced;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.PhoneContactChanged;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.centralino.events.WhatsAppEvent.SyncProgressed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the phone beside us hands over: its history and its address book (fact sheet, section 16).
class PhoneHandsOverTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant THEN = Instant.ofEpochSecond(1790000000);
    private static final String NUMBER = "510000000000023";
    private static final String METADATA = """
            "metadata":{"display_phone_number":"390299990001","phone_number_id":"510000000000023"}""";
    private static final Customer GIULIA = new Customer("IT.77", null, "393330000042", "giulia.r", null);
    private static final String QUESTION = """
            {"from":"393330000042","id":"wamid.H1","timestamp":"1790000000","type":"text","context":{"id":"wamid.H0"},\
            "text":{"body":"Salve"},"history_context":{"status":"READ"}}""";

    private final WebhookTranslation translation = new WebhookTranslation(Set.of(NUMBER));

    @Test
    void every_message_of_a_piece_is_told_by_itself_and_how_far_it_has_come_behind_them() {
        var answer = """
                {"from":"390299990001","id":"wamid.H2","timestamp":"1790000000","type":"media_placeholder",\
                "history_context":{"status":"DELIVERED"}}""";

        assertThat(piece(QUESTION + "," + answer))
                .containsExactly(
                        new MessageSynced(
                                NUMBER,
                                "wamid.H1",
                                GIULIA,
                                false,
                                "READ",
                                THEN,
                                NOW,
                                new Content.Text("Salve"),
                                new MessageContext("wamid.H0", false, false),
                                QUESTION),
                        new MessageSynced(
                                NUMBER,
                                "wamid.H2",
                                GIULIA,
                                true,
                                "DELIVERED",
                                THEN.plus(1, ChronoUnit.MICROS),
                                NOW,
                                new Content.Unsupported("media_placeholder", null),
                                null,
                                answer),
                        new SyncProgressed(
                                NUMBER,
                                1,
                                3,
                                55,
                                2,
                                null,
                                NOW,
                                "{\"metadata\":{\"phase\":1,\"chunk_order\":3,\"progress\":55}}"));
    }

    @Test
    void a_piece_may_be_larger_than_any_message_may_be() {
        var messages = String.join(",", java.util.Collections.nCopies(9_000, QUESTION));

        assertThat(piece(messages)).hasSize(9_001).noneMatch(PartUnrecognised.class::isInstance);
    }

    @Test
    void what_is_broken_in_a_piece_troubles_nobody_beside_it() {
        assertThat(piece("{\"from\":\"393330000042\"},7," + QUESTION))
                .hasSize(4)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(PartUnrecognised.class),
                        second -> assertThat(second).isInstanceOf(PartUnrecognised.class),
                        third -> assertThat(third).isInstanceOf(MessageSynced.class),
                        fourth -> assertThat(fourth).isInstanceOf(SyncProgressed.class));
    }

    @Test
    void an_emoji_of_the_past_is_told_like_any_other_and_one_of_our_own_is_kept_as_it_came() {
        var reaction =
                "\"id\":\"wamid.H3\",\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.H2\",\"emoji\":\"👍\"}";

        assertThat(piece("{\"from\":\"393330000042\"," + reaction + "}").getFirst())
                .isInstanceOf(ReactionReceived.class);
        assertThat(piece("{\"from\":\"390299990001\"," + reaction + "}").getFirst())
                .isInstanceOf(PartUnrecognised.class);
    }

    @Test
    void a_file_that_comes_later_is_a_message_of_the_past_with_an_identity_of_its_own() {
        var echo = """
                {"from":"390299990001","to":"393330000042","id":"wamid.H2","timestamp":"1790000000","type":"image",\
                "image":{"id":"880000000000901","mime_type":"image/jpeg"}}""";

        var filled = told("history", "%s,\"message_echoes\":[%s]".formatted(METADATA, echo));

        assertThat(filled).singleElement().isInstanceOfSatisfying(MessageSynced.class, it -> {
            assertThat(it.ours()).isTrue();
            assertThat(it.status()).isNull();
            assertThat(it.content())
                    .isEqualTo(new Content.Image(
                            null, new Content.Attachment("880000000000901", "image/jpeg", null, null)));
        });
        var placeholder = piece("""
                {"from":"390299990001","id":"wamid.H2","timestamp":"1790000000","type":"media_placeholder"}""").getFirst();
        assertThat(EventIdentity.of(filled.getFirst())).isNotEqualTo(EventIdentity.of(placeholder));
    }

    @Test
    void that_nothing_is_handed_over_is_told_with_its_reason() {
        var declined = told("history", METADATA + """
                ,"history":[{"errors":[{"code":2593109,"title":"Turned off by the business"}]}]""");

        assertThat(declined).singleElement().isInstanceOfSatisfying(SyncProgressed.class, it -> {
            assertThat(it.error()).isEqualTo(new PlatformError(2593109, "Turned off by the business", null));
            assertThat(it.messages()).isZero();
        });
    }

    @Test
    void an_entry_of_the_address_book_is_told_by_every_name_that_it_has() {
        var added = entry(
                "add",
                "\"full_name\":\"Giulia (fioraio)\",\"phone_number\":\"+39 333 0000042\","
                        + "\"user_id\":\"IT.77\",\"username\":\"@giulia.r\"");
        var removed = entry("remove", "\"phone_number\":\"393330000042\"");

        assertThat(added).isInstanceOfSatisfying(PhoneContactChanged.class, it -> {
            assertThat(it.customer()).isEqualTo(GIULIA);
            assertThat(it.name()).isEqualTo("Giulia (fioraio)");
            assertThat(it.changedAt()).isEqualTo(THEN);
        });
        assertThat(removed)
                .isInstanceOfSatisfying(
                        PhoneContactChanged.class, it -> assertThat(it.name()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"full_name\":\"Nessuno\"", "\"phone_number\":\"393330000042\"", "\"first_name\":7"})
    void an_entry_that_says_too_little_is_kept_as_it_came(String contact) {
        assertThat(entry("add", contact)).isInstanceOf(PartUnrecognised.class);
    }

    private WhatsAppEvent entry(String action, String contact) {
        return told("smb_app_state_sync", METADATA + """
                        ,"state_sync":[{"type":"contact","action":"%s","contact":{%s},\
                        "metadata":{"timestamp":"1790000000"}}]""".formatted(action, contact))
                .getFirst();
    }

    private List<WhatsAppEvent> piece(String messages) {
        return told("history", METADATA + """
                ,"history":[{"metadata":{"phase":1,"chunk_order":3,"progress":55},"threads":[{"id":"393330000042",\
                "context":{"wa_id":"393330000042","user_id":"IT.77","username":"giulia.r"},"messages":[%s]}]}]""".formatted(messages));
    }

    private List<WhatsAppEvent> told(String field, String value) {
        return translation.translate("""
                {"entry":[{"changes":[{"field":"%s","value":{%s}}]}]}""".formatted(field, value).getBytes(StandardCharsets.UTF_8), NOW);
    }
}
