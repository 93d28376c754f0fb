package org.centralino.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.Content;
import org.centralino.events.Event;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Person;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WireFormat;
import org.centralino.local.test.Infrastructure;

/// Writes to the topics what the other services would.
public final class Platform implements AutoCloseable {
    public static final String NUMBER = "510000000000023";

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    Infrastructure.running().kafka().bootstrap(),
                    ProducerConfig.LINGER_MS_CONFIG,
                    0),
            new StringSerializer(),
            new ByteArraySerializer());

    /// @return a customer whom nobody knows yet
    public static Customer somebody() {
        var digits = "39" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 10_000_000_000L);
        return new Customer("IT." + digits, null, digits, null, "Giulia Ferri");
    }

    public static WhatsAppEvent.MessageReceived message(Customer customer, String text, Instant sentAt) {
        return message(customer, "wamid." + UUID.randomUUID(), text, sentAt);
    }

    public static WhatsAppEvent.MessageReceived message(
            Customer customer, String platformId, String text, Instant sentAt) {
        return new WhatsAppEvent.MessageReceived(
                NUMBER, platformId, customer, sentAt, Instant.now(), new Content.Text(text), "{}");
    }

    public static WhatsAppEvent.StatusReported status(String platformId, String status, UUID messageId) {
        return new WhatsAppEvent.StatusReported(
                NUMBER,
                platformId,
                new Customer(null, null, null, null, null),
                status,
                Instant.now(),
                Instant.now(),
                messageId == null ? null : messageId.toString(),
                List.of(),
                "{}");
    }

    public void reports(WhatsAppEvent... events) {
        for (var event : events) {
            send(
                    Topics.WHATSAPP,
                    "key",
                    UUID.randomUUID().toString(),
                    WireFormat.WHATSAPP.typeOf(event),
                    WireFormat.WHATSAPP.write(event));
        }
    }

    public void taken(UUID conversationId, long epoch, Person operator) {
        var event = new AssignmentEvent.Taken(conversationId, epoch, operator, Instant.now());
        send(Topics.ASSIGNMENT, conversationId, WireFormat.ASSIGNMENT, event);
    }

    public void takenOver(UUID conversationId, long epoch, Person operator, Person previous) {
        var event = new AssignmentEvent.TakenOver(conversationId, epoch, operator, previous, Instant.now());
        send(Topics.ASSIGNMENT, conversationId, WireFormat.ASSIGNMENT, event);
    }

    public void accepted(UUID conversationId, UUID messageId, String platformId) {
        var event = new OutboundEvent.MessageAccepted(conversationId, messageId, platformId, Instant.now());
        send(Topics.OUTBOUND, conversationId, WireFormat.OUTBOUND, event);
    }

    public <E extends Event> void send(String topic, UUID conversationId, WireFormat<E> format, E event) {
        send(topic, conversationId.toString(), UUID.randomUUID().toString(), format.typeOf(event), format.write(event));
    }

    public void send(String topic, String key, String id, String type, byte[] value) {
        var letter = new ProducerRecord<>(topic, key, value);
        letter.headers().add("ce_id", id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        letter.headers().add("ce_type", type.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try {
            producer.send(letter).get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
