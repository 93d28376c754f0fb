package org.centralino.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeededTest {

    @Test
    void without_a_secret_the_gateway_does_not_start() {
        assertThatThrownBy(() -> Needed.settings(Optional.empty(), "CENTRALINO_WHATSAPP_APP_SECRETS"))
                .hasMessageContaining("CENTRALINO_WHATSAPP_APP_SECRETS is not set");
        assertThatThrownBy(() -> Needed.settings(Optional.of(List.of()), "SECRETS"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Needed.settings(Optional.of(List.of("good", " ")), "SECRETS"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Needed.setting(Optional.of(""), "TOKEN")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_secret_that_could_be_guessed_is_none() {
        assertThatThrownBy(() -> Needed.secret(Optional.of("123456789012345"), "TOKEN"))
                .hasMessageContaining("TOKEN has 15 characters");
        assertThat(Needed.secret(Optional.of("1234567890123456"), "TOKEN")).hasSize(16);
    }

    @Test
    void with_secrets_it_does() {
        assertThat(Needed.settings(Optional.of(List.of("one", "two")), "SECRETS"))
                .containsExactly("one", "two");
        assertThat(Needed.setting(Optional.of("token"), "TOKEN")).isEqualTo("token");
    }
}
