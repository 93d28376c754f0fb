package org.centralino.system.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.centralino.events.MessageStatus;
import org.jspecify.annotations.Nullable;

/// What the product did, seen from outside, as far as it concerns the customers of one ledger. Every list
/// is in the order of its source.
///
/// @param platformReports customer messages on the WhatsApp topic
/// @param stored messages in the conversation database
/// @param told what the conversation topic says about messages
/// @param responders what the assignment topic says about who is responsible
/// @param waiting for each open conversation, whether its customer counts as waiting
/// @param shown the timeline of each conversation, in display order, as the API gives it
/// @param notes texts of notes in the notes database by id, each as often as it stands there
/// @param calls Graph calls that the platform saw
/// @param emojis the emoji of the business on each message that the phones show, by wamid; empty for none
/// @param onTheWire everything else that left the house, as text
/// @param logged lines of the product's logs that hold what must stay among people, each with the log's name
/// @param live what an operator's WebSocket got
public record Evidence(
        List<PlatformReport> platformReports,
        List<Stored> stored,
        List<Told> told,
        List<Responder> responders,
        Map<UUID, Boolean> waiting,
        Map<UUID, List<UUID>> shown,
        List<StoredNote> notes,
        List<GraphCall> calls,
        Map<String, String> emojis,
        List<String> onTheWire,
        List<String> logged,
        Live live) {

    /// A customer's message on the WhatsApp topic.
    public record PlatformReport(String wamid, String eventId) {}

    /// A row of the table of messages.
    public sealed interface Stored {
        UUID conversation();

        UUID message();

        long sequence();

        /// @return the platform's time
        Instant at();

        MessageStatus status();
    }

    /// The row of what a customer wrote.
    ///
    /// @param wamid the platform's id
    /// @param customer the BSUID
    public record Inbound(
            UUID conversation,
            UUID message,
            long sequence,
            Instant at,
            MessageStatus status,
            String wamid,
            String customer)
            implements Stored {}

    /// The row of a reply.
    public record Outbound(UUID conversation, UUID message, long sequence, Instant at, MessageStatus status)
            implements Stored {}

    /// A record of the conversation topic that concerns a message.
    public sealed interface Told {
        /// @return the CloudEvents id; the topic may hold it twice
        String eventId();

        UUID conversation();

        UUID message();

        /// @return the conversation's, after the event
        long version();
    }

    /// A customer's message was received.
    ///
    /// @param wamid the platform's id
    public record ReceivedTold(String eventId, UUID conversation, UUID message, long version, String wamid)
            implements Told {}

    /// A reply was queued.
    ///
    /// @param epoch the conversation's, after the event
    /// @param author the operator's name
    public record QueuedTold(String eventId, UUID conversation, UUID message, long version, long epoch, String author)
            implements Told {}

    /// A message has another status.
    public record StatusTold(String eventId, UUID conversation, UUID message, long version, MessageStatus status)
            implements Told {}

    /// A record of the assignment topic.
    ///
    /// @param operator the name of who is responsible from now on; null for nobody
    public record Responder(
            UUID conversation, long epoch, @Nullable String operator) {}

    /// A row of the table of notes.
    public record StoredNote(UUID id, String text) {}

    /// A call of the platform's `messages`.
    ///
    /// @param reply our id, as the call said it; null when it said none
    /// @param body the JSON of the call
    /// @param accepted whether the platform took the message over
    /// @param answer the HTTP status of the answer, whether it reached us or not
    public record GraphCall(@Nullable UUID reply, String body, boolean accepted, int answer) {
        /// @return whether the answer proves that nothing was sent
        boolean isProvenNotSent() {
            return !accepted && answer / 100 == 4;
        }
    }

    /// What came over the WebSocket.
    ///
    /// @param eventIds the CloudEvents ids of all events
    /// @param caughtUp messages that were read over HTTP, because the server said `resync`
    public record Live(Set<String> eventIds, Set<UUID> caughtUp) {}

    static final Evidence NOTHING = new Evidence(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            new Live(Set.of(), Set.of()));
}
