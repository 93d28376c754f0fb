package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.centralino.conversation.ConversationConfig;
import org.centralino.kit.conversation.Arrivals;
import org.centralino.kit.database.Database;

/// Waits for changes of responders that operators were told of before we were.
@ApplicationScoped
class Epochs {
    private static final String EPOCH = "select epoch from conversation where id = $1";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Database database;
    private final Arrivals arrivals;
    private final ConversationConfig config;

    Epochs(Database database, Arrivals arrivals, ConversationConfig config) {
        this.database = database;
        this.arrivals = arrivals;
        this.config = config;
    }

    /// @return until when, by [System#nanoTime], one that is awaited from now on is waited for
    long deadline() {
        return System.nanoTime() + config.waitForEpoch().toNanos();
    }

    /// @return completes when the change is known here, or was waited for as long as may be
    Uni<Void> arrival(UUID conversationId, long epoch) {
        return arrival(conversationId, epoch, deadline());
    }

    /// Waits without a lock. Another replica may have heard of the change, so it is also looked for.
    ///
    /// @param deadline until when it is waited for
    Uni<Void> arrival(UUID conversationId, long epoch, long deadline) {
        return arrivals.of(conversationId, LOOK_AGAIN)
                .chain(() -> database.ask(EPOCH, conversationId))
                .chain(rows -> {
                    var known = rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
                    return known >= epoch || System.nanoTime() >= deadline
                            ? Uni.createFrom().voidItem()
                            : arrival(conversationId, epoch, deadline);
                });
    }
}
