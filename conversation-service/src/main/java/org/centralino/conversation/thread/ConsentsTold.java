package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.centralino.conversation.contact.ConsentRows;
import org.centralino.conversation.contact.ConsentRows.Said;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.ConversationEvent.ConsentChanged;
import org.centralino.kit.database.Transaction;

/// Tells, conversation by conversation, what counts of advertising from now on: what waits to be sent
/// goes by that.
public final class ConsentsTold {
    private ConsentsTold() {}

    /// @param said what the customer said
    /// @return that it counts in this conversation
    public static ConsentChanged in(Conversation conversation, Said said, Instant at) {
        return conversation.consentChanged(
                said.id(), said.consent(), said.source(), said.evidence(), said.by(), said.saidAt(), at);
    }

    /// Carries out what makes contacts one person, or two again, and tells it wherever something else
    /// counts since: what one of them said last holds for all of them, and for no other afterwards.
    ///
    /// @param conversations all of theirs; contacts and conversations are under their lock
    public static Uni<Void> around(
            Transaction transaction, LockedConversations conversations, Supplier<Uni<?>> change, Instant at) {
        var contacts = conversations.contacts();
        return ConsentRows.last(transaction, contacts)
                .chain(before -> change.get()
                        .chain(() -> ConsentRows.last(transaction, contacts))
                        .invoke(after -> conversations.tell(conversation ->
                                news(conversation, before, after).map(said -> in(conversation, said, at)))))
                .replaceWithVoid();
    }

    private static Optional<Said> news(Conversation conversation, Map<UUID, Said> before, Map<UUID, Said> after) {
        var contact = conversation.state().contact().id();
        var earlier = before.get(contact);
        return Optional.ofNullable(after.get(contact)).filter(now -> earlier == null || earlier.given() != now.given());
    }
}
