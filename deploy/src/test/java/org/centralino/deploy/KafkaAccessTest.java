package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.centralino.events.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What Kafka permits each service equals what its code does.
class KafkaAccessTest {
    static final List<String> SERVICES = Chart.SERVICES;

    private static final List<String> ALL =
            Topics.all().stream().map(Topics.Topic::name).toList();
    private static final List<String> WITH_DEAD_LETTERS = ALL.stream()
            .filter(topic -> ALL.contains(Topics.deadLetterOf(topic)))
            .toList();

    /// Who tells a topic puts its dead letters back. The gateway, which the internet reaches, cannot be asked to.
    private static final Map<String, String> PUT_BACK_BY_SOMEBODY_ELSE = Map.of(Topics.WHATSAPP, "conversation");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_may_do_what_its_code_does_and_nothing_else(String service) throws IOException {
        var does = KafkaOfService.of(service);
        var putsBack = putBackBy(service);

        var permitted = KafkaAccess.permitted().get(service);

        assertThat(permitted)
                .isEqualTo(new KafkaAccess(
                        union(does.told(), putsBack, lettersOf(does.heard())),
                        union(does.heard(), does.followed(), lettersOf(putsBack)),
                        union(groupsOf(service, does.heard()), replayGroup(putsBack))));
    }

    @Test
    void there_is_a_user_for_each_service_and_no_other() {
        var users = KafkaAccess.permitted().keySet();

        assertThat(users).containsExactlyInAnyOrderElementsOf(Chart.SERVICES);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void a_topic_is_told_by_one_service_and_written_by_no_other_unless_to_put_its_dead_letters_back(String topic) {
        var tellers = who(KafkaOfService::of, does -> does.told().contains(topic));

        var writers = who(KafkaAccess.permitted()::get, may -> may.write().contains(topic));

        if (WITH_DEAD_LETTERS.contains(topic) || topic.equals(Topics.INBOX)) {
            assertThat(tellers).hasSize(1);
            assertThat(writers)
                    .isEqualTo(union(
                            tellers,
                            Stream.ofNullable(PUT_BACK_BY_SOMEBODY_ELSE.get(topic))
                                    .toList()));
        } else {
            assertThat(tellers).isEmpty();
            assertThat(writers)
                    .isEqualTo(who(
                            KafkaOfService::of, does -> lettersOf(does.heard()).contains(topic)))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("WITH_DEAD_LETTERS")
    void the_dead_letters_of_a_topic_are_put_back_by_one_service_that_can_be_asked_to(String topic) throws IOException {
        var readers = who(KafkaAccess.permitted()::get, may -> may.read().contains(Topics.deadLetterOf(topic)));

        assertThat(readers).hasSize(1);
        assertThat(KafkaOfService.replays(readers.first())).isTrue();
        assertThat(KafkaAccess.permitted().get(readers.first()).write()).contains(topic);
    }

    @Test
    void outbound_can_neither_read_nor_write_notes() {
        var outbound = KafkaAccess.permitted().get("outbound");

        assertThat(outbound.names()).isNotEmpty().noneMatch(name -> name.contains("notes"));
    }

    /// The gateway shows notes to operators, and the history of conversations says that they were written. After a
    /// restore, the notes service hears what it had told itself.
    @Test
    void notes_are_read_by_those_who_show_them_to_operators_and_by_the_notes_service_which_alone_writes_them() {
        var permitted = KafkaAccess.permitted();

        var readers = who(permitted::get, may -> may.read().contains(Topics.NOTES));
        var writers = who(permitted::get, may -> may.write().contains(Topics.NOTES));

        assertThat(readers).containsExactlyInAnyOrder("gateway", "conversation", "notes");
        assertThat(writers).containsExactly("notes");
    }

    @Test
    void every_name_stands_there_in_full() {
        var permitted = KafkaAccess.permitted().values();

        assertThat(permitted).flatExtracting(KafkaAccess::write).isSubsetOf(ALL);
        assertThat(permitted).flatExtracting(KafkaAccess::read).isSubsetOf(ALL);
        assertThat(permitted)
                .flatExtracting(KafkaAccess::groups)
                .isNotEmpty()
                .allMatch(group -> group.toString().matches("[a-z]+\\.[a-z]+|[a-z]+(-[a-z]+)+"));
    }

    @Test
    void a_topic_that_is_used_in_a_way_that_nobody_thought_of_is_found() throws IOException {
        var source = Files.writeString(Path.of("target/Eavesdropper.java"), """
                class Eavesdropper {
                    void hear(KafkaConsumer<String, byte[]> consumer) {
                        consumer.subscribe(List.of(Topics.NOTES));
                    }
                }
                """);

        assertThatThrownBy(() -> KafkaOfService.in(source)).hasMessageContaining("List.of does with Topics.NOTES");
    }

    private static SortedSet<String> putBackBy(String service) throws IOException {
        var putsBack = new TreeSet<String>();
        for (var topic : WITH_DEAD_LETTERS) {
            var somebodyElse = PUT_BACK_BY_SOMEBODY_ELSE.get(topic);
            if (somebodyElse == null
                    ? KafkaOfService.of(service).told().contains(topic)
                    : somebodyElse.equals(service)) {
                putsBack.add(topic);
            }
        }
        return putsBack;
    }

    private static SortedSet<String> replayGroup(Set<String> putsBack) throws IOException {
        return putsBack.isEmpty() ? new TreeSet<>() : new TreeSet<>(Set.of(KafkaOfService.replayGroup()));
    }

    private static SortedSet<String> lettersOf(Set<String> topics) {
        var letters = new TreeSet<String>();
        topics.forEach(topic -> letters.add(Topics.deadLetterOf(topic)));
        return letters;
    }

    /// As the kit calls them: `notes.assignment`.
    private static SortedSet<String> groupsOf(String service, Set<String> heard) {
        var groups = new TreeSet<String>();
        heard.forEach(topic -> groups.add(service + topic.replaceFirst("^centralino(\\..+)\\.v\\d+$", "$1")));
        return groups;
    }

    private static <T> SortedSet<String> who(Function<String, T> of, Predicate<T> does) {
        var who = new TreeSet<String>();
        Chart.SERVICES.stream().filter(service -> does.test(of.apply(service))).forEach(who::add);
        return who;
    }

    @SafeVarargs
    private static SortedSet<String> union(Collection<String>... names) {
        var all = new TreeSet<String>();
        Stream.of(names).forEach(all::addAll);
        return all;
    }
}
