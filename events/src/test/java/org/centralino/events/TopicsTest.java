package org.centralino.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.centralino.events.Topics.Topic;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void every_vocabulary_has_its_topic_and_every_topic_that_tells_what_happened_its_dead_letters() {
        var expected = Channel.ALL.stream().mapMulti((Channel channel, Consumer<String> names) -> {
            names.accept(channel.topic());
            if (!channel.isState()) {
                names.accept(Topics.deadLetterOf(channel.topic()));
            }
        });

        assertThat(Topics.all().stream().map(Topic::name)).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @Test
    void names_are_those_that_integrators_know() {
        assertThat(Topics.all().stream().map(Topic::name))
                .contains(
                        "centralino.whatsapp.v1",
                        "centralino.conversation.v1",
                        "centralino.assignment.v1",
                        "centralino.notes.v1",
                        "centralino.outbound.v1",
                        "centralino.inbox.v1",
                        "centralino.template.v1",
                        "centralino.channel.v1",
                        "centralino.whatsapp.v1.dead-letter");
    }

    @Test
    void names_are_legal_on_kafka_and_their_metrics_do_not_clash() {
        assertThat(Topics.all().stream().map(Topic::name)).allMatch(name -> name.matches("[a-zA-Z0-9.-]{1,249}"));
    }

    @Test
    void what_holds_what_customers_said_is_kept_for_fourteen_days() {
        assertThat(topics().filter(topic -> !topic.name().equals(Topics.INBOX)))
                .allSatisfy(topic -> assertThat(topic.retention()).isEqualTo(Duration.ofDays(14)));
    }

    @Test
    void what_says_only_what_is_now_is_kept_for_an_hour_in_one_partition() {
        assertThat(topics().filter(topic -> topic.name().equals(Topics.INBOX)))
                .containsExactly(new Topic(Topics.INBOX, 1, Duration.ofHours(1)));
    }

    @Test
    void work_can_be_shared_and_dead_letters_stay_in_their_order() {
        assertThat(topics().filter(topic -> !topic.name().equals(Topics.INBOX)))
                .allSatisfy(topic ->
                        assertThat(topic.partitions()).isEqualTo(topic.name().endsWith(".dead-letter") ? 1 : 24));
    }

    @Test
    void of_each_template_and_each_number_the_newest_record_stays() {
        assertThat(topics().filter(Topic::compacted).map(Topic::name)).containsExactly(Topics.TEMPLATE, Topics.CHANNEL);
    }

    private static Stream<Topic> topics() {
        return Topics.all().stream();
    }
}
