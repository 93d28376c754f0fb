package org.centralino.system.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.centralino.events.MessageStatus;
import org.centralino.system.ledger.Evidence.GraphCall;
import org.centralino.system.ledger.Evidence.Inbound;
import org.centralino.system.ledger.Evidence.Outbound;
import org.centralino.system.ledger.Evidence.PlatformReport;
import org.centralino.system.ledger.Evidence.QueuedTold;
import org.centralino.system.ledger.Evidence.ReceivedTold;
import org.centralino.system.ledger.Evidence.StatusTold;
import org.centralino.system.ledger.Evidence.Stored;
import org.centralino.system.ledger.Evidence.StoredNote;
import org.centralino.system.ledger.Evidence.Told;
import org.centralino.system.ledger.Finding.Defect;
import org.jspecify.annotations.Nullable;

/// Reconciles a ledger with what the product did. Pure: the same evidence has the same findings.
///
/// The promises that it holds the product to are P1 to P7 of the README: what was answered 200 is there,
/// once, in order, in one conversation; one responder; nothing sent twice; no tick back; nobody forgotten; no note
/// outside.
public final class Checker {
    private final Acts acts;
    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();

    private Checker(List<Entry> ledger, Evidence evidence) {
        this.acts = new Acts(ledger);
        this.evidence = evidence;
    }

    /// @return what is wrong; empty when everything is as it must be
    public static List<Finding> check(List<Entry> ledger, Evidence evidence) {
        var checker = new Checker(ledger, evidence);
        checker.messagesAreThereOnce();
        checker.messagesKeepTheirOrder();
        checker.timelinesAreShownInOrder();
        checker.repliesAreThereOnce();
        checker.repliesAreSentOnce();
        checker.repliesComeFromWhoIsResponsible();
        checker.ticksGoForward();
        checker.nobodyIsForgotten();
        checker.emojisStandAsSetLast();
        checker.notesStayInside();
        checker.logsAreDiscreet();
        checker.browsersHearOfIt();
        return List.copyOf(checker.findings);
    }

    /// A message and where it stands in the ledger.
    ///
    /// @param firstPosted the line before which nobody knew it
    /// @param acknowledged the line of its first 200; [Long#MAX_VALUE] when there is none
    private record Message(String wamid, String customer, long firstPosted, long acknowledged) {
        static final long NEVER = Long.MAX_VALUE;

        boolean isAcknowledged() {
            return acknowledged != NEVER;
        }
    }

    /// A message and where it stands in its conversation.
    private record Placed(Message message, long position) {}

    private record Reply(UUID id, UUID conversation, String author, Set<Integer> answers) {
        boolean isAccepted() {
            return answers.contains(202);
        }

        /// Whether every answer was a refusal, so that it must not exist.
        boolean isRefused() {
            return !answers.isEmpty() && answers.stream().allMatch(status -> status / 100 == 4);
        }
    }

    private record Emoji(String wamid, String emoji, Set<Integer> answers) {
        boolean isAccepted() {
            return answers.contains(202);
        }
    }

    private record Note(UUID id, String text, Set<Integer> answers) {
        boolean isAccepted() {
            return answers.stream().anyMatch(status -> status / 100 == 2);
        }
    }

    /// The ledger by what each line is about.
    private static final class Acts {
        final Map<String, Message> messages = new LinkedHashMap<>();
        final Map<UUID, Reply> replies = new LinkedHashMap<>();
        final Map<UUID, Emoji> emojis = new LinkedHashMap<>();
        final Map<UUID, Note> notes = new LinkedHashMap<>();

        Acts(List<Entry> ledger) {
            for (var line = 0; line < ledger.size(); line++) {
                read(ledger.get(line), line);
            }
        }

