package org.centralino.conversation.search;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.centralino.conversation.ConversationConfig;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.page.Cursor.Position;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Carries out a search, with an end to its patience: what is looked for decides how much work it
/// is.
@ApplicationScoped
class SearchQueries {
    private static final String CANCELLED = "57014";

    /// Only for this transaction. A plan that is made once for all words would be wrong for most.
    private static final String PATIENCE = """
            select set_config('statement_timeout', $1, true),
              set_config('plan_cache_mode', 'force_custom_plan', true)""";

    private final Database database;
    private final Turns turns;
    private final Duration patience;

    SearchQueries(Database database, Turns turns, ConversationConfig config) {
        this.database = database;
        this.turns = turns;
        this.patience = config.searchPatience();
    }

    /// @param after where the page before ended; null for the first, which has customers, too
    /// @return a page of what the operator may see; fails with 422 when it takes too long
    Uni<FoundView> found(Sought sought, @Nullable Position after, Visibility visibility, int limit) {
        return turns.take(
                        visibility.operator(),
                        () -> database.transaction(transaction -> found(transaction, sought, after, visibility, limit)
                                .map(Written::nothing)))
                .onFailure(SearchQueries::tookTooLong)
                .transform(_ -> Problem.of(
                                422,
                                "search-too-broad",
                                "This search would take too long",
                                "Too many messages have these words. Add a word, or look only before a date.")
                        .asException());
    }

    private Uni<FoundView> found(
            Transaction transaction, Sought sought, @Nullable Position after, Visibility visibility, int limit) {
        transaction.ask(PATIENCE, Long.toString(patience.toMillis()));
        var customers = after == null && sought.isOfAnyMessage()
                ? CustomerSearch.customers(transaction, sought, visibility)
                : Uni.createFrom().item(List.<FoundView.Customer>of());
        var messages = MessageSearch.messages(transaction, sought, after, visibility, limit);
        return Uni.combine()
                .all()
                .unis(customers, messages)
                .with((whom, what) -> new FoundView(whom, what.messages(), what.nextCursor()));
    }

    private static boolean tookTooLong(Throwable failure) {
        return failure instanceof PgException refused && CANCELLED.equals(refused.getSqlState());
    }
}
