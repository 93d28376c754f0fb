package org.centralino.events.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.centralino.events.Channel;
import org.centralino.events.GoldenFile;
import org.centralino.events.Topics;

/// Makes the AsyncAPI 3 document: topics, keys, messages, headers, an example of each event.
final class AsyncApi {
    private static final String KAFKA_BINDING = "0.5.0";
    private static final String HEADERS = "#/components/schemas/cloudEventHeaders";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SourceDocs docs;
    private final List<GoldenFile> published;
    private final ObjectNode document = JSON.createObjectNode();

    private AsyncApi(SourceDocs docs, List<GoldenFile> published) {
        this.docs = docs;
        this.published = published;
    }

    static ObjectNode document(SourceDocs docs, List<GoldenFile> published) {
        return new AsyncApi(docs, published).document();
    }

    private ObjectNode document() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Centralino")
                .put("version", "1")
                .put("description", """
                        What happens in Centralino, as events on Kafka. The services themselves read and write \
                        these topics; an integrator may read them too.

                        Every record is a CloudEvent 1.0 in binary mode: the attributes are Kafka headers, the \
                        value is the event's JSON. A field that has nothing to say is left out (the texts call \
                        that null). Delivery is at least once: handle each `ce_id` once.

                        A wire name such as `note.written.v1` keeps its form for ever. Fields are only added, \
                        and are optional; anything else is a new name beside the old one. Ignore fields and \
                        types that you do not know.""");
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        for (var channel : Channel.ALL) {
            describe(channel, channels, operations);
        }
        var components = document.putObject("components");
        var messages = components.putObject("messages");
        for (var channel : Channel.ALL) {
            wireNames(channel).forEach(wireName -> messages.set(wireName, message(channel, wireName)));
        }
        messages.set("deadLetter", deadLetter());
        components.putObject("schemas").set("cloudEventHeaders", headers());
        return document;
    }

    private void describe(Channel channel, ObjectNode channels, ObjectNode operations) {
        var name = shortName(channel);
        var node = channels.putObject(name);
        node.put("address", channel.topic());
        node.put("description", docs.of(channel.vocabulary()).orElse(""));
        var messages = node.putObject("messages");
        wireNames(channel)
                .forEach(wireName -> messages.putObject(wireName).put("$ref", "#/components/messages/" + wireName));
        node.set("bindings", kafka(channel.topic()));

        if (!channel.isState()) {
            describeDeadLetters(channel, channels.putObject(name + "DeadLetters"));
        }

        var operation = operations.putObject("tell" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
        operation.put("action", "send");
        operation.putObject("channel").put("$ref", "#/channels/" + name);
        operation.put("summary", docs.of(Topics.class, constantOf(channel)).orElse(""));
    }

    private static void describeDeadLetters(Channel channel, ObjectNode letters) {
        letters.put("address", Topics.deadLetterOf(channel.topic()));
        letters.put(
                "description",
                "Records of %s that a consumer could not handle, with their headers and the reason."
                        .formatted(channel.topic()));
        letters.putObject("messages").putObject("deadLetter").put("$ref", "#/components/messages/deadLetter");
        letters.set("bindings", kafka(Topics.deadLetterOf(channel.topic())));
    }

    private static ObjectNode kafka(String topicName) {
        var topic = Topics.all().stream()
                .filter(one -> one.name().equals(topicName))
                .findFirst()
                .orElseThrow();
        var bindings = JSON.createObjectNode();
        var kafka = bindings.putObject("kafka");
        kafka.put("topic", topic.name());
        kafka.put("partitions", topic.partitions());
        var configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(topic.compacted() ? "compact" : "delete");
        if (!topic.compacted()) {
            configuration.put("retention.ms", topic.retention().toMillis());
        }
        kafka.put("bindingVersion", KAFKA_BINDING);
        return bindings;
    }

    private ObjectNode message(Channel channel, String wireName) {
        var type = channel.format().types().get(wireName);
        var description = docs.of(type).orElse("");
        var message = JSON.createObjectNode();
        message.put("name", wireName);
        message.put("title", wireName);
        message.put("summary", description);
        message.put("contentType", "application/json");
        var headers = message.putObject("headers").put("type", "object");
        headers.putArray("allOf").addObject().put("$ref", HEADERS);
        headers.putObject("properties")
                .putObject("ce_type")
                .put("type", "string")
                .put("const", wireName);
        var payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-07");
        payload.putObject("schema").put("$ref", "./schemas/%s.json".formatted(wireName));
        message.set("bindings", key(channel));
        var example = message.putArray("examples").addObject();
        example.put("name", "example");
        example.set("headers", exampleHeaders(channel, wireName));
        published.stream()
                .filter(golden -> golden.name().equals(wireName))
                .findFirst()
                .ifPresent(golden -> example.set("payload", golden.json()));
        return message;
    }

    private static ObjectNode key(Channel channel) {
        var bindings = JSON.createObjectNode();
        var kafka = bindings.putObject("kafka");
        var key = kafka.putObject("key").put("type", "string");
        if (channel.topic().equals(Topics.WHATSAPP)) {
            key.put("description", "A keyed hash of business number and customer.");
            key.put("pattern", "^[0-9a-f]{32}$");
        } else if (channel.isState()) {
            key.put("description", "Always the same.");
        } else {
            key.put("description", "The conversation's id.");
            key.put("format", "uuid");
        }
        kafka.put("bindingVersion", KAFKA_BINDING);
        return bindings;
    }

    private static ObjectNode exampleHeaders(Channel channel, String wireName) {
        var headers = JSON.createObjectNode();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", "5b1f0a52-0d6e-4a7c-9c35-2f7f3f1f6a10");
        headers.put("ce_type", wireName);
        headers.put("ce_source", "/centralino/" + writerOf(channel));
        headers.put("ce_time", "2026-11-22T15:00:01.402117Z");
        headers.put("content-type", "application/json");
        return headers;
    }

    private static ObjectNode headers() {
        var headers = JSON.createObjectNode();
        headers.put("type", "object");
        headers.put("description", "The attributes of CloudEvents 1.0, in UTF-8.");
        var required = headers.putArray("required");
        var properties = headers.putObject("properties");
        header(properties, "ce_specversion", "The version of CloudEvents.").put("const", "1.0");
        header(properties, "ce_id", "The event's id. The same event told twice has the same id: handle it once.");
        header(properties, "ce_type", "The wire name, which says what form the value has.");
        header(properties, "ce_source", "The service that tells it.").put("format", "uri-reference");
        header(properties, "ce_time", "When it was told. When it happened is in the value.")
                .put("format", "date-time");
        header(properties, "content-type", "How the value is written.").put("const", "application/json");
        properties.fieldNames().forEachRemaining(required::add);
        header(
                        properties,
                        "ce_traceparent",
                        "Where the event stands in a trace, as W3C's traceparent has it. There only when the trace is followed.")
                .put("pattern", "^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$");
        return headers;
    }

    private static ObjectNode header(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    private static ObjectNode deadLetter() {
        var letter = JSON.createObjectNode();
        letter.put("name", "deadLetter");
        letter.put("title", "A record that could not be handled");
        letter.put("summary", "The record as it was, with its key and headers, and why it is here.");
        var headers = letter.putObject("headers").put("type", "object");
        headers.putArray("required").add("dead-letter-reason").add("dead-letter-source");
        var properties = headers.putObject("properties");
        header(properties, "dead-letter-reason", "What went wrong.");
        header(properties, "dead-letter-source", "Where it stood: topic/partition/offset.");
        return letter;
    }

    private static List<String> wireNames(Channel channel) {
        return channel.format().types().keySet().stream().sorted().toList();
    }

    /// `centralino.notes.v1` → `notes`.
    private static String shortName(Channel channel) {
        return channel.topic().split("\\.")[1];
    }

    private static String constantOf(Channel channel) {
        return shortName(channel).toUpperCase(Locale.ROOT);
    }

    private static String writerOf(Channel channel) {
        return switch (channel.topic()) {
            case Topics.WHATSAPP -> "gateway";
            case Topics.INBOX -> "conversation";
            case Topics.TEMPLATE, Topics.CHANNEL -> "outbound";
            default -> shortName(channel);
        };
    }
}
