package org.centralino.events;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The status of a message")
class MessageStatusTest {
    /// From each status, where a message may go. Written out, so that the rule has something to be compared
    /// with.
    private static final Map<MessageStatus, Set<MessageStatus>> WAYS = Stream.of("""
            received  ->
            queued    -> unknown accepted sent failed delivered read played
            unknown   -> accepted sent failed delivered read played
            accepted  -> sent failed delivered read played
            sent      -> failed delivered read played
            failed    -> delivered read played
            delivered -> read played
            read      -> played
            played    ->
            """.split("\n"))
            .map(line -> line.split("->", -1))
            .collect(toMap(line -> status(line[0].strip()), line -> statuses(line[1])));

    /// One pair of statuses, as a sentence.
    record Step(MessageStatus current, MessageStatus next, boolean allowed) {
        @Override
        public String toString() {
            return "%s %s follow %s".formatted(word(next), allowed ? "may" : "may not", word(current));
        }
    }

    static Stream<Step> allPairs() {
        return Arrays.stream(MessageStatus.values())
                .flatMap(current -> Arrays.stream(MessageStatus.values())
                        .map(next -> new Step(current, next, WAYS.get(current).contains(next))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allPairs")
    void moves_only_forward(Step step) {
        assertThat(step.next().mayFollow(step.current())).isEqualTo(step.allowed());
    }

    @ParameterizedTest(name = "{0} does not follow itself")
    @EnumSource
    void does_not_follow_itself(MessageStatus status) {
        assertThat(status.mayFollow(status)).isFalse();
    }

    /// The platform may report in any order (fact sheet, section 2.3).
    @Test
    void ends_the_same_in_whatever_order_the_reports_come() {
        var reports = List.of(
                MessageStatus.ACCEPTED,
                MessageStatus.SENT,
                MessageStatus.FAILED,
                MessageStatus.DELIVERED,
                MessageStatus.READ);

        assertThat(permutations(reports).map(MessageStatusTest::afterAll)).containsOnly(MessageStatus.READ);
    }

    @Test
    void is_written_in_small_letters() {
        assertThat(Arrays.stream(MessageStatus.values())
                        .map(status -> new ObjectMapper().valueToTree(status).asText()))
                .containsExactly(
                        "received", "queued", "unknown", "accepted", "sent", "failed", "delivered", "read", "played");
    }

    private static MessageStatus afterAll(List<MessageStatus> reports) {
        return reports.stream()
                .reduce(MessageStatus.QUEUED, (current, next) -> next.mayFollow(current) ? next : current);
    }

    private static Stream<List<MessageStatus>> permutations(List<MessageStatus> statuses) {
        if (statuses.isEmpty()) {
            return Stream.of(List.of());
        }
        return statuses.stream()
                .flatMap(first -> permutations(statuses.stream()
                                .filter(status -> status != first)
                                .toList())
                        .map(rest ->
                                Stream.concat(Stream.of(first), rest.stream()).toList()));
    }

    private static Set<MessageStatus> statuses(String words) {
        var statuses = EnumSet.noneOf(MessageStatus.class);
        Arrays.stream(words.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .map(MessageStatusTest::status)
                .forEach(statuses::add);
        return statuses;
    }

    private static MessageStatus status(String word) {
        return MessageStatus.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String word(MessageStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
