package org.centralino.kit.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.centralino.events.Topics;

/// Records that a consumer set aside, and their way back to the topic that they came from.
final class DeadLetters {
    /// Why the record was set aside.
    static final String REASON = "dead-letter-reason";
    /// Where it stood: topic, partition and offset.
    static final String SOURCE = "dead-letter-source";

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Consumer<String, byte[]> letters;
    private final java.util.function.Consumer<ProducerRecord<String, byte[]>> teller;
    private int replayed;

    /// @param letters reads the dead letters; its group remembers how far they were replayed
    /// @param teller tells a record and comes back when the broker has it
    DeadLetters(Consumer<String, byte[]> letters, java.util.function.Consumer<ProducerRecord<String, byte[]>> teller) {
        this.letters = letters;
        this.teller = teller;
    }

    /// @return the topics that have dead letters
    static List<String> sources() {
        var all = Topics.all().stream().map(Topics.Topic::name).toList();
        return all.stream()
                .filter(topic -> all.contains(Topics.deadLetterOf(topic)))
                .toList();
    }

    /// @return the record as it goes to the dead-letter topic
    static ProducerRecord<String, byte[]> letterOf(ConsumerRecord<String, byte[]> source, Throwable reason) {
        var headers = new RecordHeaders(source.headers());
        headers.add(REASON, CloudEventHeaders.utf8(String.valueOf(reason)));
        headers.add(SOURCE, CloudEventHeaders.utf8(placeOf(source)));
        return new ProducerRecord<>(
                Topics.deadLetterOf(source.topic()), null, null, source.key(), source.value(), headers);
    }

    /// @return the record as it was, so that who has handled it does nothing. One that never had an id
    ///     was handled under its place, and keeps that as its id.
    static ProducerRecord<String, byte[]> originalOf(String topic, ConsumerRecord<String, byte[]> letter) {
        var headers = new RecordHeaders(letter.headers());
        var place = CloudEventHeaders.text(headers, SOURCE);
        if (CloudEventHeaders.text(headers, CloudEventHeaders.ID) == null && place != null) {
            headers.add(CloudEventHeaders.ID, CloudEventHeaders.utf8(place));
        }
        headers.remove(REASON);
        headers.remove(SOURCE);
        return new ProducerRecord<>(topic, null, null, letter.key(), letter.value(), headers);
    }

    static String placeOf(ConsumerRecord<?, ?> source) {
        return "%s/%d/%d".formatted(source.topic(), source.partition(), source.offset());
    }

    /// How many were replayed so far, also when the replay failed half-way.
    int replayed() {
        return replayed;
    }

    /// Replays what lies there now. What is set aside meanwhile, perhaps the same again, stays there for
    /// the next time. Each letter is committed after it was told: a crash in between tells it again, which
    /// changes nothing for those who hear it.
    ///
    /// @param topic the source topic
    void replay(String topic) {
        var partitions = partitionsOf(Topics.deadLetterOf(topic));
        letters.assign(partitions);
        var ends = letters.endOffsets(partitions);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isSomethingLeft(ends)) {
            var polled = letters.poll(POLL);
            for (var partition : polled.partitions()) {
                polled.records(partition).stream()
                        .filter(letter -> letter.offset() < ends.getOrDefault(partition, 0L))
                        .forEach(letter -> replay(topic, letter));
            }
            if (!polled.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException("No dead letters came for " + PATIENCE);
            }
        }
    }

    private void replay(String topic, ConsumerRecord<String, byte[]> letter) {
        teller.accept(originalOf(topic, letter));
        letters.commitSync(Map.of(
                new TopicPartition(letter.topic(), letter.partition()), new OffsetAndMetadata(letter.offset() + 1)));
        replayed++;
    }

    private List<TopicPartition> partitionsOf(String topic) {
        return Stream.ofNullable(letters.partitionsFor(topic))
                .flatMap(Collection::stream)
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private boolean isSomethingLeft(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> letters.position(end.getKey()) < end.getValue());
    }
}
