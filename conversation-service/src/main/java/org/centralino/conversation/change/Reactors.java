package org.centralino.conversation.change;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.change.domain.MessageChange;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.events.ConversationEvent.Sender;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;

/// Who of groups set emojis. Several people may have one each on the same message, so each of them
/// becomes known, also one who never wrote.
///
/// @param reactions in groups only
public record Reactors(List<ReactionReceived> reactions) {
    static final Reactors NOBODY = new Reactors(List.of());

    public Reactors {
        reactions = List.copyOf(reactions);
    }

    /// They as we know them.
    ///
    /// @param byReaction by the ids of the changes
    /// @param learnt writes down who was not known, and what is new about the others
    record Recognised(Map<UUID, Sender> byReaction, List<Statement> learnt) {
        MessageChange named(MessageChange change) {
            var sender = byReaction.get(change.id());
            return sender != null && change instanceof MessageChange.Reaction reaction ? reaction.by(sender) : change;
        }
    }

    /// Most emojis are set in no group, and then nobody is asked.
    Uni<Recognised> recognised(Transaction transaction, Instant now) {
        return reactions.isEmpty()
                ? Uni.createFrom().item(new Recognised(Map.of(), List.of()))
                : ContactRows.of(
                                transaction,
                                ContactRows.Keys.of(reactions.stream()
                                        .map(ReactionReceived::customer)
                                        .toList()))
                        .map(book -> recognised(book, now));
    }

    private Recognised recognised(ContactBook book, Instant now) {
        var senders = new HashMap<UUID, Sender>();
        for (var reaction : reactions) {
            var contact = book.recognise(reaction.customer(), reaction.sentAt());
            senders.put(MessageChange.idOf(reaction), new Sender(contact.id(), contact.name()));
        }
        return new Recognised(Map.copyOf(senders), ContactRows.write(book, now));
    }
}
