package org.centralino.conversation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Operators.ANNA;
import static org.centralino.testkit.Operators.BRUNO;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.centralino.conversation.RealInfrastructure;
import org.centralino.events.ConversationState.Status;
import org.centralino.kit.inbox.Filter;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists of an operator who does not see everything: each comes from two indexes.
@QuarkusTest
@RealInfrastructure
class InboxQueriesTest {
    private static final Visibility HIS_OWN = new Visibility(ANNA.id(), false, true);
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-22T12:00:00.123456Z");
    private static final int PAGE = 2;

    @Inject
    InboxQueries queries;

    @Inject
    Pool database;

    private final String number =
            Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L));
    private final Filter open =
            new Filter.And(List.of(new Filter.HasStatus(Status.OPEN), new Filter.IsOnNumber(number)));

    /// What he may see, as it is to be listed.
    private final List<UUID> his = new ArrayList<>();

    @BeforeEach
    void his_own_and_nobodys_and_brunos_stand_among_each_other() {
        for (var hour = 0; hour < 9; hour++) {
            var at = NOON.minusHours(hour);
            switch (hour % 3) {
                case 0 -> his.add(conversation(ANNA.id(), at));
                case 1 -> conversation(BRUNO.id(), at);
                default -> his.add(conversation(null, at));
            }
        }
    }

    @Test
    void his_own_and_what_nobody_holds_stand_in_one_list_newest_first() {
        assertThat(down(HIS_OWN)).extracting(ConversationView::id).containsExactlyElementsOf(his);
    }

    @Test
    void it_is_read_upwards_as_it_was_downwards() {
        var pages = pagesDown(HIS_OWN);
        var up = new ArrayList<>(pages.getLast().items());
        for (var newer = pages.getLast().previousCursor(); newer != null; ) {
            var page = page(new InboxPart.Newer(place(newer)), HIS_OWN);
            up.addAll(0, page.items());
            newer = page.previousCursor();
        }

        assertThat(up).extracting(ConversationView::id).containsExactlyElementsOf(his);
    }

    @Test
    void whoever_may_see_nothing_has_empty_lists() {
        assertThat(down(new Visibility(ANNA.id(), false, false))).isEmpty();
    }

    private List<ConversationView> down(Visibility visibility) {
        return pagesDown(visibility).stream()
                .flatMap(page -> page.items().stream())
                .toList();
    }

    private List<Page<ConversationView>> pagesDown(Visibility visibility) {
        var pages = new ArrayList<Page<ConversationView>>();
        InboxPart part = new InboxPart.Newest();
        while (true) {
            var page = page(part, visibility);
            pages.add(page);
            if (page.nextCursor() == null) {
                return pages;
            }
            part = new InboxPart.Older(place(page.nextCursor()));
        }
    }

    private Page<ConversationView> page(InboxPart part, Visibility visibility) {
        return queries.page(open, part, visibility, PAGE).await().indefinitely();
    }

    private static Cursor.Position place(String cursor) {
        var position = Cursor.read(cursor);
        assertThat(position).isNotNull();
        return position;
    }

    private UUID conversation(@Nullable UUID assignee, OffsetDateTime at) {
        var id = UUID.randomUUID();
        var contact = UUID.randomUUID();
        database.preparedQuery(InboxResourceTest.CONTACT).executeAndAwait(Tuple.of(contact, at));
        database.preparedQuery(InboxResourceTest.CONVERSATION)
                .executeAndAwait(Tuple.of(id, number, contact, assignee, at));
        return id;
    }
}
