package org.centralino.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centralino.events.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the broker lets each service do.
class KafkaRightsTest {
    private static final List<String> SERVICES = List.of("gateway", "conversation", "assignment", "notes", "outbound");
    /// The conversation service puts dead letters of the platform's topic back.
    private static final Map<String, Set<String>> TELLERS = Map.of(
            Topics.WHATSAPP, Set.of("gateway", "conversation"),
            Topics.CONVERSATION, Set.of("conversation"),
            Topics.ASSIGNMENT, Set.of("assignment"),
            Topics.NOTES, Set.of("notes"),
            Topics.OUTBOUND, Set.of("outbound"),
            Topics.TEMPLATE, Set.of("outbound"),
            Topics.CHANNEL, Set.of("outbound"),
            Topics.INBOX, Set.of("conversation"));

    private static LocalInfrastructure infrastructure;

    @BeforeAll
    static void start() {
        infrastructure = LocalInfrastructure.start(false);
    }

    @AfterAll
    static void stop() {
        infrastructure.close();
    }

    @ParameterizedTest
    @MethodSource("tellers")
    void who_tells_a_topic_may_write_it(String service, String topic) throws Exception {
        assertThat(write(service, topic)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("others")
    void nobody_writes_the_topic_of_another(String service, String topic) throws Exception {
        assertThat(write(service, topic)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.NOTES, Topics.NOTES + ".dead-letter"})
    void who_talks_to_customers_cannot_read_notes(String topic) {
        try (var consumer = consumerOf("outbound", "outbound.whatsapp")) {
            assertThatThrownBy(() -> consumer.partitionsFor(topic)).isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void nobody_takes_the_place_of_another_in_a_topic() {
        try (var consumer = consumerOf("outbound", "conversation.whatsapp")) {
            consumer.subscribe(List.of(Topics.WHATSAPP));

            assertThatThrownBy(() -> consumer.poll(java.time.Duration.ofSeconds(20)))
                    .isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    void no_service_makes_a_topic() {
        try (var admin = Admin.create(clientOf("conversation"))) {
            assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("another", 1, (short) 1)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void no_service_changes_rights() {
        try (var admin = Admin.create(clientOf("conversation"))) {
            assertThatThrownBy(() -> admin.describeAcls(org.apache.kafka.common.acl.AclBindingFilter.ANY)
                            .values()
                            .get())
                    .hasCauseInstanceOf(ClusterAuthorizationException.class);
        }
    }

    @Test
    void a_wrong_password_opens_nothing() {
        var settings = clientOf("conversation");
        settings.computeIfPresent("sasl.jaas.config", (_, login) -> ((String) login).replace("local-", "remote-"));

        try (var admin = Admin.create(settings)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    static Stream<Arguments> tellers() {
        return everyCase().filter(found -> isTeller(found.get()));
    }

    static Stream<Arguments> others() {
        return everyCase().filter(found -> !isTeller(found.get()));
    }

    private static Stream<Arguments> everyCase() {
        return SERVICES.stream()
                .flatMap(service -> TELLERS.keySet().stream().sorted().map(topic -> Arguments.of(service, topic)));
    }

    private static boolean isTeller(Object[] serviceAndTopic) {
        return TELLERS.get((String) serviceAndTopic[1]).contains(serviceAndTopic[0]);
    }

    private static boolean write(String service, String topic) throws InterruptedException {
        try (var producer = new KafkaProducer<>(clientOf(service), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", new byte[0])).get();
            return true;
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(TopicAuthorizationException.class);
            return false;
        }
    }

    private static KafkaConsumer<String, byte[]> consumerOf(String service, String group) {
        var settings = clientOf(service);
        settings.put("group.id", group);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> clientOf(String service) {
        var settings = new HashMap<>(infrastructure.kafkaClientOf(service));
        settings.put("bootstrap.servers", infrastructure.kafka());
        return settings;
    }
}
