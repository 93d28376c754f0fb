package org.centralino.gateway.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.centralino.events.Content;
import org.centralino.events.MessageContext;
import org.centralino.events.PlatformError;
import org.centralino.events.Pricing;
import org.centralino.events.UnicodeText;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTranslationTest {
    private static final String NUMBER = "510000000000023";
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Customer GIULIA =
            new Customer("IT.7781930025541178", null, "393330000042", "giulia.r", "Giulia Rossi");
    private static final String CONTACT = """
            {"profile":{"name":"Giulia Rossi","username":"@giulia.r"},"wa_id":"393330000042","user_id":"IT.7781930025541178"}""";
    private static final String TEXT = """
            {"from":"393330000042","from_user_id":"IT.7781930025541178","id":"wamid.FICT0001","timestamp":"1795341599",\
            "type":"text","text":{"body":"Buongiorno, \\u00e8 arrivato il mio ordine? 😊"}}""";

    private final WebhookTranslation translation = new WebhookTranslation(Set.of(NUMBER));

    @Test
    void a_text_message_is_known_by_its_sender_and_says_what_was_written() {
        var events = translate(messages(TEXT));

        assertThat(events)
                .containsExactly(new MessageReceived(
                        NUMBER,
                        "wamid.FICT0001",
                        GIULIA,
                        Instant.ofEpochSecond(1795341599),
                        NOW,
                        new Content.Text("Buongiorno, è arrivato il mio ordine? 😊"),
                        null,
                        false,
                        null,
                        TEXT));
    }

    @Test
    void all_messages_and_statuses_of_all_changes_of_all_entries_become_events() {
        var body = envelope(
                entry(change(value("messages", message("1"), message("2"))), change(value("statuses", status("3")))),
                entry(change(value("messages", message("4")))));

        assertThat(translate(body))
                .extracting(WebhookTranslationTest::platformIdOf)
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void messages_and_statuses_in_one_change_are_both_taken() {
        var value = "{\"statuses\":[%s],\"messages\":[%s],%s}".formatted(status("1"), message("2"), metadata(NUMBER));

        assertThat(translate(envelope(entry(change(value)))))
                .extracting(WebhookTranslationTest::platformIdOf)
                .containsExactly("1", "2");
    }

    @Test
    void a_customer_without_a_phone_number_is_known_by_the_business_scoped_id() {
        var message = """
                {"from_user_id":"IT.1","id":"w","timestamp":"1795341599","type":"text","text":{"body":"Ciao"}}""";
        var value = valueOf(
                "{\"profile\":{\"name\":\"Ida\"},\"user_id\":\"IT.1\",\"parent_user_id\":\"IT.ENT.9\"}",
                "messages",
                message);

        assertThat(customerOf(value)).isEqualTo(new Customer("IT.1", "IT.ENT.9", null, null, "Ida"));
    }

    @Test
    void a_contact_is_found_by_id_and_never_by_its_place() {
        var others = "{\"profile\":{\"name\":\"Somebody else\"},\"wa_id\":\"39111\",\"user_id\":\"IT.2\"}";

        assertThat(customerOf(valueOf(others, "messages", TEXT)).profileName()).isNull();
        assertThat(customerOf(valueOf(others + "," + CONTACT, "messages", TEXT)))
                .isEqualTo(GIULIA);
    }

    @Test
    void the_contact_completes_what_the_message_does_not_say() {
        var byNumber = """
                {"from":"393330000042","id":"w","timestamp":"1795341599","type":"text","text":{"body":"Ciao"}}""";

        assertThat(customerOf(valueOf(CONTACT, "messages", byNumber))).isEqualTo(GIULIA);
    }

    @Test
    void an_answer_names_the_message_that_it_answers() {
        var message = inContext("{\"from\":\"390299990001\",\"id\":\"wamid.OURS\"}");

        assertThat(messageIn(messages(message)).context()).isEqualTo(new MessageContext("wamid.OURS", false, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"forwarded\":true}                                | true | false",
                "{\"frequently_forwarded\":true}                     | true | true",
                "{\"forwarded\":true,\"frequently_forwarded\":true}  | true | true"
            })
    void a_message_that_was_passed_on_says_so(String context, boolean forwarded, boolean often) {
        assertThat(messageIn(messages(inContext(context))).context())
                .isEqualTo(new MessageContext(null, forwarded, often));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "\"wamid\"",
                "{\"id\":\"\"}",
                "{\"forwarded\":false}",
                "{\"referred_product\":{}}",
                "{\"referred_product\":[\"1\"]}"
            })
    void a_context_that_says_nothing_to_show_is_left_out(String context) {
        assertThat(messageIn(messages(inContext(context))).context()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "image    | `\"image\":{\"caption\":\"Guarda\"}`                                                  | Guarda",
                "document | `\"document\":{\"filename\":\"ordine.pdf\"}`                                          | ordine.pdf",
                "hologram | `\"hologram\":{\"depth\":3}`                                                           |",
                "text     | `\"text\":{}`                                                                          |",
                "text     | `\"text\":[\"x\"]`                                                                     |",
            })
    void what_cannot_be_shown_keeps_its_name_and_its_words(String type, String content, String words) {
        var message = "{\"from\":\"39333\",\"id\":\"w\",\"timestamp\":\"1795341599\",\"type\":\"%s\",%s}"
                .formatted(type, content);

        assertThat(messageIn(messages(message)).content()).isEqualTo(new Content.Unsupported(type, words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"from\":\"39333\",\"id\":\"w\",\"type\":\"reaction\",\"reaction\":{\"message_id\":{}}}` | names no other",
                "`{\"from\":\"39333\",\"id\":\"w\",\"type\":\"edit\",\"edit\":{\"original_message_id\":{}}}` | names no other",
                "`{\"from\":\"39333\",\"id\":\"w\",\"type\":\"revoke\",\"revoke\":{\"original_message_id\":{}}}` | names no other",
                "`{\"from\":\"39333\",\"id\":\"w\",\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\"}}` | to what",
                "`{\"from\":\"39333\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}`                           | without an id",
                "`{\"from\":\"39333\",\"id\":\"\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}`               | without an id",
                "`{\"id\":\"w\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}`                                 | without a sender",
                "`{}`                                                                                         | without an id",
                "`\"words\"`                                                                                  | without an id",
                "`null`                                                                                       | without an id",
                "`[[]]`                                                                                       | without an id",
            })
    void what_is_no_message_to_show_is_kept_as_it_came(String message, String reason) {
        var event = unrecognisedIn(messages(message));

        assertThat(event.reason()).contains(reason);
        assertThat(event.raw()).isEqualTo(message);
        assertThat(event.phoneNumberId()).isEqualTo(NUMBER);
        assertThat(event.field()).isEqualTo("messages");
    }

    @Test
    void what_is_told_of_a_call_from_its_ringing_to_its_end_is_one_call() {
        var ringing = call("\"event\":\"connect\",\"direction\":\"USER_INITIATED\",\"session\":{\"sdp\":\"v=0\"}");
        var ended = call("\"event\":\"terminate\",\"status\":\"COMPLETED\",\"duration\":42");

        assertThat(messageIn(ringing).content()).isEqualTo(new Content.Call());
        assertThat(idOf(ended)).isEqualTo(idOf(ringing));
    }

    @Test
    void a_call_of_the_business_is_kept_and_nobody_waits_by_it() {
        assertThat(unrecognisedIn(call("\"event\":\"connect\",\"direction\":\"BUSINESS_INITIATED\""))
                        .reason())
                .contains("the business's own");
    }

    private String call(String said) {
        return envelope(entry(
                "{\"field\":\"calls\",\"value\":{\"metadata\":{\"phone_number_id\":\"%s\"},\"calls\":[{\"id\":\"wacid.1\",\"from\":\"393330000042\",\"timestamp\":\"1795341599\",%s}]}}"
                        .formatted(NUMBER, said)));
    }

    @Test
    void a_broken_message_does_not_trouble_its_neighbours() {
        var deep = "[".repeat(5_000) + "]".repeat(5_000);
        var events = translate(messages(message("1"), "null", "{\"id\":" + deep + "}", message("2")));

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("MessageReceived", "PartUnrecognised", "PartUnrecognised", "MessageReceived");
    }

    @Test
    void a_status_says_of_which_message_and_to_whom() {
        var status = """
                {"id":"wamid.FICTOUT01","status":"delivered","timestamp":"1795341590","recipient_id":"393330000042",\
                "biz_opaque_callback_data":"msg:0192f0c4","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}}""";

        assertThat(translate(envelope(entry(change(valueOf(CONTACT, "statuses", status))))))
                .containsExactly(new StatusReported(
                        NUMBER,
                        "wamid.FICTOUT01",
                        GIULIA,
                        "delivered",
                        Instant.ofEpochSecond(1795341590),
                        NOW,
                        "msg:0192f0c4",
                        List.of(),
                        new Pricing("PMP", "regular", "service", true, null),
                        status));
    }

    @Test
    void a_status_says_until_when_a_customer_who_came_by_an_ad_costs_nothing() {
        var status = """
                {"id":"w","status":"sent","conversation":{"id":"c","origin":{"type":"referral_conversion"},"expiration_timestamp":"1795600790"},\
                "pricing":{"billable":false,"pricing_model":"PMP","type":"%s","category":"referral_conversion"}}""";

        assertThat(statusIn(status.formatted("free_entry_point")).pricing())
                .isEqualTo(new Pricing(
                        "PMP", "free_entry_point", "referral_conversion", false, Instant.ofEpochSecond(1795600790)));
        assertThat(statusIn(status.formatted("regular")).pricing().freeUntil()).isNull();
    }

    @Test
    void a_failed_status_says_why() {
        var errors = """
                "errors":[{"code":131047,"title":"Re-engagement message","message":"Re-engagement message",\
                "error_data":{"details":"More than 24 hours have passed"}},{"code":"130472","message":"Experiment"},{}]""";
        var status = "{\"id\":\"w\",\"status\":\"failed\",%s}".formatted(errors);

        assertThat(statusIn(status).errors())
                .containsExactly(
                        new PlatformError(131047, "Re-engagement message", "More than 24 hours have passed"),
                        new PlatformError(130472, "Experiment", "Experiment"),
                        new PlatformError(0, null, null));
    }

    @Test
    void a_status_with_a_new_word_and_no_recipient_is_still_a_status() {
        var status = statusIn("{\"id\":\"w\",\"status\":\"warped\"}");

        assertThat(status.status()).isEqualTo("warped");
        assertThat(status.recipient()).isEqualTo(new Customer(null, null, null, null, null));
        assertThat(status.statusAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"sent\"}", "{\"id\":\"w\"}", "7"})
    void what_is_no_status_is_kept_as_it_came(String status) {
        assertThat(unrecognisedIn(envelope(entry(change(value("statuses", status)))))
                        .raw())
                .isEqualTo(status);
    }

    @Test
    void errors_and_lists_that_are_new_are_kept_member_by_member() {
        var value = "{%s,\"errors\":[{\"code\":131060}],\"user_actions\":[{\"a\":1},2]}".formatted(metadata(NUMBER));

        assertThat(translate(envelope(entry(change(value)))))
                .extracting(event -> ((PartUnrecognised) event).raw())
                .containsExactly("{\"code\":131060}", "{\"a\":1}", "2");
    }

    @Test
    void a_message_to_a_number_of_somebody_else_is_kept_and_is_no_message() {
        var value = "{\"messages\":[%s],%s}".formatted(TEXT, metadata("999"));
        var event = unrecognisedIn(envelope(entry(change(value))));

        assertThat(event.phoneNumberId()).isEqualTo("999");
        assertThat(event.reason()).contains("does not serve");
        assertThat(event.raw()).isEqualTo(TEXT);
    }

    @Test
    void a_message_without_the_number_it_was_for_is_kept() {
        assertThat(unrecognisedIn(envelope(entry(change("{\"messages\":[%s]}".formatted(TEXT)))))
                        .phoneNumberId())
                .isNull();
    }

    @Test
    void a_field_that_is_not_handled_yet_is_kept_with_its_account_and_time() {
        var change = "{\"field\":\"automatic_events\",\"value\":{\"event\":\"LEAD\"}}";
        var event =
                unrecognisedIn(envelope("{\"time\":1795359600,\"changes\":[%s],\"id\":\"2900\"}".formatted(change)));

        assertThat(event.field()).isEqualTo("automatic_events");
        assertThat(event.raw()).isEqualTo("{\"id\":\"2900\",\"time\":1795359600,\"changes\":[%s]}".formatted(change));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"mess",
                "[]",
                "{}",
                "null",
                "\"text\"",
                "not json",
                "{\"entry\":[]}",
                "{\"entry\":[]} {\"entry\":[]}",
                "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"changes\":[]}]}",
            })
    void what_is_no_webhook_is_kept_whole(String body) {
        var event = unrecognisedIn(body);

        assertThat(event.raw()).isEqualTo(body);
        assertThat(event.field()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\",\"changes\":[]}",
                "{\"id\":\"1\"}",
                "3",
                "[{}]",
            })
    void an_entry_with_nothing_to_understand_is_kept(String entry) {
        assertThat(unrecognisedIn(envelope(entry)).raw()).isEqualTo(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"field\":\"messages\"}",
                "{\"field\":\"messages\",\"value\":3}",
                "{\"field\":\"messages\",\"value\":{\"messages\":[]}}",
                "{\"value\":{\"messages\":[]}}",
                "{}"
            })
    void a_change_with_nothing_to_understand_is_kept(String change) {
        assertThat(unrecognisedIn(envelope("{\"changes\":[%s]}".formatted(change)))
                        .raw())
                .isEqualTo("{\"changes\":[%s]}".formatted(change));
    }

    @Test
    void bytes_that_are_no_text_are_kept_as_base64() {
        var events = translation.translate(new byte[] {0x1f, (byte) 0x8b, 8, 0}, NOW);

        assertThat(events)
                .hasSize(1)
                .first()
                .extracting(event -> ((PartUnrecognised) event).raw())
                .isEqualTo("base64:H4sIAA==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void another_encoding_than_utf_8_is_kept_whole(String charset) {
        var events = translation.translate(messages(TEXT).getBytes(java.nio.charset.Charset.forName(charset)), NOW);

        assertThat(events).hasSize(1).first().isInstanceOf(PartUnrecognised.class);
    }

    @Test
    void nesting_without_end_is_kept_and_does_not_exhaust_the_memory() {
        var body = "[".repeat(3 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);

        assertThat(translation.translate(body, NOW)).hasSize(1);
        assertThat(translation.translate(envelope("[".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8), NOW))
                .hasSize(1);
    }

    @Test
    void a_thousand_entries_are_all_taken() {
        var entries = IntStream.range(0, 1_000)
                .mapToObj(i -> entry(change(value("messages", message("w" + i)))))
                .toArray(String[]::new);

        assertThat(translate(envelope(entries))).hasSize(1_000).allMatch(MessageReceived.class::isInstance);
    }

    @Test
    void more_pieces_than_the_platform_ever_sends_are_kept_in_one_piece() {
        var entries = IntStream.range(0, 100_000).mapToObj(_ -> "{}").collect(Collectors.joining(","));

        assertThat(unrecognisedIn(envelope(entries)).reason()).contains("more than");
    }

    @Test
    void a_very_long_text_is_a_message() {
        var text = "è".repeat(65_536);
        var message = "{\"from\":\"39333\",\"id\":\"w\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}".formatted(text);

        assertThat(messageIn(messages(message)).content()).isEqualTo(new Content.Text(text));
    }

    @Test
    void a_message_of_more_than_a_mebibyte_is_kept_as_it_came() {
        var message = "{\"from\":\"39333\",\"id\":\"w\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted("x".repeat(1024 * 1024));

        assertThat(unrecognisedIn(messages(message)).reason()).contains("larger");
    }

    @Test
    void characters_that_cannot_be_stored_are_replaced_everywhere() {
        var message = """
                {"from":"39333","from_user_id":"IT.1","id":"w\\u0000","type":"text","text":{"body":"a\\u0000b\\ud83dc\\udc00"}}""";
        var contact = "{\"profile\":{\"name\":\"G\\u0000\",\"username\":\"g\\ud800\"},\"user_id\":\"IT.1\"}";
        var event = (MessageReceived) translate(envelope(entry(change(valueOf(contact, "messages", message)))))
                .getFirst();

        assertThat(event.content()).isEqualTo(new Content.Text("a\uFFFDb\uFFFDc\uFFFD"));
        assertThat(event.platformId()).isEqualTo("w\uFFFD");
        assertThat(event.customer().profileName()).isEqualTo("G\uFFFD");
        assertThat(event.customer().username()).isEqualTo("g\uFFFD");
        assertThat(UnicodeText.isStorable(event.raw())).isTrue();
        assertThat(event.raw()).isEqualTo(message);
    }

    @Test
    void right_to_left_text_and_emoji_stay_what_they_are() {
        var message = """
                {"from":"39333","id":"w","type":"text","text":{"body":"\\u202eمرحبا 👩‍👩‍👧 \\ud83d\\ude0a"}}""";

        assertThat(messageIn(messages(message)).content()).isEqualTo(new Content.Text("\u202eمرحبا 👩‍👩‍👧 😊"));
    }

    @ParameterizedTest
    @CsvSource({
        "1795341599, 2026-11-22T09:59:59Z",
        "'\"1795341599\"', 2026-11-22T09:59:59Z",
        "'\"0\"', 2026-11-22T10:00:00Z",
        "-5, 2026-11-22T10:00:00Z",
        "null, 2026-11-22T10:00:00Z",
        "'\"yesterday\"', 2026-11-22T10:00:00Z",
        "1795341599000, 2026-11-22T10:00:00Z",
        "99999999999999999999999, 2026-11-22T10:00:00Z",
        "1e400, 2026-11-22T10:00:00Z",
        "[], 2026-11-22T10:00:00Z",
    })
    void times_come_as_text_or_number_and_impossible_ones_are_replaced_by_ours(String said, Instant understood) {
        var message = "{\"from\":\"39333\",\"id\":\"w\",\"timestamp\":%s,\"type\":\"text\",\"text\":{\"body\":\"x\"}}"
                .formatted(said);

        assertThat(messageIn(messages(message)).sentAt()).isEqualTo(understood);
    }

    @Test
    void what_the_platform_calls_the_same_has_the_same_id() {
        var again = message("1").replace("\"body\":\"Ciao\"", "\"body\":\"Ciao!\"");

        assertThat(idOf(messages(message("1")))).isEqualTo(idOf(messages(again)));
        assertThat(idOf(messages(message("1")))).isNotEqualTo(idOf(messages(message("2"))));
        assertThat(idOf(envelope(entry(change(value("statuses", status("1")))))))
                .isNotEqualTo(idOf(messages(message("1"))))
                .isNotEqualTo(idOf(envelope(
                        entry(change(value("statuses", status("1").replace("delivered", "read")))))));
        assertThat(idOf("rubbish")).isEqualTo(idOf("rubbish")).isNotEqualTo(idOf("other rubbish"));
    }

    @Test
    void the_same_id_is_the_same_for_ever() {
        assertThat(idOf(messages(message("1")))).hasToString("a7010815-845d-82a0-96df-ce44d436954a");
    }

    @Test
    void redelivery_at_another_time_changes_no_id() {
        var later = translation.translate("rubbish".getBytes(StandardCharsets.UTF_8), NOW.plus(Duration.ofDays(1)));

        assertThat(EventIdentity.of(later.getFirst())).isEqualTo(idOf("rubbish"));
    }

    private List<WhatsAppEvent> translate(String body) {
        return ReadBack.equal(translation.translate(body.getBytes(StandardCharsets.UTF_8), NOW));
    }

    private MessageReceived messageIn(String body) {
        return (MessageReceived) only(translate(body));
    }

    private PartUnrecognised unrecognisedIn(String body) {
        return (PartUnrecognised) only(translate(body));
    }

    private StatusReported statusIn(String status) {
        return (StatusReported) only(translate(envelope(entry(change(value("statuses", status))))));
    }

    private Customer customerOf(String value) {
        return messageIn(envelope(entry(change(value)))).customer();
    }

    private java.util.UUID idOf(String body) {
        return EventIdentity.of(only(translate(body)));
    }

    private static WhatsAppEvent only(List<WhatsAppEvent> events) {
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static String platformIdOf(WhatsAppEvent event) {
        return switch (event) {
            case MessageReceived message -> message.platformId();
            case StatusReported status -> status.platformId();
            case WhatsAppEvent.MessageEchoed it -> it.platformId();
            case WhatsAppEvent.MessageSynced it -> it.platformId();
            case WhatsAppEvent.SyncProgressed it -> String.valueOf(it.chunk());
            case WhatsAppEvent.MarketingChosen it -> it.customer().waId();
            case WhatsAppEvent.PhoneContactChanged it -> it.customer().waId();
            case WhatsAppEvent.HandedOver it -> it.customer().waId();
            case WhatsAppEvent.ReactionReceived it -> it.platformId();
            case WhatsAppEvent.MessageEdited it -> it.platformId();
            case WhatsAppEvent.MessageRevoked it -> it.platformId();
            case WhatsAppEvent.CustomerChanged it -> it.platformId();
            case WhatsAppEvent.GroupReported it -> it.raw();
            case WhatsAppEvent.AccountReported it -> it.field();
            case PartUnrecognised part -> part.reason();
            case WhatsAppEvent.Unrecognised unrecognised -> unrecognised.type();
        };
    }

    private static String messages(String... messages) {
        return envelope(entry(change("{\"messaging_product\":\"whatsapp\",%s,\"contacts\":[%s],\"messages\":[%s]}"
                .formatted(metadata(NUMBER), CONTACT, String.join(",", messages)))));
    }

    private static String message(String id) {
        return "{\"from\":\"39333\",\"id\":\"%s\",\"timestamp\":\"1795341599\",\"type\":\"text\",\"text\":{\"body\":\"Ciao\"}}"
                .formatted(id);
    }

    private static String inContext(String context) {
        return message("1").replace("\"type\"", "\"context\":%s,\"type\"".formatted(context));
    }

    private static String status(String id) {
        return "{\"id\":\"%s\",\"status\":\"delivered\",\"timestamp\":\"1795341599\",\"recipient_id\":\"39333\"}"
                .formatted(id);
    }

    private static String envelope(String... entries) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[%s]}".formatted(String.join(",", entries));
    }

    private static String entry(String... changes) {
        return "{\"id\":\"290000000000017\",\"changes\":[%s]}".formatted(String.join(",", changes));
    }

    private static String change(String value) {
        return "{\"field\":\"messages\",\"value\":%s}".formatted(value);
    }

    private static String value(String list, String... members) {
        return "{%s,\"%s\":[%s]}".formatted(metadata(NUMBER), list, String.join(",", members));
    }

    private static String valueOf(String contacts, String list, String member) {
        return "{%s,\"contacts\":[%s],\"%s\":[%s]}".formatted(metadata(NUMBER), contacts, list, member);
    }

    private static String metadata(String phoneNumberId) {
        return "\"metadata\":{\"display_phone_number\":\"390299990001\",\"phone_number_id\":\"%s\"}"
                .formatted(phoneNumberId);
    }
}
