package org.centralino.conversation.history;

import static org.centralino.events.MessageStatus.FAILED;
import static org.centralino.events.MessageStatus.UNKNOWN;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.Consent;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.DoubtSettled;
import org.centralino.events.ConversationEvent.Sender;
import org.centralino.events.DerivedId;
import org.centralino.events.Event;
import org.centralino.events.GroupChange;
import org.centralino.events.NoteEvent;
import org.centralino.events.Person;
import org.centralino.events.Speaker;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.kafka.Received;
import org.jspecify.annotations.Nullable;

/// Writes down who did what and when, in the transaction that makes it so. What is heard twice is written once:
/// an entry's id is derived from the event that it was heard by.
public final class History {
    private static final String WRITE = """
            insert into history_entry (id, conversation_id, at, kind, actor_kind, actor_id, actor_name, target_id,
              target_name, message_id, note_id, words)
            select id, conversation_id, at, kind, actor_kind, actor_id, actor_name, target_id, target_name, message_id,
              note_id, words
            from rows from (jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as (id uuid, conversation_id uuid, at timestamptz, kind text, actor_kind text, actor_id uuid,
                actor_name text, target_id uuid, target_name text, message_id uuid, note_id uuid,
                words text)) with ordinality
              as entry (id, conversation_id, at, kind, actor_kind, actor_id, actor_name, target_id, target_name,
                message_id, note_id, words, place)
            where %s
            order by place
            on conflict (id) do nothing""";

    private static final String DONE = WRITE.formatted("true");

    /// Entries whose ids were made at random are known by what they say.
    private static final String HEARD = WRITE.formatted("""
            not exists (
              select from history_entry known
              where known.conversation_id = entry.conversation_id and known.at = entry.at and known.kind = entry.kind
                and (known.actor_id, known.target_id, known.message_id, known.note_id)
                  is not distinct from (entry.actor_id, entry.target_id, entry.message_id, entry.note_id))""");

    private static final Actor PHONE = Actor.other(Speaker.PHONE);

