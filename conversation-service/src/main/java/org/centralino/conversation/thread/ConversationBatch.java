package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.centralino.conversation.contact.ContactRow;
import org.centralino.conversation.history.History;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.outbox.Outbox;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/// The conversations that one transaction works on: locked at the start, changed in memory, written at the
/// end together with their messages, their history and what is to be told.
final class ConversationBatch {
    private static final Outbox<Recorded> OUTBOX =
            new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION, ConversationEvent.Recorded::conversationId);

    private final Mutiny.Session session;
    private final Map<UUID, ConversationRow> rows = new HashMap<>();
    private final Map<UUID, Conversation> conversations = new HashMap<>();
    private final Map<Place, UUID> byPlace = new HashMap<>();
    private final List<Recorded> events = new ArrayList<>();
    private final List<ConversationRow> opened = new ArrayList<>();
    private final List<MessageRow> messages = new ArrayList<>();

    private record Place(String phoneNumberId, UUID contactId) {}

    /// @param locked each conversation with its contact
    private ConversationBatch(Mutiny.Session session, List<Object[]> locked) {
        this.session = session;
        for (var pair : locked) {
            var row = (ConversationRow) pair[0];
            var conversation = row.conversation(((ContactRow) pair[1]).contact());
            rows.put(row.id, row);
            conversations.put(row.id, conversation);
            place(conversation);
        }
    }

    static Uni<ConversationBatch> lock(Mutiny.Session session, UUID id) {
        return lock(session, "c.id = :id", query -> query.setParameter("id", id));
    }

    static Uni<ConversationBatch> lockAll(Mutiny.Session session, Collection<UUID> ids) {
        return lock(session, "c.id in :ids", query -> query.setParameter("ids", ids));
    }

    static Uni<ConversationBatch> lockWithContacts(Mutiny.Session session, Collection<UUID> contactIds) {
        return lock(session, "c.contactId in :contacts", query -> query.setParameter("contacts", contactIds));
    }

    /// Locks the conversations of the replies with these ids, or these ids of the platform.
    static Uni<ConversationBatch> lockWithReplies(
            Mutiny.Session session, Collection<UUID> messageIds, Collection<String> platformIds) {
        return lock(
                session, """
                c.id in (select m.conversationId from MessageRow m
                  where m.direction = OUTBOUND and (m.id in :ids or m.platformId in :platformIds))""", query -> query.setParameter("ids", messageIds).setParameter("platformIds", platformIds));
    }

    /// Always in the order of their ids: two transactions never wait for each other in a circle.
    private static Uni<ConversationBatch> lock(
            Mutiny.Session session, String where, UnaryOperator<Mutiny.SelectionQuery<Object[]>> parameters) {
        return parameters
                .apply(session.createSelectionQuery(
                        "select c, k from ConversationRow c join ContactRow k on k.id = c.contactId where " + where
                                + " order by c.id",
                        Object[].class))
                .setLockMode("c", LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> new ConversationBatch(session, rows));
    }

    Optional<Conversation> find(UUID id) {
        return Optional.ofNullable(conversations.get(id));
    }

    Optional<Conversation> find(String phoneNumberId, UUID contactId) {
        return Optional.ofNullable(byPlace.get(new Place(phoneNumberId, contactId)))
                .map(conversations::get);
    }

    /// Takes a changed conversation that nothing is told about.
    void keep(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
    }

    /// Takes what a decision brought about. The message of a status change is changed by whoever loaded it.
    Conversation record(List<Recorded> facts) {
        Conversation after = null;
        for (var fact : facts) {
            after = Conversation.after(fact);
            switch (fact) {
                case ConversationEvent.Opened _ -> {
                    opened.add(newRow(after));
                    place(after);
                }
                case ConversationEvent.MessageReceived message -> messages.add(MessageRow.of(message));
                case ConversationEvent.ReplyQueued reply -> messages.add(MessageRow.of(reply));
                case ConversationEvent.MessageStatusChanged _,
                        ConversationEvent.Resolved _,
                        ConversationEvent.Reopened _ -> {}
            }
            keep(after);
            events.add(fact);
        }
        return after;
    }

    /// Writes everything. Nothing may be recorded afterwards.
    Uni<Void> write() {
        conversations
                .values()
                .forEach(conversation -> rows.get(conversation.id()).take(conversation.state()));
        return session.persistAll(opened.toArray())
                .chain(() -> session.persistAll(messages.toArray()))
                .chain(() -> History.ofConversations(session, events))
                .chain(() -> OUTBOX.append(session, events));
    }

    private ConversationRow newRow(Conversation conversation) {
        var row = ConversationRow.of(conversation);
        rows.put(row.id, row);
        return row;
    }

    private void place(Conversation conversation) {
        var state = conversation.state();
        byPlace.put(new Place(state.phoneNumberId(), state.contact().id()), conversation.id());
    }
}
