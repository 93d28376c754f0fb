package org.centralino.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.centralino.events.Topics;
import org.junit.jupiter.api.Test;

/// With Kafka's own double of its consumer; a service's tests do the same with a broker.
class DeadLettersTest {
    private static final String TOPIC = Topics.CONVERSATION;
    private static final TopicPartition LETTERS = new TopicPartition(Topics.deadLetterOf(TOPIC), 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final List<ProducerRecord<String, byte[]>> told = new ArrayList<>();

    @Test
    void a_record_is_set_aside_with_the_reason_and_its_place() {
        var letter = DeadLetters.letterOf(source(7, "event-7"), new IllegalStateException("no such thing"));

        assertThat(letter.topic()).isEqualTo("centralino.conversation.v1.dead-letter");
        assertThat(letter.key()).isEqualTo("key-7");
        assertThat(letter.value()).isEqualTo("value-7".getBytes(UTF_8));
        assertThat(texts(letter.headers()))
                .containsExactly(
                        "ce_id=event-7",
                        "ce_type=conversation.resolved.v1",
                        "dead-letter-reason=java.lang.IllegalStateException: no such thing",
                        "dead-letter-source=centralino.conversation.v1/3/7");
    }

    @Test
    void a_record_comes_back_as_it_was() {
        var source = source(7, "event-7");
        var back = DeadLetters.originalOf(TOPIC, asRead(DeadLetters.letterOf(source, new RuntimeException()), 0));

        assertThat(back.topic()).isEqualTo(source.topic());
        assertThat(back.key()).isEqualTo(source.key());
        assertThat(back.value()).isEqualTo(source.value());
        assertThat(texts(back.headers())).isEqualTo(texts(source.headers()));
        assertThat(back.partition()).as("the key decides").isNull();
    }

    @Test
    void a_record_that_never_had_an_id_keeps_the_one_under_which_it_was_handled() {
        var source = source(7, null);
        var back = DeadLetters.originalOf(TOPIC, asRead(DeadLetters.letterOf(source, new RuntimeException()), 0));

        assertThat(CloudEventHeaders.text(back.headers(), "ce_id")).isEqualTo(DeadLetters.placeOf(source));
    }

    @Test
    void what_lies_there_is_told_again_in_its_order_and_committed() {
        lying(List.of(letter(0), letter(1), letter(2)));

        assertThat(replayed()).isEqualTo(3);

        assertThat(told).extracting(ProducerRecord::key).containsExactly("key-0", "key-1", "key-2");
        assertThat(committed()).isEqualTo(3);
    }

    @Test
    void what_is_set_aside_meanwhile_waits_for_the_next_time() {
        lying(List.of(letter(0), letter(1)));
        consumer.schedulePollTask(() -> consumer.addRecord(letter(2)));

        assertThat(replayed()).isEqualTo(2);

        assertThat(told).extracting(ProducerRecord::key).containsExactly("key-0", "key-1");
        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void no_letters_and_no_topic_are_no_trouble() {
        lying(List.of());
        assertThat(replayed()).isZero();

        assertThatNoException().isThrownBy(() -> letters().replay(Topics.NOTES));
    }

    @Test
    void when_the_broker_goes_away_half_way_the_rest_is_left_for_the_next_time() {
        lying(List.of(letter(0), letter(1), letter(2)));
        var letters = new DeadLetters(consumer, back -> {
            if (told.size() == 1) {
                throw new EventPublisher.NotAcknowledgedException(new TimeoutException());
            }
            told.add(back);
        });

        assertThatExceptionOfType(EventPublisher.NotAcknowledgedException.class)
                .isThrownBy(() -> letters.replay(TOPIC));

        assertThat(letters.replayed()).isEqualTo(1);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void every_topic_has_dead_letters_and_dead_letters_have_none() {
        assertThat(DeadLetters.sources())
                .containsExactly(
                        Topics.WHATSAPP,
                        Topics.CONVERSATION,
                        Topics.ASSIGNMENT,
                        Topics.NOTES,
                        Topics.OUTBOUND,
                        Topics.TEMPLATE,
                        Topics.CHANNEL);
    }

    private int replayed() {
        var letters = letters();
        letters.replay(TOPIC);
        return letters.replayed();
    }

    private DeadLetters letters() {
        return new DeadLetters(consumer, told::add);
    }

    private void lying(List<ConsumerRecord<String, byte[]>> letters) {
        consumer.updatePartitions(LETTERS.topic(), List.of(new PartitionInfo(LETTERS.topic(), 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(LETTERS, 0L));
        consumer.updateEndOffsets(Map.of(LETTERS, (long) letters.size()));
        consumer.assign(List.of(LETTERS));
        consumer.schedulePollTask(() -> letters.forEach(consumer::addRecord));
    }

    private long committed() {
        return consumer.committed(Set.of(LETTERS)).get(LETTERS).offset();
    }

    private static ConsumerRecord<String, byte[]> letter(int number) {
        return asRead(DeadLetters.letterOf(source(number, "event-" + number), new RuntimeException()), number);
    }

    private static ConsumerRecord<String, byte[]> source(int number, String id) {
        var headers = new RecordHeaders();
        if (id != null) {
            headers.add("ce_id", id.getBytes(UTF_8));
        }
        headers.add("ce_type", "conversation.resolved.v1".getBytes(UTF_8));
        return consumed(TOPIC, 3, number, "key-" + number, ("value-" + number).getBytes(UTF_8), headers);
    }

    private static ConsumerRecord<String, byte[]> asRead(ProducerRecord<String, byte[]> letter, int offset) {
        return consumed(letter.topic(), 0, offset, letter.key(), letter.value(), new RecordHeaders(letter.headers()));
    }

    private static ConsumerRecord<String, byte[]> consumed(
            String topic, int partition, int offset, String key, byte[] value, RecordHeaders headers) {
        return new ConsumerRecord<>(
                topic, partition, offset, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private static List<String> texts(Iterable<Header> headers) {
        var texts = new ArrayList<String>();
        headers.forEach(header -> texts.add(header.key() + "=" + new String(header.value(), UTF_8)));
        return texts;
    }
}
