package org.centralino.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationState;
import org.centralino.events.Event;
import org.centralino.events.Person;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.jspecify.annotations.Nullable;

/// Writes to the topics what the neighbours of the service under test would, and reads what it tells them.
public class Neighbours implements AutoCloseable {
    /// The business number in which conversations are opened.
    public static final String PHONE_NUMBER_ID = "510000000000023";

    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");

    private final KafkaProducer<String, byte[]> producer;

    public Neighbours() {
        var settings = Infrastructure.running().kafkaClient();
        settings.put("linger.ms", 0);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /// A customer wrote for the first time.
    ///
    /// @return the new conversation
    public final UUID opensConversation() {
        return opensConversation(null);
    }

    /// @param assignee who holds it; null when nobody does
    public final UUID opensConversation(@Nullable Person assignee) {
        var conversation = UUID.randomUUID();
        tells(UUID.randomUUID().toString(), opened(conversation, assignee == null ? 0 : 1, assignee));
        return conversation;
    }

    /// @param assignee who holds it; null when nobody does
    public static ConversationEvent.Recorded opened(UUID conversation, long epoch, @Nullable Person assignee) {
        return opened(conversation, state(1, null, epoch, assignee));
    }

    public static ConversationEvent.Recorded opened(UUID conversation, ConversationState state) {
        return new ConversationEvent.Opened(conversation, state.access(), MORNING, state, null);
    }

    /// An operator wrote to a customer first.
    public static ConversationEvent.Recorded started(UUID conversation, Person by) {
        var state = state(1, null, 0, null);
        return new ConversationEvent.Opened(conversation, state.access(), MORNING, state, by);
    }

    /// @param version of the conversation's state
    /// @param team that it belongs to; null when it belongs to none
    /// @param assignee who holds it; null when nobody does
    public static ConversationState state(long version, @Nullable UUID team, long epoch, @Nullable Person assignee) {
        var contact = new ConversationState.Contact(UUID.randomUUID(), "Giulia Ferri", "+393330000001", null);
        return new ConversationState(
                version,
                PHONE_NUMBER_ID,
                contact,
                ConversationState.Status.OPEN,
                team,
                epoch,
                assignee,
                0,
                null,
                null,
                MORNING,
                MORNING);
    }

    /// The conversation service tells something.
    ///
    /// @param id the CloudEvents id
    public final void tells(String id, ConversationEvent.Recorded event) {
        send(Topics.CONVERSATION, event.conversationId().toString(), id, WireFormat.CONVERSATION, event);
    }

    /// The assignment service tells something.
    ///
    /// @param id the CloudEvents id
    public final void tells(String id, AssignmentEvent.ResponderChanged event) {
        send(Topics.ASSIGNMENT, event.conversationId().toString(), id, WireFormat.ASSIGNMENT, event);
    }

    /// Writes the event with a CloudEvents id that nobody has used.
    public final <E extends Event> void send(String topic, String key, WireFormat<E> format, E event) {
        send(topic, key, UUID.randomUUID().toString(), format, event);
    }

    /// @param id the CloudEvents id
    public final <E extends Event> void send(String topic, String key, String id, WireFormat<E> format, E event) {
        send(topic, key, id, format.typeOf(event), format.write(event));
    }

    /// Writes whatever it is given, and returns when Kafka has it.
    public final void send(String topic, String key, String id, String type, byte[] value) {
        send(List.of(record(topic, key, id, type, value)));
    }

    public static ProducerRecord<String, byte[]> record(
            String topic, String key, String id, String type, byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        record.headers().add("ce_id", id.getBytes(UTF_8));
        record.headers().add("ce_type", type.getBytes(UTF_8));
        return record;
    }

    /// Writes them all, and returns when Kafka has them.
    public final void send(List<ProducerRecord<String, byte[]>> records) {
        var underWay = records.stream().map(producer::send).toList();
        try {
            for (var each : underWay) {
                each.get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// @return what was told about the conversation on this topic, as soon as there are so many events
    public final <E extends Event> List<E> told(String topic, WireFormat<E> format, UUID conversation, int atLeast) {
        return records(topic, of(conversation), atLeast).stream()
                .map(found -> format.read(header(found, "ce_type"), found.value()))
                .toList();
    }

    /// @return the records of the topic that match, as soon as there are so many
    public final List<ConsumerRecord<String, byte[]>> records(
            String topic, Predicate<ConsumerRecord<String, byte[]>> matching, int atLeast) {
        return Patience.await("%d records on %s".formatted(atLeast, topic))
                .until(() -> all(topic, matching), found -> found.size() >= atLeast);
    }

    public static Predicate<ConsumerRecord<String, byte[]>> of(UUID conversation) {
        return found -> conversation.toString().equals(found.key());
    }

    public static String header(ConsumerRecord<String, byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> all(String topic, Predicate<ConsumerRecord<String, byte[]>> matching) {
        try (var consumer = new KafkaConsumer<>(
                Infrastructure.running().kafkaClient(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
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
