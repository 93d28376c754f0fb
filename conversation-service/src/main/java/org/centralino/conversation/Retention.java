package org.centralino.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.kit.pruning.PruningRule;

/// How long what grows is kept: as long as its customer, unless the company sets an end.
@ApplicationScoped
class Retention {
    private static final String NEVER = "false";

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
