package org.centralino.kit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LocalSecretsRefusedTest {
    private final LocalSecretsRefused check = new LocalSecretsRefused();

    @ParameterizedTest
    @CsvSource({
        "CENTRALINO_DATABASE_PASSWORD, local-conversation",
        "CENTRALINO_WHATSAPP_APP_SECRETS, local-app-secret",
        "CENTRALINO_WHATSAPP_APP_SECRETS, 'one-of-ours,local-app-secret'",
        "CENTRALINO_WHATSAPP_APP_SECRETS, 'one-of-ours, local-app-secret'",
        "CENTRALINO_WHATSAPP_VERIFY_TOKEN, local-verify-token",
        "CENTRALINO_WHATSAPP_KEY_SECRET, local-key-secret",
        "KAFKA_SASL_JAAS_CONFIG, 'Login required username=\"notes\" password=\"local-notes\";'",
        "CENTRALINO_CLOCK_FOLLOW, http://simulator.example/clock"
    })
    void a_production_start_with_a_variable_of_the_local_stack_is_refused(String name, String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(ofEnvironment(Map.of(name, value))))
                .withMessageContaining(name)
                .withMessageNotContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.password, local-notes",
        "kafka.sasl.jaas.config, 'Login required username=\"notes\" password=\"local-notes\";'",
        "centralino.whatsapp.key-secret, local-key-secret",
        "centralino.clock-follow, http://simulator.example/clock"
    })
    void a_production_start_with_a_property_of_the_local_stack_is_refused(String name, String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(ofProperties(Map.of(name, value))))
                .withMessageContaining(name);
    }

    @Test
    void all_of_them_are_named_at_once() {
        var two = Map.of("CENTRALINO_DATABASE_PASSWORD", "local-notes", "CENTRALINO_WHATSAPP_KEY_SECRET", "local-k");

        assertThatIllegalStateException()
                .isThrownBy(() -> start(ofEnvironment(two)))
                .withMessageContainingAll("CENTRALINO_DATABASE_PASSWORD", "CENTRALINO_WHATSAPP_KEY_SECRET");
    }

    @Test
    void secrets_of_ones_own_are_welcome() {
        var own = Map.of(
                "CENTRALINO_DATABASE_PASSWORD", "9f2c0e",
                "CENTRALINO_WHATSAPP_APP_SECRETS", "one,two",
                "CENTRALINO_KEYCLOAK_URL", "https://login.example.org",
                "CENTRALINO_CLOCK_FOLLOW", "");

        assertThatCode(() -> start(ofEnvironment(own))).doesNotThrowAnyException();
    }

    @Test
    void what_others_call_local_is_none_of_our_business() {
        assertThatCode(() -> start(ofEnvironment(Map.of("HOSTNAME", "local-7", "LANG", "local-it"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(value = LaunchMode.class, names = "NORMAL", mode = EnumSource.Mode.EXCLUDE)
    void developing_and_testing_are_free_to_use_them(LaunchMode mode) {
        var config = ofEnvironment(Map.of("CENTRALINO_DATABASE_PASSWORD", "local-notes"));

        assertThatCode(() -> check.check(null, config, mode)).doesNotThrowAnyException();
    }

    @Test
    void the_local_stack_is_free_to_use_them() {
        var config = new SmallRyeConfigBuilder()
                .withProfile("local")
                .withSources(new EnvConfigSource(Map.of("CENTRALINO_DATABASE_PASSWORD", "local-notes"), 300))
                .build();

        assertThatCode(() -> start(config)).doesNotThrowAnyException();
    }

    private void start(SmallRyeConfig config) {
        check.check(null, config, LaunchMode.NORMAL);
    }

    private static SmallRyeConfig ofEnvironment(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withProfile("prod")
                .withSources(new EnvConfigSource(variables, 300))
                .build();
    }

    private static SmallRyeConfig ofProperties(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withProfile("prod")
                .withSources(new PropertiesConfigSource(properties, "test", 300))
                .build();
    }
}