    private record Entry(
            UUID id,
            UUID conversationId,
            Instant at,
            String kind,
            String actorKind,
            @Nullable UUID actorId,
            @Nullable String actorName,
            @Nullable UUID targetId,
            @Nullable String targetName,
            @Nullable UUID messageId,
            @Nullable UUID noteId,
            @Nullable String words) {

        static Entry of(UUID conversationId, Instant at, String kind, Actor actor) {
            return new Entry(
                    UUID.randomUUID(),
                    conversationId,
                    at,
                    kind,
                    actor.kind(),
                    actor.id(),
                    actor.nameOrWord(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        Entry heardAs(String eventId) {
            var derived = DerivedId.of("history", eventId);
            return new Entry(
                    derived,
                    conversationId,
                    at,
                    kind,
                    actorKind,
                    actorId,
                    actorName,
                    targetId,
                    targetName,
                    messageId,
                    noteId,
                    words);
        }

        Entry about(@Nullable Person target) {
            return target == null
                    ? this
                    : new Entry(
                            id,
                            conversationId,
                            at,
                            kind,
                            actorKind,
                            actorId,
                            actorName,
                            target.id(),
                            target.name(),
                            messageId,
                            noteId,
                            words);
        }

        Entry message(UUID message) {
            return new Entry(
                    id,
                    conversationId,
                    at,
                    kind,
                    actorKind,
                    actorId,
                    actorName,
                    targetId,
                    targetName,
                    message,
                    noteId,
                    words);
        }

        Entry note(UUID note) {
            return new Entry(
                    id,
                    conversationId,
                    at,
                    kind,
                    actorKind,
                    actorId,
                    actorName,
                    targetId,
                    targetName,
                    messageId,
                    note,
                    words);
        }

        Entry saying(@Nullable String said) {
            return new Entry(
                    id,
                    conversationId,
                    at,
                    kind,
                    actorKind,
                    actorId,
                    actorName,
                    targetId,
                    targetName,
                    messageId,
                    noteId,
                    said);
        }
    }

    private History() {}

    /// @param events what happened in conversations. A customer who writes several times in a row is one line:
    ///     leave the others out
    public static List<Statement> ofConversations(List<? extends ConversationEvent> events) {
        return write(DONE, events.stream().flatMap(History::entry));
    }

    /// The same, when they are heard from the topic that told of them.
    public static List<Statement> ofConversationsRetold(List<Received<ConversationEvent>> events) {
        return heard(events, History::entry);
    }

    public static List<Statement> ofAssignments(List<Received<AssignmentEvent>> events) {
        return heard(events, History::entry);
    }

    public static List<Statement> ofNotes(List<Received<NoteEvent>> events) {
        return heard(events, History::entry);
    }

    private static <E extends Event> List<Statement> heard(
            List<Received<E>> events, Function<E, Stream<Entry>> entries) {
        return write(
                HEARD,
                events.stream()
                        .flatMap(received ->
                                entries.apply(received.event()).map(entry -> entry.heardAs(received.id()))));
    }

    private static List<Statement> write(String sql, Stream<Entry> entries) {
        var all = entries.toList();
        return all.isEmpty() ? List.of() : List.of(Statement.of(sql, Rows.asJson(all)));
    }

    private static Stream<Entry> entry(ConversationEvent event) {
        return switch (event) {
            // Nobody of us was called by it, and somebody else answers.
            case ConversationEvent.MessageReceived it when it.quiet() -> Stream.empty();
            case ConversationEvent.MessageReceived it ->
                Stream.of(Entry.of(it.conversationId(), it.platformAt(), "customer-wrote", customer(it.sender(), it))
                        .message(it.messageId()));
            case ConversationEvent.MessageEchoed it ->
                Stream.of(Entry.of(it.conversationId(), it.platformAt(), "replied-elsewhere", Actor.other(it.speaker()))
                        .message(it.messageId()));
            case ConversationEvent.HandedOver it -> Stream.of(entry(it));
            case ConversationEvent.ReplyQueued it when it.again() != null -> Stream.empty();
            case ConversationEvent.ReplyQueued it ->
                Stream.of(Entry.of(
                                it.conversationId(),
                                it.at(),
                                it.anyway() ? "replied-anyway" : "replied",
                                Actor.operator(it.author()))
                        .message(it.messageId())
                        .saying(it.content() instanceof Content.FromTemplate sent ? sent.name() : null));
            case ConversationEvent.MessageStatusChanged it
            when it.status() == FAILED || it.status() == UNKNOWN ->
                Stream.of(Entry.of(
                                it.conversationId(),
                                it.at(),
                                it.status() == FAILED ? "delivery-failed" : "delivery-unknown",
                                Actor.SYSTEM)
                        .message(it.messageId()));
            case DoubtSettled it ->
                Stream.of(Entry.of(
                                it.conversationId(),
                                it.at(),
                                it.outcome() == DoubtSettled.Outcome.ARRIVED
                                        ? "answer-settled-arrived"
                                        : "answer-sent-again",
                                Actor.operator(it.by()))
                        .message(it.messageId()));
            case ConversationEvent.Opened it ->
                Stream.ofNullable(it.startedBy())
                        .map(by -> Entry.of(it.conversationId(), it.at(), "started", Actor.operator(by)));
            case ConversationEvent.Resolved it ->
                Stream.of(Entry.of(it.conversationId(), it.at(), "resolved", Actor.operator(it.by())));
            case ConversationEvent.Reopened it ->
                Stream.of(Entry.of(
                        it.conversationId(),
                        it.at(),
                        "reopened",
                        it.by() != null
                                ? Actor.operator(it.by())
                                : Actor.customer(it.conversation().contact().name())));
            case ConversationEvent.MessageEdited it ->
                Stream.of((it.ours()
                                ? Entry.of(it.conversationId(), it.editedAt(), "edited-elsewhere", PHONE)
                                : Entry.of(
                                        it.conversationId(),
                                        it.editedAt(),
                                        "customer-edited",
                                        customer(it.sender(), it)))
                        .message(it.messageId()));
            case ConversationEvent.MessageRevoked it ->
                Stream.of((it.ours()
                                ? Entry.of(it.conversationId(), it.revokedAt(), "revoked-elsewhere", PHONE)
                                : Entry.of(
                                        it.conversationId(),
                                        it.revokedAt(),
                                        "customer-revoked",
                                        customer(it.sender(), it)))
                        .message(it.messageId()));
            case ConversationEvent.CustomerActed it ->
                Stream.of(Entry.of(it.conversationId(), it.actedAt(), kindOf(it.act()), customer(it.sender(), it)));
            case ConversationEvent.GroupChanged it -> Stream.of(entry(it));
            case ConversationEvent.BlockChanged it ->
                Stream.of(Entry.of(it.conversationId(), it.at(), kindOf(it), Actor.operator(it.by())));
            case ConversationEvent.ConsentChanged it ->
                Stream.of(Entry.of(
                                it.conversationId(),
                                it.at(),
                                it.consent() == Consent.GIVEN ? "consent-given" : "consent-withdrawn",
                                actorOf(it))
                        .saying(it.evidence()));
            case ConversationEvent.MessageStatusChanged _,
                    ConversationEvent.BlockRequested _,
                    ConversationEvent.MessageSynced _,
                    ConversationEvent.MessageReacted _,
                    ConversationEvent.ReactionQueued _,
                    ConversationEvent.ReadShown _,
                    ConversationEvent.MediaChanged _,
                    ConversationEvent.ContactChanged _,
                    ConversationEvent.Unrecognised _ -> Stream.empty();
        };
    }

    private static Actor actorOf(ConversationEvent.ConsentChanged change) {
        if (change.by() != null) {
            return Actor.operator(change.by());
        }
        return switch (change.source()) {
            case CUSTOMER, BUTTON -> customer(change);
            case OPERATOR, IMPORT, PLATFORM, OTHER -> Actor.SYSTEM;
        };
    }

    /// What the former one says and what a machine sums up are both for whoever goes on.
    private static Entry entry(ConversationEvent.HandedOver handover) {
        var to = handover.to();
        var from = handover.from();
        var said = Stream.of(handover.words(), handover.summary())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return (to == null
                        ? Entry.of(
                                handover.conversationId(),
                                handover.handedAt(),
                                "handed-over-to-us",
                                Actor.other(from == null ? Speaker.OTHER : from))
                        : Entry.of(
                                handover.conversationId(),
                                handover.handedAt(),
                                "handed-over-to-another",
                                Actor.other(to)))
                .saying(said.isEmpty() ? null : said);
    }

    private static Actor customer(ConversationEvent.Recorded event) {
        return Actor.customer(event.conversation().contact().name());
    }

    private static Actor customer(@Nullable Sender sender, ConversationEvent.Recorded event) {
        return sender == null ? customer(event) : Actor.customer(sender.name());
    }

    private static String kindOf(ConversationEvent.BlockChanged change) {
        if (change.error() != null) {
            return "block-failed";
        }
        return change.blocked() ? "blocked" : "unblocked";
    }

    private static String kindOf(ConversationEvent.CustomerActed.Act act) {
        return switch (act) {
            case EDITED_UNTOLD -> "customer-edited-untold";
            case PINNED -> "customer-pinned";
            case VOTED -> "customer-voted";
            case CHANGED_NUMBER -> "customer-changed-number";
            case CHANGED_IDENTITY -> "customer-changed-identity";
            case CHANGED_DEVICE -> "customer-changed-device";
            case OTHER -> "customer-other";
        };
    }

    private static Entry entry(ConversationEvent.GroupChanged change) {
        return Entry.of(change.conversationId(), change.changedAt(), kindOf(change.what()), customer(change))
                .saying(wordsOf(change.subject(), change.names()));
    }

    /// @return what a group is called now, or who came or left, in one line; null when neither is told
    public static @Nullable String wordsOf(@Nullable String subject, List<String> names) {
        var said = Stream.concat(Stream.ofNullable(subject), names.stream()).collect(Collectors.joining(", "));
        return said.isEmpty() ? null : said;
    }

    /// @return what the line about it is called
    public static String kindOf(GroupChange what) {
        return switch (what) {
            case CREATED -> "group-created";
            case DELETED -> "group-deleted";
            case RENAMED -> "group-renamed";
            case JOINED -> "group-joined";
            case LEFT -> "group-left";
            case SUSPENDED -> "group-suspended";
            case RESTORED -> "group-restored";
            case OTHER -> "group-other";
        };
    }

    private static Stream<Entry> entry(AssignmentEvent event) {
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

    private static Entry change(AssignmentEvent.ResponderChanged change, String kind) {
        return Entry.of(change.conversationId(), change.at(), kind, Actor.operator(change.by()));
    }

    private static Stream<Entry> entry(NoteEvent event) {
        return switch (event) {
            case NoteEvent.Written note -> Stream.of(change(note, "note-added"));
            case NoteEvent.Edited note -> Stream.of(change(note, "note-edited"));
            case NoteEvent.Deleted note -> Stream.of(change(note, "note-deleted"));
            case NoteEvent.Unrecognised _ -> Stream.empty();
        };
    }

    private static Entry change(NoteEvent.Changed note, String kind) {
        return Entry.of(note.conversationId(), note.at(), kind, Actor.operator(note.author()))
                .note(note.noteId());
    }
}
