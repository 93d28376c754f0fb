package org.centralino.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    @Test
    void each_user_has_a_variable_of_its_own() {
        var passwords = new Passwords(Map.of("CENTRALINO_KAFKA_PASSWORD_NOTES", "Abc-1"));

        assertThat(passwords.of("notes")).isEqualTo("Abc-1");
    }

    @Test
    void a_password_that_is_missing_is_named() {
        var passwords = new Passwords(Map.of("CENTRALINO_KAFKA_PASSWORD_NOTES", " "));

        assertThatThrownBy(() -> passwords.of("notes"))
                .hasMessageContaining("CENTRALINO_KAFKA_PASSWORD_NOTES is missing");
        assertThatThrownBy(() -> passwords.of("admin"))
                .hasMessageContaining("CENTRALINO_KAFKA_PASSWORD_ADMIN is missing");
    }

    @Test
    void a_password_that_would_change_kafkas_settings_is_refused_and_not_told() {
        var passwords = new Passwords(Map.of("CENTRALINO_KAFKA_PASSWORD_NOTES", "a\" user_x=\"b"));

        assertThatThrownBy(() -> passwords.of("notes"))
                .hasMessageContaining("CENTRALINO_KAFKA_PASSWORD_NOTES may have")
                .hasMessageNotContaining("user_x");
    }
}
