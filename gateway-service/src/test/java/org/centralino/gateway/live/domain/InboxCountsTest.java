package org.centralino.gateway.live.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.ConversationState.Status;
import org.centralino.events.InboxEvent.Counted;
import org.centralino.events.InboxEvent.Group;
import org.centralino.kit.operator.Visibility;
import org.junit.jupiter.api.Test;

class InboxCountsTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BRUNO = new UUID(0, 2);
    private static final UUID NOBODY = null;

    private static final Counted COUNTED = new Counted(
            List.of(
                    group("1", ANNA, Status.OPEN, 1),
                    group("2", ANNA, Status.OPEN, 2),
                    group("1", BRUNO, Status.OPEN, 4, 3),
                    group("1", NOBODY, Status.OPEN, 8, 1),
                    group("1", ANNA, Status.RESOLVED, 16),
                    group("1", BRUNO, Status.RESOLVED, 32)),
            Instant.EPOCH);

    @Test
    void who_sees_all_is_told_of_all() {
        assertThat(InboxCounts.of(COUNTED, new Visibility(ANNA, true, false)))
                .isEqualTo(new InboxCounts(3, 8, 15, 4, 48));
    }

    @Test
    void who_sees_his_own_is_told_of_those_and_of_nobodys() {
        assertThat(InboxCounts.of(COUNTED, new Visibility(ANNA, false, true)))
                .isEqualTo(new InboxCounts(3, 8, 11, 1, 16));
    }

    @Test
    void who_sees_nothing_is_told_of_nothing() {
        assertThat(InboxCounts.of(COUNTED, new Visibility(ANNA, false, false)))
                .isEqualTo(new InboxCounts(0, 0, 0, 0, 0));
    }

    private static Group group(String number, UUID assignee, Status status, long conversations) {
        return group(number, assignee, status, conversations, 0);
    }

    private static Group group(String number, UUID assignee, Status status, long conversations, long failed) {
        return new Group(new Access(number, null, assignee), status, conversations, failed);
    }
}
