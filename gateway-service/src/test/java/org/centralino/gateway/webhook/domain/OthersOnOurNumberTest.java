package org.centralino.gateway.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.centralino.events.Content;
import org.centralino.events.MessageContext;
import org.centralino.events.Speaker;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.HandedOver;
import org.centralino.events.WhatsAppEvent.MessageEchoed;
import org.centralino.events.WhatsAppEvent.MessageEdited;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageRevoked;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the phone app and other applications do on one of our numbers (fact sheet, sections 16 and 17).
class OthersOnOurNumberTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant SENT = Instant.ofEpochSecond(1795341599);
    private static final String NUMBER = "510000000000023";
    private static final String METADATA = "\"metadata\":{\"phone_number_id\":\"" + NUMBER + "\"}";
    private static final String CONTACTS = """
            "contacts":[{"profile":{"name":"Giulia Rossi"},"wa_id":"393330000042","user_id":"IT.77"}]""";
    private static final Customer GIULIA = new Customer("IT.77", null, "393330000042", null, "Giulia Rossi");
    private static final String ECHO = """
            {"from":"390299990001","to":"393330000042","to_user_id":"IT.77","id":"wamid.E1","timestamp":"1795341599",\
            "type":"text","context":{"id":"wamid.Q"},"text":{"body":"Ti chiamo tra poco"}}""";
    private static final String QUESTION = """
            {"from":"393330000042","id":"wamid.Q","timestamp":"1795341599","type":"text","text":{"body":"Orari?"}}""";

    private final WebhookTranslation translation = new WebhookTranslation(Set.of(NUMBER));

    @ParameterizedTest
    @ValueSource(strings = {"smb_message_echoes", "message_echoes"})
    void what_was_written_on_the_phone_is_known_by_whom_it_was_written_to(String field) {
        var event = only(field, "%s,%s,\"message_echoes\":[%s]".formatted(METADATA, CONTACTS, ECHO));

        assertThat(event)
                .isEqualTo(new MessageEchoed(
                        NUMBER,
                        "wamid.E1",
                        GIULIA,
                        Speaker.PHONE,
                        SENT,
                        NOW,
                        new Content.Text("Ti chiamo tra poco"),
                        new MessageContext("wamid.Q", false, false),
                        ECHO));
    }

    @Test
    void an_echo_of_a_kind_that_is_not_shown_is_kept_with_its_name() {
        assertThat(echoed("\"type\":\"poll\""))
                .asInstanceOf(type(MessageEchoed.class))
                .extracting(MessageEchoed::content)
                .isEqualTo(new Content.Unsupported("poll", null, null, null));
    }

    @Test
    void what_the_business_changed_and_deleted_on_the_phone_is_its_own() {
        var edited = echoed("""
                "type":"edit","edit":{"original_message_id":"wamid.E1","message":{"type":"text","text":{"body":"Ora"}}}""");
        var revoked = echoed("\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.E1\"}");

        assertThat(edited)
                .isInstanceOfSatisfying(
                        MessageEdited.class, it -> assertThat(it.ours()).isTrue());
        assertThat(revoked)
                .isInstanceOfSatisfying(
                        MessageRevoked.class, it -> assertThat(it.ours()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":\"39333\",\"type\":\"text\",\"text\":{\"body\":\"Ciao\"}}",
                "{\"id\":\"w\",\"type\":\"text\",\"text\":{\"body\":\"Ciao\"}}",
                "{\"id\":\"w\",\"to\":\"39333\",\"group_id\":\"g\",\"type\":\"text\",\"text\":{\"body\":\"Ciao\"}}",
                "{\"id\":\"w\",\"to\":\"39333\",\"type\":\"revoke\"}",
                "{\"id\":\"w\",\"to\":\"39333\",\"type\":\"edit\",\"edit\":{\"original_message_id\":\"x\"}}"
            })
    void an_echo_that_does_not_say_what_or_to_whom_is_kept_as_it_came(String echo) {
        assertThat(only("smb_message_echoes", "%s,\"message_echoes\":[%s]".formatted(METADATA, echo)))
                .asInstanceOf(type(PartUnrecognised.class))
                .extracting(PartUnrecognised::raw)
                .isEqualTo(echo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"standby\":{%s}", "%s"})
    void what_another_application_hears_says_and_is_told_comes_on_standby(String form) {
        var lists = """
                "messages":[%s],"message_echoes":[%s],"statuses":[{"id":"wamid.E1","status":"read"}]""".formatted(QUESTION, ECHO);

        var events = translate("standby", "%s,%s,%s".formatted(METADATA, CONTACTS, form.formatted(lists)));

        assertThat(events)
                .satisfiesExactly(
                        heard -> assertThat(heard)
                                .isInstanceOfSatisfying(
                                        MessageReceived.class,
                                        it -> assertThat(it.standby()).isTrue()),
                        said -> assertThat(said)
                                .isInstanceOfSatisfying(
                                        MessageEchoed.class,
                                        it -> assertThat(it.speaker()).isEqualTo(Speaker.OTHER)),
                        told -> assertThat(told).isInstanceOf(StatusReported.class));
    }

    @Test
    void a_handover_says_who_answers_now_and_why() {
        assertThat(handedOver("""
                        "type":"control_passed","control_passed":{"previous_owner_role":"ai_agent",\
                        "new_owner_role":"customer_service","metadata":"Vuole parlare con una persona",\
                        "conversation_context":{"type":"summary","summary":{"text":"A delivery."}}}""")).isInstanceOfSatisfying(HandedOver.class, it -> {
            assertThat(it.customer()).isEqualTo(new Customer(null, null, "393330000601", null, null));
            assertThat(it.taken()).isFalse();
            assertThat(it.from()).isEqualTo(Speaker.AI_AGENT);
            assertThat(it.to()).isNull();
            assertThat(it.words()).isEqualTo("Vuole parlare con una persona");
            assertThat(it.summary()).isEqualTo("A delivery.");
            assertThat(it.sentAt()).isEqualTo(SENT);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "marketing, MARKETING",
        "utility, UTILITY",
        "ctwa, CTWA",
        "escalation, ESCALATION",
        "AI_AGENT, AI_AGENT",
        "concierge, OTHER",
        ", OTHER"
    })
    void a_role_that_is_new_or_not_told_is_another_application(String role, Speaker speaker) {
        var said = role == null ? "" : "\"new_owner_role\":\"%s\"".formatted(role);

        assertThat(handedOver("\"type\":\"control_taken\",\"control_taken\":{%s}".formatted(said)))
                .isInstanceOfSatisfying(HandedOver.class, it -> {
                    assertThat(it.to()).isEqualTo(speaker);
                    assertThat(it.taken()).isTrue();
                });
    }

    @Test
    void what_is_passed_on_without_saying_to_whom_is_passed_to_us() {
        assertThat(handedOver("\"type\":\"control_passed\""))
                .isInstanceOfSatisfying(
                        HandedOver.class, it -> assertThat(it.to()).isNull());
    }

    @Test
    void a_handover_of_another_kind_is_kept_as_it_came() {
        assertThat(handedOver("\"type\":\"control_requested\"")).isInstanceOf(PartUnrecognised.class);
    }

    @Test
    void a_handover_that_is_delivered_twice_has_one_id_and_another_one_has_its_own() {
        var first = handedOver("\"type\":\"control_passed\"");
        var again = handedOver("\"type\":\"control_passed\",\"messaging_product\":\"whatsapp\"");
        var other = handedOver("\"type\":\"control_taken\"");

        assertThat(EventIdentity.of(again)).isEqualTo(EventIdentity.of(first)).isNotEqualTo(EventIdentity.of(other));
    }

    private WhatsAppEvent echoed(String said) {
        var echo = "{\"to\":\"393330000042\",\"id\":\"wamid.E9\",\"timestamp\":\"1795341599\",%s}".formatted(said);
        return only("smb_message_echoes", "%s,\"message_echoes\":[%s]".formatted(METADATA, echo));
    }

    private WhatsAppEvent handedOver(String said) {
        return only("messaging_handovers", """
                "sender":{"phone_number":"+39 333 0000601"},"recipient":{"phone_number_id":"%s"},"timestamp":"1795341599",%s""".formatted(NUMBER, said));
    }

    private WhatsAppEvent only(String field, String value) {
        var events = translate(field, value);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private List<WhatsAppEvent> translate(String field, String value) {
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"29","changes":[{"field":"%s","value":{%s}}]}]}""".formatted(field, value);
        return translation.translate(body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
