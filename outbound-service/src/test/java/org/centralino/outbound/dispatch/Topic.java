package org.centralino.outbound.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.centralino.events.Held;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.CloudEventHeaders;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Neighbours;

/// The topics as the neighbours of this service see them.
final class Topic extends Neighbours {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<OutboundEvent> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean closing;

    Topic() {
        consumer = new KafkaConsumer<>(
                Infrastructure.running().kafkaClient(), new StringDeserializer(), new ByteArrayDeserializer());
        listener = Thread.ofPlatform().start(this::listen);
    }

    void publish(WhatsAppEvent event) {
        send(Topics.WHATSAPP, "giulia", WireFormat.WHATSAPP, event);
    }

    void status(UUID messageId, String platformId, String status) {
        var giulia = new WhatsAppEvent.Customer("IT.7781930025541178", null, "393330000042", null, null);
        var now = Instant.now();
        publish(new WhatsAppEvent.StatusReported(
                "510000000000023", platformId, giulia, status, now, now, messageId.toString(), List.of(), null, "{}"));
    }

    /// @return what the service told about this message so far, in order
    List<OutboundEvent.Answered> toldAbout(UUID messageId) {
        return heard.stream()
                .flatMap(event ->
                        event instanceof OutboundEvent.Answered answered ? Stream.of(answered) : Stream.empty())
                .filter(answered -> answered.messageId().equals(messageId))
                .toList();
    }

    /// @return what the service told of the waiting of this message so far, in order
    List<Held> toldOfWaiting(UUID messageId) {
        return heard.stream()
                .flatMap(event -> event instanceof OutboundEvent.MessageHeld held
                                && held.messageId().equals(messageId)
                        ? Stream.of(held.held())
                        : Stream.empty())
                .toList();
    }

    /// @return what the service told about the file of this message so far, in order
    List<OutboundEvent> toldAboutFileOf(UUID messageId) {
        return heard.stream()
                .filter(event -> event instanceof OutboundEvent.Fetched fetched
                        && fetched.messageId().equals(messageId))
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

    @Override
    public void close() {
        closing = true;
        try {
            listener.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        super.close();
    }
}
