package org.centralino.conversation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.centralino.events.Topics;
import org.centralino.kit.pruning.PruningRule;

/// How long what grows is kept: as long as its customer, unless the company sets an end.
@ApplicationScoped
class Retention {
    private static final String NEVER = "false";

    void check(@Observes StartupEvent starting, ConversationConfig config) {
        config.keepMessages().ifPresent(Retention::refuseTooShort);
    }

    /// @throws IllegalStateException when a topic that is heard again could bring back what was deleted
    static void refuseTooShort(Duration kept) {
        if (kept.compareTo(Topics.RETENTION) < 0) {
            throw new IllegalStateException(
                    "Refusing to start: CENTRALINO_CONVERSATION_KEEP_MESSAGES is %s, but the topics keep events for %d days,"
                                    .formatted(kept, Topics.RETENTION.toDays())
                            + " and one that is heard again would bring deleted messages back. Set it to %dd or more, or"
                                    .formatted(Topics.RETENTION.toDays())
                            + " leave it out: then messages stay as long as their customer.");
        }
    }

    @Produces
    @Singleton
    static PruningRule messages(ConversationConfig config) {
        return new PruningRule("message", olderThanKept("recorded_at", config));
    }

    @Produces
    @Singleton
    static PruningRule history(ConversationConfig config) {
        return new PruningRule("history_entry", olderThanKept("at", config));
    }

    private static String olderThanKept(String column, ConversationConfig config) {
        return config.keepMessages()
                .map(kept -> "%s < now() - interval '%d seconds'".formatted(column, kept.toSeconds()))
                .orElse(NEVER);
    }
}
