package org.centralino.gateway.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.events.WhatsAppEvent.CustomerChanged.What;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the platform says of customers who have other keys now.
class CustomerReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @Test
    void another_identity_is_told_by_nobody_and_about_the_one_who_had_the_former() {
        var change = changeIn("""
                {"id":"w","timestamp":"1795665400","type":"system","system":{"type":"user_changed_user_id",\
                "body":"User changed identifier","user_id":"IT.52","previous_user_id":"IT.51"}}""");

        assertThat(change.what()).isEqualTo(What.IDENTITY);
        assertThat(change.customer()).isEqualTo(customer("IT.51", null));
        assertThat(change.now()).isEqualTo(customer("IT.52", null));
        assertThat(change.sentAt()).isEqualTo(Instant.ofEpochSecond(1795665400));
    }

    @ParameterizedTest
    @CsvSource({
        "user_changed_number, wa_id",
        "customer_changed_number, new_wa_id",
        "customer_changed_number, wa_id",
        "user_changed_number, new_wa_id"
    })
    void another_number_is_understood_in_the_new_words_and_in_the_old_ones(String type, String field) {
        var change = changeIn("""
                {"from":"393330000501","id":"w","timestamp":"1795665400","type":"system",\
                "system":{"type":"%s","body":"User changed number","%s":"393330000401"}}""".formatted(type, field));

        assertThat(change.what()).isEqualTo(What.NUMBER);
        assertThat(change.customer()).isEqualTo(customer(null, "393330000501"));
        assertThat(change.now()).isEqualTo(customer(null, "393330000401"));
    }

    @Test
    void with_another_number_comes_another_identity() {
        var change = changeIn("""
                {"from":"393330000501","from_user_id":"IT.52","id":"w","timestamp":"1795665400","type":"system",\
                "system":{"type":"user_changed_number","wa_id":"393330000401","user_id":"IT.53",\
                "previous_user_id":"IT.52"}}""");

        assertThat(change.customer()).isEqualTo(customer("IT.52", "393330000501"));
        assertThat(change.now()).isEqualTo(customer("IT.53", "393330000401"));
    }

    @Test
    void the_former_number_may_stand_inside_only() {
        var change = changeIn("""
                {"id":"w","timestamp":"1795665400","type":"system","system":{"type":"customer_changed_number",\
                "customer":"393330000501","new_wa_id":"393330000401"}}""");

        assertThat(change.customer()).isEqualTo(customer(null, "393330000501"));
    }

    @Test
    void an_identity_that_is_his_now_is_none_that_he_had() {
        var change = changeIn("""
                {"from":"393330000501","from_user_id":"IT.53","id":"w","timestamp":"1795665400","type":"system",\
                "system":{"type":"user_changed_number","wa_id":"393330000401","user_id":"IT.53"}}""");

        assertThat(change.customer()).isEqualTo(customer(null, "393330000501"));
    }

    @Test
    void a_new_device_and_what_has_no_word_yet_are_told_as_such() {
        var message = """
                {"from":"393330000501","id":"w","timestamp":"1795665400","type":"system","system":{"type":"%s"}}""";

        assertThat(changeIn(message.formatted("customer_identity_changed")).what())
                .isEqualTo(What.DEVICE);
        assertThat(changeIn(message.formatted("user_grew_wings")).what()).isEqualTo(What.OTHER);
    }

    @Test
    void the_older_field_tells_the_same_change() {
        var change = (CustomerChanged) inField("user_id_update", """
                {"wa_id":"393330000077","detail":"User id changed.","timestamp":"1795360000",\
                "user_id":{"previous":"IT.7781930025541178","current":"IT.9005512218840031"}}""");

        assertThat(change.what()).isEqualTo(What.IDENTITY);
        assertThat(change.platformId()).isNull();
        assertThat(change.customer()).isEqualTo(customer("IT.7781930025541178", null));
        assertThat(change.now()).isEqualTo(customer("IT.9005512218840031", "393330000077"));
        assertThat(change.sentAt()).isEqualTo(Instant.ofEpochSecond(1795360000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messages | {'id':'w','type':'system','system':{'type':'user_changed_user_id','user_id':'IT.52'}}",
                "messages | {'id':'w','from':'393330000501','type':'system','system':{'type':'user_changed_number'}}",
                "messages | {'id':'w','type':'system'}",
                "user_id_update | {'user_id':{'current':'IT.52'}}",
                "user_id_update | {'user_id':7}"
            },
            quoteCharacter = '`')
    void a_change_of_nobody_or_to_nothing_is_kept_as_it_came(String field, String part) {
        var json = part.replace('\'', '"');

        assertThat(inField(field, json))
                .isInstanceOfSatisfying(
                        PartUnrecognised.class, kept -> assertThat(kept.raw()).isEqualTo(json));
    }

    private static CustomerChanged changeIn(String message) {
        return (CustomerChanged) inField("messages", message);
    }

    private static WhatsAppEvent inField(String field, String member) {
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"290000000000017","changes":[{"field":"%1$s",
                "value":{"metadata":{"phone_number_id":"510000000000023"},"%1$s":[%2$s]}}]}]}""".formatted(field, member);
        var translation = new WebhookTranslation(Set.of("510000000000023"));
        var events = ReadBack.equal(translation.translate(body.getBytes(StandardCharsets.UTF_8), NOW));
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static Customer customer(String bsuid, String waId) {
        return new Customer(bsuid, null, waId, null, null);
    }
}
