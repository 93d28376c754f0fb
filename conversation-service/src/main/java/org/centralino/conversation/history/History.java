package org.centralino.conversation.history;

import static org.centralino.events.MessageStatus.FAILED;
import static org.centralino.events.MessageStatus.UNKNOWN;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.NoteEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/// Writes down who did what and when, from the events of all topics, in the transaction that handles them.
public final class History {
    private History() {}

    public static Uni<Void> ofConversations(Mutiny.Session session, List<? extends ConversationEvent> events) {
        return write(session, events.stream().flatMap(History::entry));
    }

    public static Uni<Void> ofAssignments(Mutiny.Session session, List<? extends AssignmentEvent> events) {
        return write(session, events.stream().flatMap(History::entry));
    }

    public static Uni<Void> ofNotes(Mutiny.Session session, List<? extends NoteEvent> events) {
        return write(session, events.stream().flatMap(History::entry));
    }

    private static Uni<Void> write(Mutiny.Session session, Stream<HistoryRow> rows) {
        return session.persistAll(rows.toArray());
    }

    private static Stream<HistoryRow> entry(ConversationEvent event) {
        return switch (event) {
            // A customer who writes three times in a row is one line: since then he waits.
            case ConversationEvent.MessageReceived message
            when message.platformAt().equals(message.conversation().waitingSince()) ->
                Stream.of(HistoryRow.of(
                                message.conversationId(),
                                message.platformAt(),
                                "customer-wrote",
                                Actor.customer(message.conversation().contact().name()))
                        .message(message.messageId()));
            case ConversationEvent.ReplyQueued reply ->
                Stream.of(HistoryRow.of(
                                reply.conversationId(),
                                reply.at(),
                                reply.anyway() ? "replied-anyway" : "replied",
                                Actor.operator(reply.author()))
                        .message(reply.messageId()));
            case ConversationEvent.MessageStatusChanged change
            when change.status() == FAILED || change.status() == UNKNOWN ->
                Stream.of(HistoryRow.of(
                                change.conversationId(),
                                change.at(),
                                change.status() == FAILED ? "delivery-failed" : "delivery-unknown",
                                Actor.SYSTEM)
                        .message(change.messageId()));
            case ConversationEvent.Resolved resolved ->
                Stream.of(HistoryRow.of(
                        resolved.conversationId(), resolved.at(), "resolved", Actor.operator(resolved.by())));
            case ConversationEvent.Reopened reopened ->
                Stream.of(HistoryRow.of(
                        reopened.conversationId(),
                        reopened.at(),
                        "reopened",
                        reopened.by() == null
                                ? Actor.customer(
                                        reopened.conversation().contact().name())
                                : Actor.operator(reopened.by())));
            case ConversationEvent.MessageReceived _,
                    ConversationEvent.MessageStatusChanged _,
                    ConversationEvent.Opened _,
                    ConversationEvent.Unrecognised _ -> Stream.empty();
        };
    }

    private static Stream<HistoryRow> entry(AssignmentEvent event) {
        return switch (event) {
            case AssignmentEvent.Taken taken -> Stream.of(change(taken, "taken"));
            case AssignmentEvent.Assigned assigned ->
                Stream.of(change(assigned, "assigned").about(assigned.operator()));
            case AssignmentEvent.TakenOver takenOver ->
                Stream.of(change(takenOver, "taken-over").about(takenOver.previous()));
            case AssignmentEvent.Released released ->
                Stream.of(change(released, "released").about(released.previous()));
            case AssignmentEvent.Unrecognised _ -> Stream.empty();
        };
    }

    private static HistoryRow change(AssignmentEvent.ResponderChanged change, String kind) {
        return HistoryRow.of(change.conversationId(), change.at(), kind, Actor.operator(change.by()));
    }

    private static Stream<HistoryRow> entry(NoteEvent event) {
        return switch (event) {
            case NoteEvent.Written note -> Stream.of(change(note, "note-added"));
            case NoteEvent.Edited note -> Stream.of(change(note, "note-edited"));
            case NoteEvent.Deleted note -> Stream.of(change(note, "note-deleted"));
            case NoteEvent.Unrecognised _ -> Stream.empty();
        };
    }

    private static HistoryRow change(NoteEvent.Changed note, String kind) {
        return HistoryRow.of(note.conversationId(), note.at(), kind, Actor.operator(note.author()))
                .note(note.noteId());
    }
}
