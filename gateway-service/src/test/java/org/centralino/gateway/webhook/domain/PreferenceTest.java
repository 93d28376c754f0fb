package org.centralino.gateway.webhook.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MarketingChosen;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:00:00Z");

    @ParameterizedTest
    @CsvSource({"stop, false", "resume, true", "signup, true"})
    void what_a_customer_wants_is_read_with_who_it_is(String value, boolean wanted) {
        var choice = (MarketingChosen) translated("marketing_messages", value);

        assertThat(choice.wanted()).isEqualTo(wanted);
        assertThat(choice.customer().waId()).isEqualTo("393330000042");
        assertThat(choice.customer().bsuid()).isEqualTo("IT.7781930025541178");
        assertThat(choice.customer().profileName()).isEqualTo("Giulia Rossi");
        assertThat(choice.chosenAt()).isEqualTo(Instant.ofEpochSecond(1795361000));
    }

    @Test
    void what_is_new_is_kept_as_it_came() {
        assertThat(translated("marketing_messages", "perhaps")).isInstanceOf(PartUnrecognised.class);
        assertThat(translated("songs", "stop")).isInstanceOf(PartUnrecognised.class);
    }

    private static WhatsAppEvent translated(String category, String value) {
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"user_preferences","value":{
                "messaging_product":"whatsapp","metadata":{"phone_number_id":"510000000000023"},
                "contacts":[{"profile":{"name":"Giulia Rossi"},"wa_id":"393330000042","user_id":"IT.7781930025541178"}],
                "user_preferences":[{"wa_id":"393330000042","user_id":"IT.7781930025541178","category":"%s",
                "value":"%s","detail":"User stopped marketing","timestamp":1795361000}]}}]}]}""".formatted(category, value);
        return new WebhookTranslation(Set.of("510000000000023"))
                .translate(body.getBytes(UTF_8), NOW)
                .getFirst();
    }
}
