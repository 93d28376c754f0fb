package org.centralino.conversation.thread;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.centralino.conversation.contact.Contacts;
import org.centralino.conversation.history.History;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordMessage;
import org.centralino.conversation.thread.domain.ConversationCommand.SendReply;
import org.centralino.conversation.thread.domain.Refusal;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.Content;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.NoteEvent;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Person;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.kit.Decision;
import org.centralino.kit.kafka.Received;
import org.centralino.kit.once.HandledEvents;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.retry.Retry;
import org.hibernate.reactive.mutiny.Mutiny;

/// Load, decide, write, in one transaction: the only place where conversations change.
@ApplicationScoped
class ConversationStore {
    /// How long a reply waits for a change of the responder that is still on its way to us.
    private static final Retry EPOCH_ON_ITS_WAY = new Retry(12, Duration.ofMillis(20), Duration.ofMillis(250));

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    ConversationStore(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /// What an operator wants to send.
    ///
    /// @param id made by the caller: the same id is the same reply
    record Reply(UUID id, String text, long lastSeen, long epoch, boolean anyway) {}

    // --- what the platform says ---

    Uni<Void> handleWhatsApp(List<Received<WhatsAppEvent>> received) {
        return sessions.withTransaction(session -> HandledEvents.firstTime(session, received)
                .chain(fresh ->
                        handleFresh(session, fresh.stream().map(Received::event).toList())));
    }

    private Uni<Void> handleFresh(Mutiny.Session session, List<WhatsAppEvent> events) {
        var messages = new ArrayList<MessageReceived>();
        var reports = new ArrayList<StatusReport>();
        for (var event : events) {
            switch (event) {
                case MessageReceived message -> messages.add(message);
                case StatusReported status -> StatusReport.of(status).ifPresent(reports::add);
                case WhatsAppEvent.PartUnrecognised _, WhatsAppEvent.Unrecognised _ -> {}
            }
        }
        return recordMessages(session, messages).chain(() -> recordStatuses(session, reports));
    }

    private Uni<Void> recordMessages(Mutiny.Session session, List<MessageReceived> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Contacts.of(
                        session,
                        messages.stream().map(MessageReceived::customer).toList())
                .chain(contacts -> recognise(contacts, messages))
                .chain(authors -> ConversationBatch.lockWithContacts(
                                session,
                                authors.values().stream().map(Contact::id).collect(toSet()))
                        .chain(batch -> knownPlatformIds(session, messages)
                                .chain(known -> recordMessages(batch, authors, known))));
    }

    /// Who wrote which message. A message that came twice is one.
    private Uni<Map<MessageReceived, Contact>> recognise(Contacts contacts, List<MessageReceived> messages) {
        var authors = new LinkedHashMap<MessageReceived, Contact>();
        messages.forEach(message -> authors.put(message, contacts.recognise(message.customer(), clock.instant())));
        return contacts.write().replaceWith(authors);
    }

    private static Uni<Set<PlatformId>> knownPlatformIds(Mutiny.Session session, List<MessageReceived> messages) {
        return session.createSelectionQuery(
                        "select phoneNumberId, platformId from MessageRow where platformId in :ids", Object[].class)
                .setParameter(
                        "ids",
                        messages.stream().map(MessageReceived::platformId).toList())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new PlatformId((String) row[0], (String) row[1]))
                        .collect(toCollection(HashSet::new)));
    }

    private record PlatformId(String phoneNumberId, String id) {}

    private Uni<Void> recordMessages(
            ConversationBatch batch, Map<MessageReceived, Contact> authors, Set<PlatformId> known) {
        var now = clock.instant();
        authors.forEach((message, contact) -> {
            if (!wasThere(known, message)) {
                var conversation = batch.find(message.phoneNumberId(), contact.id())
                        .map(found -> found.knownAs(contact))
                        .orElseGet(() -> batch.record(List.of(Conversation.open(
                                UUID.randomUUID(), message.phoneNumberId(), contact, message.sentAt(), now))));
                var command = new RecordMessage(
                        UUID.randomUUID(), message.platformId(), message.sentAt(), message.content(), now);
                batch.record(conversation.accept(command));
            }
        });
        return batch.write();
    }

    /// Notes the message, and tells whether it was noted before: on the platform a message is one by its id.
    private static boolean wasThere(Set<PlatformId> known, MessageReceived message) {
        return !known.add(new PlatformId(message.phoneNumberId(), message.platformId()));
    }

    // --- how far our messages have come ---

    Uni<Void> handleOutbound(List<Received<OutboundEvent>> received) {
        return sessions.withTransaction(session -> HandledEvents.firstTime(session, received)
                .map(fresh -> fresh.stream()
                        .map(Received::event)
                        .map(StatusReport::of)
                        .flatMap(Optional::stream)
                        .toList())
                .chain(reports -> Statuses.withParked(session, reports))
                .chain(reports -> recordStatuses(session, reports)));
    }

    /// Takes up what was parked while its message became known, in two transactions that did not see each
    /// other.
    ///
    /// @param since what was parked earlier is not looked at
    Uni<Void> takeUpParked(Instant since) {
        return sessions.withTransaction(
                session -> Statuses.parked(session, since).chain(parked -> recordStatuses(session, parked)));
    }

    /// Drops what was parked before and nobody asked for.
    Uni<Void> dropParked(Instant before) {
        return sessions.withTransaction(session -> Statuses.drop(session, before));
    }

    private Uni<Void> recordStatuses(Mutiny.Session session, List<StatusReport> reports) {
        return Statuses.record(session, reports, clock.instant());
    }

    // --- who is responsible, and what else belongs into the history ---

    Uni<Void> handleAssignment(List<Received<AssignmentEvent>> received) {
        return sessions.withTransaction(session -> HandledEvents.firstTime(session, received)
                .chain(fresh -> {
                    var events = fresh.stream().map(Received::event).toList();
                    var changes = events.stream()
                            .filter(AssignmentEvent.ResponderChanged.class::isInstance)
                            .map(AssignmentEvent.ResponderChanged.class::cast)
                            .collect(groupingBy(AssignmentEvent.ResponderChanged::conversationId));
                    return ConversationBatch.lockAll(session, changes.keySet())
                            .chain(batch -> {
                                changes.forEach((id, ofOne) -> ofOne.forEach(change -> batch.find(id)
                                        .map(found -> found.heldBy(change.operator(), change.epoch()))
                                        .ifPresent(batch::keep)));
                                return batch.write();
                            })
                            .chain(() -> History.ofAssignments(session, events));
                }));
    }

    Uni<Void> handleNotes(List<Received<NoteEvent>> received) {
        return sessions.withTransaction(session -> HandledEvents.firstTime(session, received)
                .chain(fresh -> History.ofNotes(
                        session, fresh.stream().map(Received::event).toList())));
    }

    // --- what operators do ---

    /// @return the reply as it stands in the timeline now
    Uni<TimelineItem> reply(UUID conversationId, Reply reply, Person author, Visibility visibility) {
        return EPOCH_ON_ITS_WAY.of(
                () -> sessions.withTransaction(session -> locked(session, conversationId, visibility)
                        .chain(locked -> session.find(MessageRow.class, reply.id())
                                .chain(existing -> existing == null
                                        ? queue(session, locked.batch(), locked.conversation(), reply, author)
                                        : theSame(existing, conversationId, reply, author)))),
                RefusedException.because(Refusal.EPOCH_UNKNOWN));
    }

    private Uni<TimelineItem> queue(
            Mutiny.Session session, ConversationBatch batch, Conversation conversation, Reply reply, Person author) {
        return addedByOthers(session, conversation.id(), reply.lastSeen(), author)
                .chain(added -> Contacts.recipient(session, conversation.state().contact())
                        .chain(recipient -> {
                            var command = new SendReply(
                                    reply.id(),
                                    author,
                                    recipient,
                                    new Content.Text(reply.text()),
                                    reply.lastSeen(),
                                    added.isEmpty() ? 0 : added.getLast().sequence,
                                    reply.epoch(),
                                    reply.anyway(),
                                    clock.instant());
                            return switch (conversation.decide(command)) {
                                case Decision.Rejected(var refusal) ->
                                    throw new RefusedException(refusal, conversation, added);
                                case Decision.Accepted(var facts) -> {
                                    batch.record(facts);
                                    yield batch.write()
                                            .chain(() -> session.find(MessageRow.class, reply.id()))
                                            .map(TimelineItem::of);
                                }
                            };
                        }));
    }

    private static Uni<TimelineItem> theSame(MessageRow existing, UUID conversationId, Reply reply, Person author) {
        var same = existing.conversationId.equals(conversationId)
                && author.id().equals(existing.authorId)
                && existing.content().equals(new Content.Text(reply.text()));
        if (same) {
            return Uni.createFrom().item(TimelineItem.of(existing));
        }
        throw Problem.of(
                        409,
                        "id-already-used",
                        "This id belongs to another message",
                        "Make a new id for a new reply; repeat an id only to repeat the same reply.")
                .asException();
    }

    private static Uni<List<MessageRow>> addedByOthers(
            Mutiny.Session session, UUID conversationId, long lastSeen, Person author) {
        return session.createSelectionQuery("""
                        from MessageRow where conversationId = :conversation and sequence > :lastSeen
                          and (authorId is null or authorId <> :author) order by sequence""", MessageRow.class)
                .setParameter("conversation", conversationId)
                .setParameter("lastSeen", lastSeen)
                .setParameter("author", author.id())
                .setMaxResults(100)
                .getResultList();
    }

    /// Carries out a command of an operator that concerns the conversation as a whole.
    Uni<Void> change(UUID conversationId, ConversationCommand command, Visibility visibility) {
        return sessions.withTransaction(session -> locked(session, conversationId, visibility)
                .chain(locked -> {
                    var conversation = locked.conversation();
                    return switch (conversation.decide(command)) {
                        case Decision.Rejected(var refusal) ->
                            throw new RefusedException(refusal, conversation, List.of());
                        case Decision.Accepted(var facts) -> {
                            locked.batch().record(facts);
                            yield locked.batch().write();
                        }
                    };
                }));
    }

    private record Locked(ConversationBatch batch, Conversation conversation) {}

    private static Uni<Locked> locked(Mutiny.Session session, UUID conversationId, Visibility visibility) {
        return ConversationBatch.lock(session, conversationId)
                .map(batch -> batch.find(conversationId)
                        .filter(found -> visibility.covers(found.state().assignee()))
                        .map(found -> new Locked(batch, found))
                        .orElseThrow(() -> Problem.notFound("This conversation").asException()));
    }
}