        private void read(Entry entry, long line) {
            switch (entry) {
                case Entry.MessagePosted(var wamid, var customer, var _, var _) ->
                    messages.putIfAbsent(wamid, new Message(wamid, customer, line, Message.NEVER));
                case Entry.MessageAnswered(var wamid, var status) ->
                    messages.computeIfPresent(
                            wamid,
                            (_, it) -> status == 200 && !it.isAcknowledged()
                                    ? new Message(wamid, it.customer(), it.firstPosted(), line)
                                    : it);
                case Entry.ReplyPosted(var id, var conversation, var author, var _) ->
                    replies.putIfAbsent(id, new Reply(id, conversation, author, new HashSet<>()));
                case Entry.ReplyAnswered(var id, var status) ->
                    Objects.requireNonNull(replies.get(id), "a reply is posted before it is answered")
                            .answers()
                            .add(status);
                case Entry.EmojiPosted(var id, var wamid, var emoji) ->
                    emojis.putIfAbsent(id, new Emoji(wamid, emoji, new HashSet<>()));
                case Entry.EmojiAnswered(var id, var status) ->
                    Objects.requireNonNull(emojis.get(id), "an emoji is posted before it is answered")
                            .answers()
                            .add(status);
                case Entry.NotePosted(var id, var _, var text) ->
                    notes.putIfAbsent(id, new Note(id, text, new HashSet<>()));
                case Entry.NoteAnswered(var id, var status) ->
                    Objects.requireNonNull(notes.get(id), "a note is posted before it is answered")
                            .answers()
                            .add(status);
            }
        }
    }

    private void messagesAreThereOnce() {
        var reported = grouped(evidence.platformReports(), PlatformReport::wamid);
        var stored = grouped(inbound(), Inbound::wamid);
        var told = grouped(told(ReceivedTold.class), ReceivedTold::wamid);
        for (var message : acts.messages.values()) {
            var wamid = message.wamid();
            var rows = stored.getOrDefault(wamid, List.of());
            var events = told.getOrDefault(wamid, List.of());
            if (message.isAcknowledged()) {
                if (!reported.containsKey(wamid)) {
                    find(Defect.LOST, "%s was answered 200 and is not on the WhatsApp topic", wamid);
                } else if (rows.isEmpty()) {
                    find(Defect.LOST, "%s is on the WhatsApp topic and not in the database", wamid);
                }
            }
            if (!rows.isEmpty() && events.isEmpty()) {
                find(Defect.LOST, "%s is in the database, and the conversation topic does not tell of it", wamid);
            }
            once(rows.size(), "%s stands %d times in the database", wamid);
            once(distinct(events, Told::message), "The conversation topic tells of %s as %d messages", wamid);
            once(distinct(events, Told::eventId), "The conversation topic tells of %s by %d events", wamid);
            once(
                    distinct(reported.getOrDefault(wamid, List.of()), PlatformReport::eventId),
                    "%s has %d different ids on the WhatsApp topic, so that nobody can know it again",
                    wamid);
        }
        stored.keySet().stream()
                .filter(wamid -> !acts.messages.containsKey(wamid))
                .forEach(wamid -> find(Defect.NEVER_SENT, "%s is in the database, and nobody sent it", wamid));
        grouped(inbound(), Inbound::customer).forEach((customer, rows) -> {
            once(distinct(rows, Stored::conversation), "%s has %d conversations", customer);
        });
    }

    /// What was sent after another was acknowledged stands behind it.
    private void messagesKeepTheirOrder() {
        var positions = new HashMap<String, Long>();
        inbound().forEach(row -> positions.putIfAbsent(row.wamid(), row.sequence()));
        grouped(List.copyOf(acts.messages.values()), Message::customer).values().forEach(messages -> {
            var byAcknowledgement = messages.stream()
                    .filter(Message::isAcknowledged)
                    .flatMap(message -> Stream.ofNullable(positions.get(message.wamid()))
                            .map(position -> new Placed(message, position)))
                    .sorted(Comparator.comparingLong(placed -> placed.message().acknowledged()))
                    .toList();
            Placed newest = null;
            var next = 0;
            var byPosting = byAcknowledgement.stream()
                    .sorted(Comparator.comparingLong(placed -> placed.message().firstPosted()))
                    .toList();
            for (var placed : byPosting) {
                while (next < byAcknowledgement.size()
                        && byAcknowledgement.get(next).message().acknowledged()
                                < placed.message().firstPosted()) {
                    var known = byAcknowledgement.get(next++);
                    newest = newest == null || known.position() > newest.position() ? known : newest;
                }
                if (newest != null && newest.position() > placed.position()) {
                    find(
                            Defect.REORDERED,
                            "%s stands before %s, which was acknowledged before it was sent",
                            placed.message().wamid(),
                            newest.message().wamid());
                }
            }
        });
        grouped(evidence.stored(), Stored::conversation).forEach((conversation, rows) -> {
            var sequences = rows.stream().map(Stored::sequence).sorted().toList();
            for (var i = 0; i < sequences.size(); i++) {
                if (sequences.get(i) != i + 1) {
                    find(
                            Defect.REORDERED,
                            "The log of conversation %s is not dense: place %d holds number %d",
                            conversation,
                            i + 1,
                            sequences.get(i));
                    break;
                }
            }
        });
        firstTold().forEach((conversation, told) -> {
            // A status that concerns its message alone tells the conversation as it stood.
            var events = told.stream()
                    .filter(event -> !(event instanceof StatusTold))
                    .toList();
            for (var i = 1; i < events.size(); i++) {
                var before = events.get(i - 1);
                var after = events.get(i);
                if (after.version() <= before.version()) {
                    find(
                            Defect.REORDERED,
                            "The conversation topic tells version %d of conversation %s after version %d",
                            after.version(),
                            conversation,
                            before.version());
                }
            }
        });
    }

