package org.centralino.system.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation that was made up: all of it follows from the scale, its number and the time at which it is made up,
/// and it stands as it would if the product had lived through it.
///
/// @param epoch how often the holder has changed
/// @param holder who is responsible; null when nobody is
/// @param former who was before; null when nobody was
/// @param heldSince since when it is so
/// @param waitingSince since when the customer waits; null when all is answered
/// @param answeredThrough up to this position all is answered
/// @param newestSince the position of the first of the messages at the end that one person wrote
record SeededConversation(
        UUID id,
        SeededCustomer customer,
        boolean isResolved,
        long version,
        int epoch,
        @Nullable Holder holder,
        @Nullable Holder former,
        Instant heldSince,
        Instant windowExpiresAt,
        @Nullable Instant waitingSince,
        Instant lastActivityAt,
        Instant createdAt,
        int answeredThrough,
        int newestSince,
        List<SeededMessage> messages,
        List<SeededEntry> history,
        List<Note> notes,
        List<Cursor> cursors) {

    /// Those who may hold a conversation in the local realm.
    static final List<Holder> HOLDERS = List.of(
            new Holder(UUID.fromString("0a000000-0000-4000-8000-000000000001"), "Anna Ricci"),
            new Holder(UUID.fromString("0a000000-0000-4000-8000-000000000002"), "Bruno Conti"),
            new Holder(UUID.fromString("0a000000-0000-4000-8000-000000000003"), "Carla Moretti"),
            new Holder(UUID.fromString("0a000000-0000-4000-8000-000000000004"), "Dario Greco"));

    private static final double RESOLVED = 0.7;
    private static final double HELD = 0.7;
    private static final double HELD_WHEN_RESOLVED = 0.95;
    private static final double RELEASED = 0.3;
    private static final double TAKEN_OVER = 0.1;
    private static final double INBOUND = 0.55;
    private static final double WITH_NOTE = 0.03;
    private static final double COLLEAGUE_READS = 0.3;
    private static final int MOST_UNREAD = 4;
    private static final Duration OLDEST = Duration.ofDays(365);
    private static final Duration YOUNGEST = Duration.ofMinutes(5);
    private static final Duration BETWEEN_MESSAGES = Duration.ofMinutes(17);
    private static final Duration WINDOW = Duration.ofHours(24);

    /// Somebody of the staff.
    record Holder(UUID id, String name) {}

    record Note(UUID id, Holder author, String text, Instant at) {}

    /// How far an operator has read.
    record Cursor(Holder operator, int sequence) {}

    /// @return the id of the conversation with this number
    static UUID idOf(int seed, int number) {
        return Ids.random(random(seed, number));
    }

    /// @param length how many messages it has
    /// @param now nothing in it is later
    static SeededConversation of(int seed, int number, int length, Instant now) {
        return new Story(random(seed, number), seed, number, length, now).told();
    }

    private static SplittableRandom random(int seed, int number) {
        return new SplittableRandom(((long) seed << Integer.SIZE) + number);
    }

    /// The conversation while it goes on.
    private static final class Story {
        private final SplittableRandom random;
        private final UUID id;
        private final SeededCustomer customer;
        private final int length;
        private final boolean isResolved;
        private final int epoch;
        private final @Nullable Holder holder;
        private final @Nullable Holder former;
        private final Instant begin;
        private final Instant end;
        private final int handover;

        private final List<SeededMessage> messages;
        private final List<SeededEntry> history = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();
        private @Nullable Instant waitingSince;
        private Instant windowExpiresAt = Instant.MIN;
        private Instant heldSince;
        private int answeredThrough;
        private int newestSince = 1;
        private int answers;

        Story(SplittableRandom random, int seed, int number, int length, Instant now) {
            this.random = random;
            this.length = length;
            id = Ids.random(random);
            customer = SeededCustomer.of(seed, number, random);
            var isLongest = number < Scale.LONGEST_THREADS;
            isResolved = random.nextDouble() < RESOLVED && !isLongest;
            var isHeld = random.nextDouble() < (isResolved ? HELD_WHEN_RESOLVED : HELD) || isLongest;
            var one = isLongest ? HOLDERS.getFirst() : Words.one(HOLDERS, random);
            var other = Words.one(HOLDERS, random);
            if (isHeld) {
                var isTakenOver = random.nextDouble() < TAKEN_OVER && !one.equals(other);
                epoch = isTakenOver ? 2 : 1;
                holder = one;
                former = isTakenOver ? other : null;
            } else {
                var isReleased = random.nextDouble() < RELEASED || isResolved;
                epoch = isReleased ? 2 : 0;
                holder = null;
                former = isReleased ? one : null;
            }
            handover = epoch < 2 ? 0 : length / 2;
            var age = random.nextDouble();
            end = now.minus(YOUNGEST).minusSeconds((long) (OLDEST.toSeconds() * age * age * age * (isLongest ? 0 : 1)));
            begin = end.minus(BETWEEN_MESSAGES.multipliedBy(length - 1L)).minusSeconds(random.nextInt(600));
            heldSince = begin;
            messages = new ArrayList<>(length);
        }

        SeededConversation told() {
            for (var sequence = 1; sequence <= length; sequence++) {
                var at = at(sequence);
                var author = author(sequence);
                if (author == null || sequence == 1) {
                    asks(sequence, at);
                } else {
                    answers(sequence, at, author);
                }
                if (sequence == 1 && epoch > 0) {
                    changesHands("taken", at.plusSeconds(20), firstHolder(), null);
                }
                if (sequence == Math.max(1, handover) && epoch > 1 && holder != null) {
                    changesHands("taken-over", at.plusSeconds(30), holder, former);
                }
            }
            var last = messages.getLast().at();
            if (epoch > 1 && holder == null) {
                changesHands("released", last.plusSeconds(60), former, former);
            }
            if (epoch > 0 && random.nextDouble() < WITH_NOTE) {
                takesANote(last.plusSeconds(90));
            }
            if (isResolved) {
                history.add(entry(last.plusSeconds(120), "resolved", epoch > 0 ? lastHolder() : HOLDERS.getFirst()));
                answeredThrough = length;
                waitingSince = null;
            }
            return new SeededConversation(
                    id,
                    customer,
                    isResolved,
                    1L + length + answers + epoch + (isResolved ? 1 : 0),
                    epoch,
                    holder,
                    former,
                    heldSince,
                    windowExpiresAt,
                    waitingSince,
                    last,
                    messages.getFirst().at(),
                    answeredThrough,
                    newestSince,
                    messages,
                    history,
                    notes,
                    cursors());
        }

        /// Whole seconds, as the platform tells them; each message a little after the one before it.
        private Instant at(int sequence) {
            if (sequence == length) {
                return Instant.ofEpochSecond(end.getEpochSecond());
            }
            var later = BETWEEN_MESSAGES.toSeconds() * (sequence - 1)
                    + random.nextInt((int) BETWEEN_MESSAGES.toSeconds() - 1);
            return Instant.ofEpochSecond(Math.min(begin.getEpochSecond() + later, end.getEpochSecond() - 1));
        }

        private @Nullable Holder author(int sequence) {
            var isAnswer = random.nextDouble() >= INBOUND;
            if (!isAnswer || epoch == 0) {
                return null;
            }
            return sequence > handover ? lastHolder() : firstHolder();
        }

        private Holder firstHolder() {
            return Optional.ofNullable(former)
                    .or(() -> Optional.ofNullable(holder))
                    .orElseThrow();
        }

        private Holder lastHolder() {
            return Optional.ofNullable(holder)
                    .or(() -> Optional.ofNullable(former))
                    .orElseThrow();
        }

        private void asks(int sequence, Instant at) {
            var message = new SeededMessage(id, sequence, null, at, 0, random.nextLong());
            add(message);
            windowExpiresAt = at.plus(WINDOW);
            if (waitingSince == null) {
                waitingSince = at;
                history.add(new SeededEntry(Ids.random(random), at, "customer-wrote", null, null, message, null));
            }
        }

        private void answers(int sequence, Instant at, Holder author) {
            var message = new SeededMessage(id, sequence, author, at, answeredThrough, random.nextLong());
            add(message);
            answers++;
            answeredThrough = sequence;
            waitingSince = null;
            history.add(new SeededEntry(Ids.random(random), at, "replied", author, null, message, null));
        }

        private void add(SeededMessage message) {
            if (!messages.isEmpty() && !Objects.equals(messages.getLast().author(), message.author())) {
                newestSince = message.sequence();
            }
            messages.add(message);
        }

        private void changesHands(String kind, Instant at, @Nullable Holder by, @Nullable Holder target) {
            heldSince = at;
            history.add(new SeededEntry(Ids.random(random), at, kind, by, target, null, null));
        }

        private void takesANote(Instant at) {
            var note = new Note(Ids.random(random), lastHolder(), Words.note(random), at);
            notes.add(note);
            history.add(new SeededEntry(Ids.random(random), at, "note-added", note.author(), null, null, note.id()));
        }

        private SeededEntry entry(Instant at, String kind, Holder by) {
            return new SeededEntry(Ids.random(random), at, kind, by, null, null, null);
        }

        /// The holder has seen nearly all, and some colleague too.
        private List<Cursor> cursors() {
            if (holder == null) {
                return List.of();
            }
            var cursors = new ArrayList<Cursor>();
            cursors.add(new Cursor(holder, Math.max(answeredThrough, length - random.nextInt(MOST_UNREAD))));
            var colleague = Words.one(HOLDERS, random);
            if (random.nextDouble() < COLLEAGUE_READS && !colleague.equals(holder)) {
                cursors.add(new Cursor(colleague, Math.max(answeredThrough, length - random.nextInt(MOST_UNREAD))));
            }
            return cursors;
        }
    }
}
