package org.centralino.outbound.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.centralino.events.ConversationEvent;
import org.centralino.events.Event;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.CloudEventHeaders;

/// The topics as the neighbours of this service see them.
final class Topic implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<OutboundEvent> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean closing;

    Topic(String broker) {
        var settings = Map.<String, Object>of("bootstrap.servers", broker);
        create(settings);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        listener = Thread.ofPlatform().start(this::listen);
    }

    /// @param id the CloudEvents id
    void publish(String id, ConversationEvent.Recorded event) {
        publish(Topics.CONVERSATION, event.conversationId().toString(), id, WireFormat.CONVERSATION, event);
    }

    void publish(WhatsAppEvent event) {
        publish(Topics.WHATSAPP, "giulia", UUID.randomUUID().toString(), WireFormat.WHATSAPP, event);
    }

    void status(UUID messageId, String platformId, String status) {
        var giulia = new WhatsAppEvent.Customer("IT.7781930025541178", null, "393330000042", null, null);
        var now = Instant.now();
        publish(new WhatsAppEvent.StatusReported(
                "510000000000023", platformId, giulia, status, now, now, messageId.toString(), List.of(), "{}"));
    }

    private <E extends Event> void publish(String topic, String key, String id, WireFormat<E> format, E event) {
        var message = new ProducerRecord<>(topic, key, format.write(event));
        message.headers().add(CloudEventHeaders.ID, id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        message.headers()
                .add(CloudEventHeaders.TYPE, format.typeOf(event).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        producer.send(message);
        producer.flush();
    }

    /// @return what the service told about this message so far, in order
    List<OutboundEvent.Answered> toldAbout(UUID messageId) {
        return heard.stream()
                .flatMap(event ->
                        event instanceof OutboundEvent.Answered answered ? Stream.of(answered) : Stream.empty())
                .filter(answered -> answered.messageId().equals(messageId))
                .toList();
    }

    private void listen() {
        var partitions = consumer.partitionsFor(Topics.OUTBOUND).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (!closing) {
            consumer.poll(Duration.ofMillis(100)).forEach(found -> heard.add(read(found)));
        }
        consumer.close();
    }

    private static OutboundEvent read(ConsumerRecord<String, byte[]> found) {
        return WireFormat.OUTBOUND.read(CloudEventHeaders.text(found.headers(), CloudEventHeaders.TYPE), found.value());
    }

    private static void create(Map<String, Object> settings) {
        try (var admin = Admin.create(settings)) {
            var wanted = Topics.all().stream()
                    .map(topic -> new NewTopic(topic.name(), 4, (short) 1))
                    .toList();
            for (var creation : admin.createTopics(wanted).values().values()) {
                creation.get();
            }
        } catch (ExecutionException refused) {
            if (!Set.of(TopicExistsException.class).contains(refused.getCause().getClass())) {
                throw new IllegalStateException(refused);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        listener.join();
        producer.close();
    }
}
