package org.centralino.gateway.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WireFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens to one part of a webhook, its neighbours are read as before, it is kept itself, and
/// everything can be written. Of a part's whole kind, since the next change of the platform is not known.
class WebhookMutationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int TRIES = 700;
    private static final ObjectMapper ASCII = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(10_000)
                            .build())
                    .build())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final WebhookTranslation translation = new WebhookTranslation(Set.of("510000000000023"));

    @Test
    void every_field_of_the_catalogue_and_every_kind_of_message_is_kept() throws JsonProcessingException {
        var every = new EveryField(new Random(1));
        var webhook = webhook();
        every.eachField().forEach(changesOf(webhook)::add);
        var messages = every.someMessages();
        every.eachKind().forEach(((ArrayNode) messages.at("/value/messages"))::add);
        changesOf(webhook).add(messages);

        var written = written(webhook);

        assertThat(IntStream.range(0, every.marks()).mapToObj(EveryField::mark))
                .allSatisfy(mark -> assertThat(written).contains(mark));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_message_that_is_changed_harms_none_beside_it(long seed) throws JsonProcessingException {
        var random = new Random(seed);
        for (var i = 0; i < TRIES; i++) {
            var every = new EveryField(random);
            var webhook = webhook();
            var change = every.someMessages();
            var messages = (ArrayNode) change.at("/value/messages");
            var changed = every.message();
            var mutation = new Mutation(random);
            for (var times = random.nextInt(1, 4); times > 0; times--) {
                mutation.in(changed);
            }
            messages.removeAll();
            messages.add(good(1)).add(changed).add(good(2));
            changesOf(webhook).add(change);

            assertNothingIsLost(webhook, "wamid.good1", "wamid.good2");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8, 9, 10})
    void a_change_that_is_changed_harms_none_beside_it(long seed) throws JsonProcessingException {
        var random = new Random(seed);
        for (var i = 0; i < TRIES; i++) {
            var every = new EveryField(random);
            var webhook = webhook();
            var mutation = new Mutation(random);
            changesOf(webhook).add(ours(good(1)));
            for (var many = random.nextInt(1, 4); many > 0; many--) {
                var change = every.anyChange();
                for (var times = random.nextInt(0, 4); times > 0; times--) {
                    mutation.in(change);
                }
                changesOf(webhook).add(change);
            }
            changesOf(webhook).add(ours(good(2)));
            var other = EveryField.JSON.createObjectNode().put("id", "290000000000099");
            other.putArray("changes").add(ours(good(3)));
            ((ArrayNode) webhook.path("entry")).add(other);

            assertNothingIsLost(webhook, "wamid.good1", "wamid.good2", "wamid.good3");
        }
    }

    private void assertNothingIsLost(ObjectNode webhook, String... good) throws JsonProcessingException {
        var body = ASCII.writeValueAsString(webhook);
        var events = translation.translate(body.getBytes(StandardCharsets.US_ASCII), NOW);

        assertThat(events.stream()
                        .filter(MessageReceived.class::isInstance)
                        .map(event -> ((MessageReceived) event).platformId())
                        .collect(Collectors.toSet()))
                .as(() -> shortened(body))
                .contains(good);
        var written = events.stream().map(WebhookMutationTest::written).collect(Collectors.joining());
        for (var mark = 0; body.contains(EveryField.mark(mark)) || mark < 12; mark++) {
            if (body.contains(EveryField.mark(mark))) {
                assertThat(written.contains(EveryField.mark(mark)))
                        .as("%s in %s", EveryField.mark(mark), shortened(body))
                        .isTrue();
            }
        }
        events.forEach(WebhookMutationTest::assertWritable);
    }

    private static void assertWritable(WhatsAppEvent event) {
        EventIdentity.of(event);
        assertThat(WireFormat.WHATSAPP.read(WireFormat.WHATSAPP.typeOf(event), WireFormat.WHATSAPP.write(event)))
                .isEqualTo(event);
    }

    /// @return all that became of the webhook, as it goes to Kafka
    private String written(ObjectNode webhook) throws JsonProcessingException {
        return translation
                .translate(ASCII.writeValueAsString(webhook).getBytes(StandardCharsets.US_ASCII), NOW)
                .stream()
                .map(WebhookMutationTest::written)
                .collect(Collectors.joining());
    }

    private static String written(WhatsAppEvent event) {
        return new String(WireFormat.WHATSAPP.write(event), StandardCharsets.UTF_8);
    }

    private static String shortened(String body) {
        return body.length() < 6_000 ? body : body.substring(0, 6_000) + "…";
    }

    private static ObjectNode webhook() {
        var webhook = EveryField.JSON.createObjectNode().put("object", "whatsapp_business_account");
        webhook.putArray("entry").addObject().put("id", "290000000000017").putArray("changes");
        return webhook;
    }

    private static ArrayNode changesOf(ObjectNode webhook) {
        return (ArrayNode) webhook.at("/entry/0/changes");
    }

    private static ObjectNode ours(ObjectNode message) throws JsonProcessingException {
        var change = (ObjectNode)
                EveryField.JSON.readTree("{\"field\":\"messages\",\"value\":{%s}}".formatted(EveryField.ours()));
        ((ObjectNode) change.path("value")).putArray("messages").add(message);
        return change;
    }

    private static ObjectNode good(int number) {
        var message = EveryField.JSON.createObjectNode();
        message.put("from", "393330000042").put("id", "wamid.good" + number).put("timestamp", "1795359600");
        message.put("type", "text").putObject("text").put("body", "Un vicino");
        return message;
    }
}
