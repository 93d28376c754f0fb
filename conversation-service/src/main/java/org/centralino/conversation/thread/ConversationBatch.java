package org.centralino.conversation.thread;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.centralino.conversation.contact.Contacts;
import org.centralino.conversation.history.History;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.outbox.Outbox;
import org.hibernate.reactive.mutiny.Mutiny;

/// The conversations that one transaction works on: locked at the start, changed in memory, written at the
/// end together with their messages, their history and what is to be told.
final class ConversationBatch {
    private static final Outbox<Recorded> OUTBOX =
            new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION, ConversationEvent.Recorded::conversationId);

    private final Mutiny.Session session;
    private final Map<UUID, ConversationRow> rows;
    private final Map<UUID, Conversation> conversations;
    private final Map<Place, UUID> byPlace = new HashMap<>();
    private final List<Recorded> events = new ArrayList<>();
    private final List<ConversationRow> opened = new ArrayList<>();
    private final List<MessageRow> messages = new ArrayList<>();

    private record Place(String phoneNumberId, UUID contactId) {}

    private ConversationBatch(Mutiny.Session session, List<ConversationRow> locked, Map<UUID, Contact> contacts) {
        this.session = session;
        this.rows = new HashMap<>(locked.stream().collect(toMap(row -> row.id, row -> row)));
        this.conversations = new HashMap<>(
                locked.stream().collect(toMap(row -> row.id, row -> row.conversation(contacts.get(row.contactId)))));
        conversations.values().forEach(this::place);
    }

    /// Locks the conversations with these ids, and those of these contacts, always in the order of their
    /// ids: two transactions never wait for each other in a circle.
    static Uni<ConversationBatch> lock(Mutiny.Session session, Collection<UUID> ids, Collection<UUID> contactIds) {
        return session.createSelectionQuery(
                        "from ConversationRow where id in :ids or contactId in :contacts order by id",
                        ConversationRow.class)
                .setParameter("ids", ids)
                .setParameter("contacts", contactIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(locked -> Contacts.byId(
                                session,
                                locked.stream().map(row -> row.contactId).toList())
                        .map(contacts -> new ConversationBatch(session, locked, contacts)));
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
