package org.centralino.kit.conversation;

import org.centralino.events.Person;
import org.centralino.kit.problem.Problem;

/// What a conversation is for somebody who wants to work with it.
sealed interface Sight {

    /// He may see it, and knows of nothing that is not known here.
    record Open(KnownConversation conversation) implements Sight {}

    /// He may see it, but he has heard of a change of its holder that is not known here.
    ///
    /// @param epoch the latest change that is known here
    /// @param believable whether his may be on its way
    record Behind(long epoch, boolean believable) implements Sight {}

    /// He could see it a moment ago.
    ///
    /// @param holder who has it now
    /// @param sure whether all that he knows of is known here; otherwise he may have got it himself since
    record Lost(Person holder, long epoch, boolean sure) implements Sight {}

    /// It does not exist for him: he cannot tell it from one that is not known yet, so both are waited for
    /// equally.
    record Hidden() implements Sight {}

    /// @return whether what is on its way may change it
    default boolean mayChange() {
        return switch (this) {
            case Open _ -> false;
            case Behind behind -> behind.believable();
            case Lost lost -> !lost.sure();
            case Hidden _ -> true;
        };
    }

    /// @return the conversation
    /// @throws NotOpenException when he cannot work with it
    default KnownConversation orNotOpen() {
        if (this instanceof Open(var conversation)) {
            return conversation;
        }
        throw new NotOpenException(this);
    }

    /// @return how it is told to him that he cannot work with it
    /// @throws IllegalStateException when he can
    default Problem problem() {
        return switch (this) {
            case Open _ -> throw new IllegalStateException("No problem");
            case Behind behind -> Problem.epochUnknown(behind.epoch());
            case Lost lost -> Problem.heldByAnother(lost.holder(), lost.epoch());
            case Hidden _ -> Problem.notFound("The conversation");
        };
    }

    /// Ends work with a conversation that is not [Open].
    final class NotOpenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Sight sight;

        NotOpenException(Sight sight) {
            super(null, null, false, false);
            this.sight = sight;
        }

        Sight sight() {
            return sight;
        }
    }
}