    private void timelinesAreShownInOrder() {
        var rows = new HashMap<UUID, Stored>();
        evidence.stored().forEach(row -> rows.put(row.message(), row));
        evidence.shown().forEach((conversation, shown) -> {
            var expected = evidence.stored().stream()
                    .filter(row -> row.conversation().equals(conversation))
                    .sorted(Comparator.comparing(Stored::at).thenComparingLong(Stored::sequence))
                    .map(Stored::message)
                    .toList();
            if (shown.equals(expected)) {
                return;
            }
            var missing = expected.stream().filter(id -> !shown.contains(id)).toList();
            if (!missing.isEmpty()) {
                find(Defect.LOST, "The timeline of conversation %s does not show %s", conversation, missing);
            } else if (new HashSet<>(shown).size() < shown.size()) {
                find(Defect.DUPLICATED, "The timeline of conversation %s shows a message twice", conversation);
            } else {
                find(
                        Defect.REORDERED,
                        "The timeline of conversation %s is not in the platform's order: %s",
                        conversation,
                        shown);
            }
        });
    }

    private void repliesAreThereOnce() {
        var stored = grouped(outbound(), Stored::message);
        var told = grouped(told(QueuedTold.class), Told::message);
        for (var reply : acts.replies.values()) {
            var rows = stored.getOrDefault(reply.id(), List.of());
            var events = told.getOrDefault(reply.id(), List.of());
            if (reply.isAccepted() && rows.isEmpty()) {
                find(Defect.LOST, "Reply %s was answered 202 and is not in the database", reply.id());
            }
            if (!rows.isEmpty() && events.isEmpty()) {
                find(Defect.LOST, "Reply %s is in the database, and no event says that it is queued", reply.id());
            }
            if (reply.isRefused() && !rows.isEmpty()) {
                find(
                        Defect.NEVER_SENT,
                        "Reply %s of %s was refused and stands in the timeline all the same",
                        reply.id(),
                        reply.author());
            }
            once(rows.size(), "Reply %s stands %d times in the database", reply.id());
            once(distinct(events, Told::eventId), "Reply %s was queued by %d events", reply.id());
        }
        stored.keySet().stream()
                .filter(id -> !acts.replies.containsKey(id))
                .forEach(id -> find(Defect.NEVER_SENT, "Reply %s is in the database, and nobody wrote it", id));
    }

    private void repliesAreSentOnce() {
        var rows = new HashMap<UUID, Stored>();
        outbound().forEach(row -> rows.put(row.message(), row));
        var calls = new LinkedHashMap<UUID, List<GraphCall>>();
        for (var call : evidence.calls()) {
            var reply = call.reply();
            if (reply != null) {
                calls.computeIfAbsent(reply, _ -> new ArrayList<>()).add(call);
            }
        }
        calls.forEach((id, ofReply) -> {
            var unproven =
                    ofReply.stream().filter(call -> !call.isProvenNotSent()).count();
            if (unproven > 1) {
                find(Defect.CALLED_TWICE, "Reply %s was given to the platform %d times", id, unproven);
            }
            if (!rows.containsKey(id)) {
                find(Defect.NEVER_SENT, "The platform was asked to send %s, which is no reply of ours", id);
            }
        });
        for (var row : rows.values()) {
            var ofReply = calls.getOrDefault(row.message(), List.of());
            switch (row.status()) {
                case QUEUED ->
                    find(
                            Defect.UNSETTLED,
                            "Reply %s is still queued; the platform saw %d calls",
                            row.message(),
                            ofReply.size());
                case ACCEPTED, SENT, DELIVERED, READ, PLAYED -> {
                    if (ofReply.stream().noneMatch(GraphCall::accepted)) {
                        find(
                                Defect.LOST,
                                "Reply %s counts as %s, and the platform never took it",
                                row.message(),
                                row.status());
                    }
                }
                // Not knowing is said aloud; that is the promise.
                case UNKNOWN, FAILED, RECEIVED -> {}
            }
        }
        callsKeepTheOrderOf(rows);
    }

