package org.centralino.conversation.thread.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationEvent.Sender;
import org.centralino.events.MessageContext;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;
import org.centralino.events.Quoted;
import org.centralino.events.SentFile;
import org.centralino.events.Speaker;
import org.jspecify.annotations.Nullable;

/// What can be asked of a [Conversation]. Time, ids and who is asking come with it.
public sealed interface ConversationCommand {
    Instant at();

    /// A customer's message arrived that is not in the timeline yet.
    ///
    /// @param writtenAt when, by the platform's clock
    /// @param context what it answers, and whether it was passed on
    /// @param quoted the message that it answers, if it is in this conversation
    /// @param standby whether another application answers the customer, and we are only told
    /// @param sender who of a group wrote it; null in a conversation with one customer
    record RecordMessage(
            UUID messageId,
            String platformId,
            Instant writtenAt,
            Content content,
            @Nullable MessageContext context,
            @Nullable Quoted quoted,
            boolean standby,
            @Nullable Sender sender,
            Instant at)
            implements ConversationCommand {}

    /// Somebody else wrote to the customer in the business's name, and it is not in the timeline yet.
    ///
    /// @param speaker who wrote; the platform does not name an application
    /// @param writtenAt when, by the platform's clock
    /// @param unanswered the first message that was written after it; null when it answers all of them
    record RecordEcho(
            UUID messageId,
            String platformId,
            Speaker speaker,
            Instant writtenAt,
            Content content,
            @Nullable MessageContext context,
            @Nullable Quoted quoted,
            @Nullable Unanswered unanswered,
            Instant at)
            implements ConversationCommand {}

    /// The phone handed over a message of the time before, and it is not in the timeline yet, or
    /// without its file.
    ///
    /// @param sequence its position, below all that stand there; the one that it has when only its file
    ///     is new
    /// @param ours whether it is one of the business
    /// @param status how far it had come
    /// @param writtenAt when, by the platform's clock
    /// @param quoted the message that it answers, if it is in this conversation
    record RecordPast(
            UUID messageId,
            long sequence,
            String platformId,
            boolean ours,
            MessageStatus status,
            Instant writtenAt,
            Content content,
            @Nullable MessageContext context,
            @Nullable Quoted quoted,
            Instant at)
            implements ConversationCommand {
        /// @return the same at this position
        public RecordPast standing(long position) {
            return new RecordPast(
                    messageId, position, platformId, ours, status, writtenAt, content, context, quoted, at);
        }
    }

    /// A message of the customer's that needs an answer of ours.
    ///
    /// @param since when it came
    record Unanswered(long sequence, Instant since) {}

    /// Another application answers the customer from now on, or we do.
    ///
    /// @param taken whether the new one took it; else it was passed on
    /// @param from who answered before; null when it was we, or is not told
    /// @param to who answers now; null when it is we
    /// @param words what the former one says about it
    /// @param summary what was said so far, as a machine sums it up
    /// @param newest the position of the customer's newest message; null when there is none
    /// @param handedAt when, by the platform's clock
    record RecordHandover(
            boolean taken,
            @Nullable Speaker from,
            @Nullable Speaker to,
            @Nullable String words,
            @Nullable String summary,
            @Nullable Long newest,
            Instant handedAt,
            Instant at)
            implements ConversationCommand {}

    /// An operator wants something to reach the customer. Only the responder may: no two of us answer.
    sealed interface ToCustomer extends ConversationCommand permits SendReply, React {
        Person author();

        /// The epoch under which the author acts.
        long epoch();

        /// Whether to do it although another application answers the customer, which takes him from it.
        boolean takeOver();

        /// Whether the platform takes it in an open window only (fact sheet, section 6).
        boolean isFreeForm();
    }

    /// An operator wants to answer.
    ///
    /// @param context which message it answers; null when it answers none in particular
    /// @param quoted that message
    /// @param lastSeen the newest timeline position that the author saw
    /// @param epoch the epoch under which the author writes
    /// @param anyway whether to send although something was added since
    /// @param takeOver whether to send although another application answers the customer, which takes
    ///     him from it
    /// @param again the message in doubt that this one repeats, if it does
    /// @param file the file that goes with it; null when there is none
    /// @param cardFiles the files of a template's cards, in their order; null when it has none
    /// @param mayAdvertise of a template, whether the customer may be sent advertising; null for what is
    ///     no template
    record SendReply(
            UUID messageId,
            Person author,
            Recipient recipient,
            Content content,
            @Nullable MessageContext context,
            @Nullable Quoted quoted,
            long lastSeen,
            long epoch,
            boolean anyway,
            boolean takeOver,
            @Nullable UUID again,
            @Nullable SentFile file,
            @Nullable List<SentFile> cardFiles,
            @Nullable Boolean mayAdvertise,
            Instant at)
            implements ToCustomer {

        /// Templates may be sent when the window is closed: for that there are templates.
        @Override
        public boolean isFreeForm() {
            return !(content instanceof Content.FromTemplate);
        }
    }

    /// An operator wants an emoji of ours on a message, or none any more.
    ///
    /// @param reactionId names this wish
    /// @param sequence the message's position in the timeline's log
    /// @param platformId the platform's id of the message
    /// @param writtenAt when the message was written
    /// @param emoji null takes away the one that stands there
    record React(
            UUID reactionId,
            UUID messageId,
            long sequence,
            String platformId,
            Instant writtenAt,
            @Nullable String emoji,
            Person author,
            Recipient recipient,
            long epoch,
            Instant at)
            implements ToCustomer {

        /// Nobody is taken from an application by an emoji.
        @Override
        public boolean takeOver() {
            return false;
        }

        @Override
        public boolean isFreeForm() {
            return true;
        }
    }

    /// An operator writes before the customer has: nobody else can have a conversation that begins by this.
    record SendFirst(SendReply reply) implements ConversationCommand {
        @Override
        public Instant at() {
            return reply.at();
        }
    }

    /// The answers that reached the platform changed.
    ///
    /// @param through up to this position everything is answered, or needs no answer
    /// @param waitingSince when the first message came that is not; null when there is none
    /// @param failed whether one failed that no later one made up for
    record RecordAnswers(long through, @Nullable Instant waitingSince, boolean failed, Instant at)
            implements ConversationCommand {}

    /// An operator wants the customer blocked, or not any more. Whoever holds the conversation has no say in it.
    ///
    /// @param requestId names this wish
    record Block(UUID requestId, boolean blocked, Person by, Recipient recipient, Instant at)
            implements ConversationCommand {}

    /// @param overOthers whether the operator may act on what somebody else holds
    /// @param lastSeen the newest timeline position that he saw
    record Resolve(Person by, boolean overOthers, long lastSeen, Instant at) implements ConversationCommand {}

    /// @param overOthers whether the operator may act on what somebody else holds
    record Reopen(Person by, boolean overOthers, Instant at) implements ConversationCommand {}
}
