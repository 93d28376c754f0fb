package org.centralino.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import org.centralino.events.ConversationState.Status;
import org.centralino.kit.inbox.Filter.And;
import org.centralino.kit.inbox.Filter.HasFailed;
import org.centralino.kit.inbox.Filter.HasStatus;
import org.centralino.kit.inbox.Filter.IsHeldBy;
import org.centralino.kit.inbox.Filter.IsMine;
import org.centralino.kit.inbox.Filter.IsNobodys;
import org.centralino.kit.inbox.Filter.IsOnNumber;
import org.centralino.kit.inbox.Filter.Not;
import org.centralino.kit.inbox.Filter.Or;
import org.centralino.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterReaderTest {
    private static final String BRUNO = "0197a000-0000-7000-8000-00000000000b";

    @Test
    void reads_every_word_of_the_grammar() {
        var read = FilterReader.read(json("""
                {"or": [{"and": [{"status": "open"}, {"assignee": "me"}]},
                        {"not": {"status": "resolved"}},
                        {"assignee": "nobody"}, {"assignee": "%s"}, {"phoneNumberId": "510"}, {"failed": true}]}""".formatted(BRUNO)));

        assertThat(read)
                .isEqualTo(new Or(List.of(
                        new And(List.of(new HasStatus(Status.OPEN), new IsMine())),
                        new Not(new HasStatus(Status.RESOLVED)),
                        new IsNobodys(),
                        new IsHeldBy(UUID.fromString(BRUNO)),
                        new IsOnNumber("510"),
                        new HasFailed())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                            | filter must be an object with one member.
            []                                            | filter must be an object with one member.
            "open"                                        | filter must be an object with one member.
            {"status": "open", "assignee": "me"}          | filter must be an object with one member.
            {"state": "open"}                             | filter.state is not known
            {"status": "OPEN"}                            | filter.status must be open or resolved.
            {"status": 1}                                 | filter.status must be a text.
            {"assignee": null}                            | filter.assignee must be a text.
            {"assignee": "anna"}                          | filter.assignee must be me, nobody, or the id of an operator.
            {"phoneNumberId": "1' or true --"}            | filter.phoneNumberId must be the id of a number, in digits.
            {"failed": false}                             | filter.failed must be true.
            {"and": []}                                   | filter.and must be a list of at least one filter.
            {"or": {"status": "open"}}                    | filter.or must be a list of at least one filter.
            {"and": [{"status": "open"}, {"not": {}}]}    | filter.and[1].not must be an object with one member.
            """)
    void says_what_is_wrong_and_where(String filter, String problem) {
        assertThatThrownBy(() -> FilterReader.read(json(filter)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(400);
                    assertThat(refused.problem().detail()).startsWith(problem);
                });
    }

    @Test
    void there_are_five_views() {
        assertThat(InboxView.ALL)
                .extracting(InboxView::name)
                .containsExactly("mine", "unassigned", "all", "failed", "resolved");
        assertThat(InboxView.named(null).name()).isEqualTo("all");
    }

    @Test
    void a_view_that_there_is_not_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> InboxView.named("everything"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().detail())
                                .isEqualTo("view must be one of mine, unassigned, all, failed, resolved."));
    }

    @Test
    void an_order_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> InboxView.read("mine", json("""
                        {"filter": {"status": "open"}, "sort": "oldest"}""")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().detail()).isEqualTo("sort must be newest-activity."));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
