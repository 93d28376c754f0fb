package org.centralino.conversation.thread;

import java.util.List;
import java.util.function.Predicate;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.Refusal;

/// A conversation refused what an operator asked; carried to the edge, which says it in words.
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Refusal refusal;
    private final transient Conversation conversation;
    private final transient List<MessageRow> added;

    /// @param conversation as it stood
    /// @param added what others added since the author looked
    RefusedException(Refusal refusal, Conversation conversation, List<MessageRow> added) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.conversation = conversation;
        this.added = List.copyOf(added);
    }

    static Predicate<Throwable> because(Refusal refusal) {
        return failure -> failure instanceof RefusedException refused && refused.refusal == refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    Conversation conversation() {
        return conversation;
    }

    List<MessageRow> added() {
        return added;
    }
}
