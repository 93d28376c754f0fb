package org.centralino.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTableTest {

    @ParameterizedTest
    @CsvSource({
        "/api/conversations, CONVERSATION",
        "/api/conversations/counts, CONVERSATION",
        "/api/conversations/0193, CONVERSATION",
        "/api/conversations/0193/timeline, CONVERSATION",
        "/api/conversations/0193/replies, CONVERSATION",
        "/api/conversations/0193/history, CONVERSATION",
        "/api/conversations/0193/assignment, ASSIGNMENT",
        "/api/search, CONVERSATION",
        "/api/conversations/1/attachments, CONVERSATION",
        "/api/attachments/limits, CONVERSATION",
        "/api/operators, ASSIGNMENT",
        "/api/numbers, OUTBOUND",
        "/api/numbers/510000000000023/reports, OUTBOUND",
        "/api/conversations/0193/notes, NOTES",
        "/api/conversations/0193/notes/77, NOTES",
    })
    void each_part_of_the_api_has_one_owner(String path, RoutingTable owner) {
        assertThat(RoutingTable.ownerOf(path)).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/me",
                "/api/unknown",
                "/api/conversationsX",
                "/api/operatorsX",
                "/api/searchX",
                "/q/health",
                "/api/../q/metrics",
                "/"
            })
    void nothing_else_is_passed_on(String path) {
        assertThat(RoutingTable.ownerOf(path)).isEmpty();
    }
}
