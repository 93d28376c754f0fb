package org.centralino.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationState;
import org.centralino.events.NoteEvent;
import org.centralino.events.Person;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.local.test.Infrastructure;

/// Writes to the topics what the other services would, and reads what this one wrote.
public final class Broker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String bootstrap = Infrastructure.running().kafka().bootstrap();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", 0), new StringSerializer(), new ByteArraySerializer());

    /// A customer wrote for the first time.
    ///
    /// @return the new conversation
    public UUID opensConversation() {
        return opensConversation(null);
    }

    /// @param assignee who holds it
    public UUID opensConversation(Person assignee) {
        var conversation = UUID.randomUUID();
        tells(UUID.randomUUID().toString(), opened(conversation, assignee == null ? 0 : 1, assignee));
        return conversation;
    }

    public static ConversationEvent.Recorded opened(UUID conversation, long epoch, Person assignee) {
        var now = Instant.parse("2026-11-22T08:00:00Z");
        var contact = new ConversationState.Contact(UUID.randomUUID(), "Giulia Ferri", "+393330000001", null);
        var state = new ConversationState(
                1, "510000000000023", contact, ConversationState.Status.OPEN, epoch, assignee, 0, null, null, now, now);
        return new ConversationEvent.Opened(conversation, now, state);
    }

    public void tells(String id, ConversationEvent.Recorded event) {
        send(
                Topics.CONVERSATION,
                event.conversationId().toString(),
                id,
                WireFormat.CONVERSATION.typeOf(event),
                WireFormat.CONVERSATION.write(event));
    }

    public void tells(String id, AssignmentEvent.ResponderChanged event) {
        send(
                Topics.ASSIGNMENT,
                event.conversationId().toString(),
                id,
                WireFormat.ASSIGNMENT.typeOf(event),
                WireFormat.ASSIGNMENT.write(event));
    }

    public void send(String topic, String key, String id, String type, byte[] value) {
        var letter = new ProducerRecord<>(topic, key, value);
        letter.headers().add("ce_id", id.getBytes(UTF_8));
        letter.headers().add("ce_type", type.getBytes(UTF_8));
        try {
            producer.send(letter).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return what this service has told about the conversation, as soon as there are so many events
    public List<NoteEvent> told(UUID conversation, int atLeast) {
        return records(Topics.NOTES, of(conversation), atLeast).stream()
                .map(found -> WireFormat.NOTES.read(header(found, "ce_type"), found.value()))
                .toList();
    }

    /// @return the records of the topic that match, as soon as there are so many
    public List<ConsumerRecord<String, byte[]>> records(
            String topic, Predicate<ConsumerRecord<String, byte[]>> matching, int atLeast) {
        return Awaitility.await().atMost(PATIENCE).until(() -> all(topic, matching), found -> found.size() >= atLeast);
    }

    public static Predicate<ConsumerRecord<String, byte[]>> of(UUID conversation) {
        return found -> conversation.toString().equals(found.key());
    }

    public static String header(ConsumerRecord<String, byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> all(String topic, Predicate<ConsumerRecord<String, byte[]>> matching) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new java.util.ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
                        .filter(matching)
                        .forEach(found::add);
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
