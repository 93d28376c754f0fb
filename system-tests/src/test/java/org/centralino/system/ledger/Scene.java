package org.centralino.system.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.centralino.events.MessageStatus;
import org.centralino.system.ledger.Evidence.GraphCall;
import org.centralino.system.ledger.Evidence.Inbound;
import org.centralino.system.ledger.Evidence.Live;
import org.centralino.system.ledger.Evidence.Outbound;
import org.centralino.system.ledger.Evidence.PlatformReport;
import org.centralino.system.ledger.Evidence.QueuedTold;
import org.centralino.system.ledger.Evidence.ReceivedTold;
import org.centralino.system.ledger.Evidence.Responder;
import org.centralino.system.ledger.Evidence.StatusTold;
import org.centralino.system.ledger.Evidence.Stored;
import org.centralino.system.ledger.Evidence.StoredNote;
import org.centralino.system.ledger.Evidence.Told;

/// A product that did everything right, to be spoilt in one place.
///
/// Giulia wrote three messages, one after the other; Anna took the conversation, replied once and wrote a
/// note; Bruno's reply was refused.
final class Scene {
    static final UUID CONVERSATION = new UUID(0, 1);
    static final UUID REPLY = new UUID(0, 100);
    static final UUID REFUSED_REPLY = new UUID(0, 101);
    static final UUID NOTE = new UUID(0, 200);
    static final String GIULIA = "IT.1";
    static final String CANARY = "canary-1";
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    final List<Entry> ledger = new ArrayList<>();
    final List<PlatformReport> platformReports = new ArrayList<>();
    final List<Stored> stored = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<Responder> responders = new ArrayList<>();
    final Map<UUID, Boolean> waiting = new HashMap<>(Map.of(CONVERSATION, false));
    final Map<UUID, List<UUID>> shown = new HashMap<>();
    final List<StoredNote> notes = new ArrayList<>();
    final List<GraphCall> calls = new ArrayList<>();
    final Map<String, String> emojis = new HashMap<>();
    final List<String> onTheWire = new ArrayList<>();
    final List<String> logged = new ArrayList<>();
    final Set<String> pushed = new HashSet<>();
    final Set<UUID> caughtUp = new HashSet<>();

    Scene() {
        for (var n = 1; n <= 3; n++) {
            write(n);
        }
        responders.add(new Responder(CONVERSATION, 1, "Anna"));
        ledger.add(new Entry.ReplyPosted(REPLY, CONVERSATION, "Anna", "Sì!"));
        ledger.add(new Entry.ReplyAnswered(REPLY, 202));
        stored.add(reply(MessageStatus.DELIVERED));
        told.add(reply("e4", 4));
        told.add(status("e5", 5, MessageStatus.SENT));
        told.add(status("e6", 6, MessageStatus.DELIVERED));
        calls.add(new GraphCall(REPLY, "{\"text\":\"Sì!\"}", true, 200));
        ledger.add(new Entry.ReplyPosted(REFUSED_REPLY, CONVERSATION, "Bruno", "No!"));
        ledger.add(new Entry.ReplyAnswered(REFUSED_REPLY, 409));
        ledger.add(new Entry.NotePosted(NOTE, CONVERSATION, CANARY));
        ledger.add(new Entry.NoteAnswered(NOTE, 201));
        notes.add(new StoredNote(NOTE, CANARY));
        ledger.add(new Entry.EmojiPosted(id(50), wamid(1), "👍"));
        ledger.add(new Entry.EmojiAnswered(id(50), 202));
        ledger.add(new Entry.EmojiPosted(id(51), wamid(1), "🎉"));
        ledger.add(new Entry.EmojiAnswered(id(51), 409));
        emojis.put(wamid(1), "👍");
        shown.put(CONVERSATION, new ArrayList<>(List.of(id(1), id(2), id(3), REPLY)));
        told.forEach(event -> pushed.add(event.eventId()));
    }

    List<Finding> findings() {
        return Checker.check(
                ledger,
                new Evidence(
                        platformReports,
                        stored,
                        told,
                        responders,
                        waiting,
                        shown,
                        notes,
                        calls,
                        emojis,
                        onTheWire,
                        logged,
                        new Live(pushed, caughtUp)));
    }

    static String wamid(int n) {
        return "wamid." + n;
    }

    static UUID id(int n) {
        return new UUID(1, n);
    }

    static Instant at(int n) {
        return NINE.plusSeconds(n);
    }

    static Stored row(int n, long sequence) {
        return row(CONVERSATION, id(n), n, sequence);
    }

    static Stored row(UUID conversation, UUID message, int n, long sequence) {
        return new Inbound(conversation, message, sequence, at(n), MessageStatus.RECEIVED, wamid(n), GIULIA);
    }

    static Stored reply(MessageStatus status) {
        return reply(REPLY, 4, status);
    }

    static Stored reply(UUID id, int n, MessageStatus status) {
        return new Outbound(CONVERSATION, id, n, at(n), status);
    }

    static Told message(String eventId, int n, long version) {
        return new ReceivedTold(eventId, CONVERSATION, id(n), version, wamid(n));
    }

    static Told reply(String eventId, long version) {
        return new QueuedTold(eventId, CONVERSATION, REPLY, version, 1, "Anna");
    }

    static Told status(String eventId, long version, MessageStatus status) {
        return new StatusTold(eventId, CONVERSATION, REPLY, version, status);
    }

    private void write(int n) {
        ledger.add(new Entry.MessagePosted(wamid(n), GIULIA, at(n), "n " + n));
        ledger.add(new Entry.MessageAnswered(wamid(n), 200));
        platformReports.add(new PlatformReport(wamid(n), "w" + n));
        stored.add(row(n, n));
        told.add(message("e" + n, n, n));
    }
}
