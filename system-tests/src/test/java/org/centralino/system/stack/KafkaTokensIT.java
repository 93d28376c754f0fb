package org.centralino.system.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.centralino.events.Topics;
import org.centralino.system.ledger.Driver;
import org.centralino.system.ledger.EvidenceCollector;
import org.centralino.system.ledger.LiveRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kafka as it may be in production: services sign in with tokens of Keycloak, and have no passwords.
@AsInProduction
class KafkaTokensIT {
    private static final String VARIABLE = "KAFKA_";
    private static final String URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final String FILES = "org.apache.kafka.sasl.oauthbearer.allowed.files";

    private final RunningStack stack;

    KafkaTokensIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void customers_and_operators_talk_as_ever() {
        try (var driver = new Driver(stack, Path.of("target/ledgers/kafka-tokens.jsonl"));
                var browser = new LiveRecorder(
                                stack, Operator.ANNA, () -> EvidenceCollector.shownTo(Operator.ANNA, driver))
                        .awaitHello()) {
            var conversation = driver.opens(driver.newCustomer());
            driver.takes(Operator.ANNA, conversation);
            assertThat(driver.note(Operator.ANNA, conversation).status()).isEqualTo(201);
            assertThat(driver.reply(Operator.ANNA, conversation, "Sì.").status())
                    .isEqualTo(202);

            assertThat(new EvidenceCollector(driver, browser).findings()).isEmpty();
        }
    }

    @Test
    void who_talks_to_customers_cannot_read_notes_with_its_token() {
        var settings = clientOf(Part.OUTBOUND);
        settings.put("group.id", "outbound.whatsapp");

        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            assertThat(consumer.partitionsFor(Topics.WHATSAPP)).isNotEmpty();
            assertThatThrownBy(() -> consumer.partitionsFor(Topics.NOTES))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void the_token_of_an_operator_opens_nothing(@TempDir Path folder) throws Exception {
        var token = Files.writeString(folder.resolve("token"), stack.tokens().of(Operator.DARIO));
        var settings = clientOf(Part.OUTBOUND);
        settings.put("sasl.oauthbearer.token.endpoint.url", token.toUri().toString());
        System.setProperty(FILES, token.toString());
        System.setProperty(URLS, token.toUri().toString());

        assertRefused(settings);
    }

    @Test
    void the_password_of_a_service_opens_nothing() {
        var settings = KafkaAdmin.at(stack.ports().kafka());
        settings.computeIfPresent("sasl.jaas.config", (_, login) -> ((String) login).replace("admin", "outbound"));

        assertRefused(settings);
    }

    private static void assertRefused(Map<String, Object> settings) {
        try (var admin = Admin.create(settings)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    /// As the running service signs in: its own settings.
    private Map<String, Object> clientOf(Part service) {
        var environment = Program.of(stack.process(service)).environment();
        var settings = new HashMap<String, Object>(
                Map.of("bootstrap.servers", stack.ports().kafka()));
        environment.forEach((variable, value) -> {
            if (variable.startsWith(VARIABLE)) {
                settings.put(
                        variable.substring(VARIABLE.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        assertThat(settings).containsEntry("sasl.mechanism", "OAUTHBEARER");
        System.setProperty(URLS, environment.get("JAVA_TOOL_OPTIONS").replace("-D%s=".formatted(URLS), ""));
        return settings;
    }
}
