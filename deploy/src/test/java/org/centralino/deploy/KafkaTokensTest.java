package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Services that sign in to Kafka with tokens are told what the local stack tells them, whose system test shows that it
/// is
/// enough.
class KafkaTokensTest {
    static final List<String> SERVICES = Chart.SERVICES;
    private static final String URL = "https://id.example.com/realms/centralino/protocol/openid-connect/token";

    @ParameterizedTest
    @FieldSource("SERVICES")
    void each_knows_where_its_tokens_come_from_and_may_ask_there(String service) {
        var variables = variablesOf(service, Map.of("kafka.saslMechanism", "OAUTHBEARER", "kafka.tokenUrl", URL));

        assertThat(variables)
                .extracting(EnvVar::getName, EnvVar::getValue)
                .contains(
                        tuple("KAFKA_SASL_MECHANISM", "OAUTHBEARER"),
                        tuple(
                                "KAFKA_SASL_LOGIN_CALLBACK_HANDLER_CLASS",
                                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler"),
                        tuple("KAFKA_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL", URL));
        assertThat(variables)
                .filteredOn(variable -> variable.getName().equals("JAVA_TOOL_OPTIONS"))
                .singleElement()
                .satisfies(options -> assertThat(options.getValue())
                        .endsWith(" -Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + URL));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void who_signs_in_with_a_password_asks_nowhere_for_tokens(String service) {
        var variables = variablesOf(service, Map.of("kafka.tokenUrl", URL));

        assertThat(variables).noneMatch(variable -> variable.getName().contains("OAUTHBEARER"));
        assertThat(variables)
                .filteredOn(variable -> variable.getName().equals("JAVA_TOOL_OPTIONS"))
                .noneMatch(options -> options.getValue().contains("oauthbearer"));
    }

    private static List<EnvVar> variablesOf(String service, Map<String, Object> changes) {
        return Chart.with("everything-external", changes).container(service).getEnv();
    }
}
