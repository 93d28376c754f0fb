package org.centralino.simulator.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.ChatMessage.Fate;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Delivery.Layout;
import org.centralino.simulator.platform.domain.Delivery.Part;
import org.centralino.simulator.platform.domain.MessageStatus;
import org.junit.jupiter.api.Test;

/// The expected JSON is the fact sheet's (sections 4.1, 5.1 and 12.1).
class WebhookBodyTest {
    private static final Instant AT = Instant.ofEpochSecond(1_795_359_600);
    private static final String NUMBER = "510000000000023";
    private static final Customer GIULIA = new Customer(
            "393330000042",
            "Giulia Rossi",
            "393330000042",
            "IT.7781930025541178",
            "giulia.r",
            true,
            false,
            Customer.Kind.REGULAR);
    private static final Customer HIDDEN = new Customer(
            "IT.9005512218840031", "Ada", null, "IT.9005512218840031", "ada", true, false, Customer.Kind.ADDED);

    @Test
    void a_message_looks_as_the_platform_writes_it() {
        var body = body(Layout.MESSAGES, message(GIULIA, "wamid.FICT0001", "Buongiorno, è arrivato il mio ordine?"));

        assertThat(body).isEqualTo("""
                {"object":"whatsapp_business_account","entry":[{"id":"290000000000017","changes":[{"value":{\
                "messaging_product":"whatsapp",\
                "metadata":{"display_phone_number":"390299990001","phone_number_id":"510000000000023"},\
                "contacts":[{"profile":{"name":"Giulia Rossi","username":"giulia.r"},"wa_id":"393330000042",\
                "user_id":"IT.7781930025541178"}],\
                "messages":[{"from":"393330000042","from_user_id":"IT.7781930025541178","id":"wamid.FICT0001",\
                "timestamp":"1795359600","type":"text",\
                "text":{"body":"Buongiorno, \\u00e8 arrivato il mio ordine?"}}]},"field":"messages"}]}]}""");
    }

    @Test
    void a_customer_who_hides_the_number_is_known_by_the_bsuid_alone() {
        var body = body(Layout.MESSAGES, message(HIDDEN, "wamid.1", "Salve"));

        assertThat(body)
                .contains("\"contacts\":[{\"profile\":{\"name\":\"Ada\",\"username\":\"ada\"},"
                        + "\"user_id\":\"IT.9005512218840031\"}]")
                .contains("\"from_user_id\":\"IT.9005512218840031\"")
                .doesNotContain("wa_id", "\"from\"");
    }

    @Test
    void a_delivered_status_echoes_the_callback_data_and_names_the_price() {
        var body = body(Layout.MESSAGES, status(GIULIA, MessageStatus.DELIVERED, Fate.ARRIVES));

        assertThat(body).contains("""
                "statuses":[{"id":"wamid.FICTOUT01","status":"delivered","timestamp":"1795359600",\
                "recipient_id":"393330000042","recipient_user_id":"IT.7781930025541178",\
                "biz_opaque_callback_data":"msg:0192f0c4",\
                "pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}}]""");
    }

    @Test
    void a_send_outside_the_window_fails_with_131047_and_names_no_contact() {
        var body = body(Layout.MESSAGES, status(GIULIA, MessageStatus.FAILED, Fate.WINDOW_CLOSED));

        assertThat(body)
                .contains("\"status\":\"failed\"", "\"errors\":[{\"code\":131047,\"title\":\"Re-engagement message\"")
                .doesNotContain("\"contacts\"", "\"pricing\"");
    }

    @Test
    void several_messages_of_a_number_share_a_change_and_name_each_contact_once() throws Exception {
        var value = PlainJson.MAPPER
                .readTree(body(
                        Layout.MESSAGES,
                        message(GIULIA, "wamid.1", "uno"),
                        message(HIDDEN, "wamid.2", "due"),
                        message(GIULIA, "wamid.3", "tre")))
                .at("/entry/0/changes/0/value");

        assertThat(value.path("contacts")).hasSize(2);
        assertThat(value.path("messages")).hasSize(3);
    }

    @Test
    void messages_and_statuses_never_share_a_change() throws Exception {
        var entry = PlainJson.MAPPER
                .readTree(body(
                        Layout.MESSAGES,
                        message(GIULIA, "wamid.1", "uno"),
                        status(GIULIA, MessageStatus.SENT, Fate.ARRIVES),
                        message(GIULIA, "wamid.2", "due")))
                .at("/entry/0/changes");

        assertThat(entry).hasSize(3);
        assertThat(entry.at("/1/value/statuses")).hasSize(1);
    }

    @Test
    void parts_may_also_stand_in_changes_or_entries_of_their_own() throws Exception {
        var parts = new Part[] {message(GIULIA, "wamid.1", "uno"), message(GIULIA, "wamid.2", "due")};

        var changes = PlainJson.MAPPER.readTree(body(Layout.CHANGES, parts));
        var entries = PlainJson.MAPPER.readTree(body(Layout.ENTRIES, parts));

        assertThat(changes.at("/entry")).hasSize(1);
        assertThat(changes.at("/entry/0/changes")).hasSize(2);
        assertThat(entries.at("/entry")).hasSize(2);
        assertThat(entries.at("/entry/1/changes")).hasSize(1);
    }

    @Test
    void emoji_lone_surrogates_and_nul_are_escaped_with_lower_case_digits() {
        var body = body(Layout.MESSAGES, message(GIULIA, "wamid.1", "\uD83D\uDE0A \uDCFF \0 /"));

        assertThat(body).contains("\"body\":\"\\ud83d\\ude0a \\udcff \\u0000 /\"");
    }

    private static Part message(Customer customer, String wamid, String text) {
        return WebhookParts.message(customer, ChatMessage.written(wamid, customer.id(), NUMBER, text, AT, null));
    }

    private static Part status(Customer customer, MessageStatus status, Fate fate) {
        var message = new ChatMessage(
                "wamid.FICTOUT01",
                customer.id(),
                NUMBER,
                false,
                "Ciao",
                AT,
                MessageStatus.ACCEPTED,
                AT,
                fate,
                "msg:0192f0c4",
                null);
        return WebhookParts.status(customer, message, status, AT);
    }

    private static String body(Layout layout, Part... parts) {
        return PlainJson.write(WebhookBody.of(
                List.of(parts), layout, number -> new WebhookBody.Metadata(number, "390299990001", "290000000000017")));
    }
}
