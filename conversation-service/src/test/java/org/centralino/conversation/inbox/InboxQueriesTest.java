package org.centralino.conversation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.conversation.Desk.PLATFORM;
import static org.centralino.conversation.Desk.awaitEpoch;
import static org.centralino.conversation.Desk.written;
import static org.centralino.testkit.Operators.ANNA;
import static org.centralino.testkit.Operators.BRUNO;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.Platform;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.Person;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.page.Cursor;
import org.junit.jupiter.api.Test;

/// Lists of an operator who does not see everything.
@QuarkusTest
@RealInfrastructure
class InboxQueriesTest {
    private static final Visibility HIS_OWN = new Visibility(ANNA.id(), false, true);

    @Inject
    InboxQueries queries;

    @Test
    void his_own_and_what_nobody_holds_stand_in_one_list_newest_first() {
        var oldest = heldBy(ANNA);
        var brunos = heldBy(BRUNO);
        var nobodys = written(Platform.somebody(), "C'è qualcuno?");
        var newest = heldBy(ANNA);

        var listed = pages(InboxView.ALL);

        assertThat(listed).extracting(ConversationView::id).containsSubsequence(newest, nobodys, oldest);
        assertThat(listed)
                .extracting(ConversationView::id)
                .doesNotContain(brunos)
                .doesNotHaveDuplicates();
        assertThat(listed.reversed())
                .extracting(ConversationView::lastActivityAt)
                .isSorted();
    }

    @Test
    void what_he_holds_is_not_unassigned_and_what_nobody_holds_is_not_his() {
        var his = heldBy(ANNA);
        var nobodys = written(Platform.somebody(), "C'è qualcuno?");

        assertThat(pages(InboxView.MINE))
                .extracting(ConversationView::id)
                .contains(his)
                .doesNotContain(nobodys);
        assertThat(pages(InboxView.UNASSIGNED))
                .extracting(ConversationView::id)
                .contains(nobodys)
                .doesNotContain(his);
    }

    @Test
    void whoever_may_see_nothing_has_empty_lists() {
        heldBy(ANNA);

        assertThat(pages(InboxView.ALL, new Visibility(ANNA.id(), false, false)))
                .isEmpty();
    }

    private static UUID heldBy(Person operator) {
        var conversation = written(Platform.somebody(), "Buongiorno");
        PLATFORM.taken(conversation, 1, operator);
        awaitEpoch(conversation, 1);
        return conversation;
    }

    private List<ConversationView> pages(InboxView list) {
        return pages(list, HIS_OWN);
    }

    /// The smallest pages, so that there are as many borders as can be.
    private List<ConversationView> pages(InboxView list, Visibility visibility) {
        var items = new ArrayList<ConversationView>();
        var cursor = "";
        do {
            var page = queries.page(list, visibility, Cursor.read(cursor), 1)
                    .await()
                    .indefinitely();
            items.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return items;
    }
}