    /// The customer reads the replies in the order in which they were accepted.
    private void callsKeepTheOrderOf(Map<UUID, Stored> rows) {
        var newest = new HashMap<UUID, Stored>();
        for (var call : evidence.calls()) {
            var reply = call.reply();
            var row = reply == null ? null : rows.get(reply);
            if (row == null || !call.accepted()) {
                continue;
            }
            var before = newest.put(row.conversation(), row);
            if (before != null && before.sequence() > row.sequence()) {
                find(
                        Defect.REORDERED,
                        "The platform got reply %s after reply %s, which was written later",
                        row.message(),
                        before.message());
            }
        }
    }

    private void repliesComeFromWhoIsResponsible() {
        var responders = new HashMap<UUID, Map<Long, @Nullable String>>();
        for (var responder : evidence.responders()) {
            var ofConversation = responders.computeIfAbsent(responder.conversation(), _ -> new HashMap<>());
            if (ofConversation.containsKey(responder.epoch())
                    && !Objects.equals(ofConversation.get(responder.epoch()), responder.operator())) {
                find(
                        Defect.FENCE_BROKEN,
                        "Conversation %s has two responders in epoch %d: %s and %s",
                        responder.conversation(),
                        responder.epoch(),
                        named(ofConversation.get(responder.epoch())),
                        named(responder.operator()));
            }
            ofConversation.put(responder.epoch(), responder.operator());
        }
        told(QueuedTold.class).forEach(reply -> {
            var holder = responders.getOrDefault(reply.conversation(), Map.of()).get(reply.epoch());
            if (!Objects.equals(holder, reply.author())) {
                find(
                        Defect.FENCE_BROKEN,
                        "Reply %s of %s was accepted in epoch %d, in which %s was responsible",
                        reply.message(),
                        reply.author(),
                        reply.epoch(),
                        named(holder));
            }
        });
    }

    private static String named(@Nullable String operator) {
        return operator == null ? "nobody" : operator;
    }

    private void ticksGoForward() {
        var reached = new HashMap<UUID, MessageStatus>();
        firstTold().values().stream().flatMap(List::stream).forEach(event -> {
            if (!(event instanceof StatusTold change)) {
                return;
            }
            var before = reached.put(change.message(), change.status());
            // Of a message that waits it is told for what, and again when that is another thing.
            var isToldOfWaiting = before == MessageStatus.QUEUED && change.status() == MessageStatus.QUEUED;
            if (before != null && !isToldOfWaiting && !change.status().mayFollow(before)) {
                find(
                        Defect.STEPPED_BACK,
                        "Message %s became %s after it had been %s",
                        change.message(),
                        change.status(),
                        before);
            }
        });
        for (var row : outbound()) {
            var told = reached.get(row.message());
            if (told != null && told != row.status()) {
                find(
                        Defect.STEPPED_BACK,
                        "Message %s is %s in the database, and the topic says %s",
                        row.message(),
                        row.status(),
                        told);
            }
        }
    }

    /// Who wrote after the last answer that the platform took waits; nobody else does.
    private void nobodyIsForgotten() {
        var rows = grouped(evidence.stored(), Stored::conversation);
        evidence.waiting().forEach((conversation, waits) -> {
            var ofConversation = rows.getOrDefault(conversation, List.of());
            var answered = newest(ofConversation, row -> row instanceof Outbound && isTaken(row.status()));
            var written = newest(ofConversation, Inbound.class::isInstance);
            if (written > answered && !waits) {
                find(
                        Defect.FORGOTTEN,
                        "Conversation %s has message %d and no answer after %d, and does not count as waiting",
                        conversation,
                        written,
                        answered);
            } else if (written < answered && waits) {
                find(Defect.FORGOTTEN, "Conversation %s was answered and counts as waiting", conversation);
            }
        });
    }

    private static long newest(List<Stored> rows, Predicate<Stored> which) {
        return rows.stream().filter(which).mapToLong(Stored::sequence).max().orElse(0);
    }

    private static boolean isTaken(MessageStatus status) {
        return switch (status) {
            case ACCEPTED, SENT, DELIVERED, READ, PLAYED -> true;
            case RECEIVED, QUEUED, UNKNOWN, FAILED -> false;
        };
    }

    /// Setting one again changes nothing, so the platform may be asked twice; another than the last must not stay.
    private void emojisStandAsSetLast() {
        var last = new LinkedHashMap<String, Emoji>();
        acts.emojis.values().stream().filter(Emoji::isAccepted).forEach(emoji -> last.put(emoji.wamid(), emoji));
        last.forEach((wamid, emoji) -> {
            var shown = evidence.emojis().getOrDefault(wamid, emoji.emoji());
            if (!shown.equals(emoji.emoji())) {
                find(Defect.LOST, "On %s the customer sees '%s', and '%s' was set last", wamid, shown, emoji.emoji());
            }
        });
    }

    private void notesStayInside() {
        var stored = grouped(evidence.notes(), StoredNote::id);
        for (var note : acts.notes.values()) {
            var rows = stored.getOrDefault(note.id(), List.of());
            if (note.isAccepted() && rows.isEmpty()) {
                find(Defect.LOST, "Note %s was accepted and is not in the database", note.id());
            }
            once(rows.size(), "Note %s stands %d times in the database", note.id());
            evidence.calls().stream()
                    .filter(call -> call.body().contains(note.text()))
                    .forEach(call -> find(Defect.NOTE_LEAKED, "Note %s was sent to the platform", note.id()));
            evidence.onTheWire().stream()
                    .filter(words -> words.contains(note.text()))
                    .forEach(_ -> find(Defect.NOTE_LEAKED, "Note %s is outside the house", note.id()));
        }
    }

    private void logsAreDiscreet() {
        evidence.logged().forEach(line -> find(Defect.LOGGED, "A log says too much: %s", line));
    }

    private void browsersHearOfIt() {
        firstTold().values().stream()
                .flatMap(List::stream)
                .filter(event -> !evidence.live().eventIds().contains(event.eventId()))
                .filter(event -> !evidence.live().caughtUp().contains(event.message()))
                .forEach(event -> find(
                        Defect.NOT_PUSHED,
                        "The WebSocket did not bring the %s of message %s",
                        kindOf(event),
                        event.message()));
    }

    /// The conversation topic without its repetitions: each event where it was told first.
    private Map<UUID, List<Told>> firstTold() {
        var seen = new HashSet<String>();
        var first = evidence.told().stream()
                .filter(event -> seen.add(event.eventId()))
                .toList();
        return grouped(first, Told::conversation);
    }

    /// @return the last words of its type
    private static String kindOf(Told event) {
        return switch (event) {
            case ReceivedTold _ -> "message-received";
            case QueuedTold _ -> "reply-queued";
            case StatusTold _ -> "message-status-changed";
        };
    }

    private <T extends Told> List<T> told(Class<T> kind) {
        return evidence.told().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<Inbound> inbound() {
        return stored(Inbound.class);
    }

    private List<Outbound> outbound() {
        return stored(Outbound.class);
    }

    private <T extends Stored> List<T> stored(Class<T> kind) {
        return evidence.stored().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private void once(long times, String sentence, Object what) {
        if (times > 1) {
            find(Defect.DUPLICATED, sentence, what, times);
        }
    }

    private void find(Defect defect, String sentence, Object... what) {
        findings.add(new Finding(defect, sentence.formatted(what)));
    }

    private static <T, K> Map<K, List<T>> grouped(List<T> items, Function<T, K> by) {
        var groups = new LinkedHashMap<K, List<T>>();
        items.forEach(item ->
                groups.computeIfAbsent(by.apply(item), _ -> new ArrayList<>()).add(item));
        return groups;
    }

    private static <T> long distinct(List<T> items, Function<T, ?> what) {
        return items.stream().map(what).distinct().count();
    }
}
