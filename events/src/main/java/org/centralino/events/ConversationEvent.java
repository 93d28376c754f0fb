package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happened in a conversation. Published by the conversation service on [Topics#CONVERSATION], keyed
/// by the conversation, in order per conversation. Each carries the [ConversationState] right after it.
public sealed interface ConversationEvent extends Event {

    /// A customer and a business number have a conversation from now on: the customer wrote for the first time, or an
    /// operator did.
    ///
    /// @param startedBy the operator; null when it was the customer
    @WireName("conversation.opened.v1")
    record Opened(
            UUID conversationId,
            @Nullable Access access,
            Instant at,
            ConversationState conversation,
            @Nullable Person startedBy)
            implements Recorded {}

    /// A customer's message stands in the timeline.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log, dense per conversation
    /// @param platformId the platform's id (`wamid…`)
    /// @param platformAt when the platform says it was written: the timeline's display order
    /// @param content what it says
    /// @param context what it answers, and whether it was passed on
    /// @param quoted the message that it answers; null when it answers none, or one that is not in this inbox
    /// @param late whether it came more than two minutes after it was written, and stands above something
    ///     that was shown before it
    /// @param quiet whether it calls nobody: another application answers the customer, so nobody of us
    ///     has it unread, and nothing waits
    /// @param sender who of a group wrote it; null in a conversation with one customer
    @WireName("conversation.message-received.v1")
    record MessageReceived(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            String platformId,
            Instant platformAt,
            Content content,
            @Nullable MessageContext context,
            @Nullable Quoted quoted,
            boolean late,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean quiet,
            @Nullable Sender sender,
            Instant at,
            ConversationState conversation)
            implements Recorded {

        /// In a conversation with one customer.
        public MessageReceived(
                UUID conversationId,
                @Nullable Access access,
                UUID messageId,
                long sequence,
                String platformId,
                Instant platformAt,
                Content content,
                @Nullable MessageContext context,
                @Nullable Quoted quoted,
                boolean late,
                boolean quiet,
                Instant at,
                ConversationState conversation) {
            this(
                    conversationId,
                    access,
                    messageId,
                    sequence,
                    platformId,
                    platformAt,
                    content,
                    context,
                    quoted,
                    late,
                    quiet,
                    null,
                    at,
                    conversation);
        }
    }

    /// Somebody else wrote to the customer in the business's name: on its phone, or by another
    /// application. It stands in the timeline on our side.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log
    /// @param platformId the platform's id (`wamid…`)
    /// @param platformAt when the platform says it was written: the timeline's display order
    /// @param speaker who wrote it
    /// @param content what it says
    /// @param context what it answers, and whether it was passed on
    /// @param quoted the message that it answers; null when it answers none, or one that is not in this inbox
    /// @param late whether it came more than two minutes after it was written, and stands above something
    ///     that was shown before it
    /// @param answeredThrough up to this position everything of the customer's is answered with it
    @WireName("conversation.message-echoed.v1")
    record MessageEchoed(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            String platformId,
            Instant platformAt,
            Speaker speaker,
            Content content,
            @Nullable MessageContext context,
            @Nullable Quoted quoted,
            boolean late,
            long answeredThrough,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// A message from the time before the number was connected stands in the timeline, at its own time.
    /// It concerns nobody any more: it is not unread, nobody waits by it, no window opens and nothing
    /// reopens. It is told again, with the same id and position, when its file was handed over later:
    /// then what it says is new.
    ///
    /// A live message of the same id that is told after it takes its place, with a position of its own.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position: below 0, before the beginning of the log, the newer the higher in
    ///     each batch
    /// @param platformId the platform's id (`wamid…`)
    /// @param platformAt when it was written: the timeline's display order
    /// @param ours whether it is one of the business, written on its phone
    /// @param content what it says
    /// @param context what it answers, and whether it was passed on
    /// @param quoted the message that it answers; null when it answers none, or one that is not in this
    ///     inbox
    /// @param status how far it had come
    @WireName("conversation.message-synced.v1")
    record MessageSynced(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            String platformId,
            Instant platformAt,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ours,
            Content content,
            @Nullable MessageContext context,
            @Nullable Quoted quoted,
            MessageStatus status,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// The customer is answered by another application from now on, or by us.
    ///
    /// @param from who answered before; null when it was we, or is not known
    /// @param to who answers now; null when it is we
    /// @param words what the former one says about it, for people
    /// @param summary what was said so far, as a machine sums it up
    /// @param answeredThrough up to this position everything of the customer's needs no answer of ours
    /// @param handedAt when, by the platform's clock
    @WireName("conversation.handed-over.v1")
    record HandedOver(
            UUID conversationId,
            @Nullable Access access,
            @Nullable Speaker from,
            @Nullable Speaker to,
            @Nullable String words,
            @Nullable String summary,
            long answeredThrough,
            Instant handedAt,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// An operator's reply was accepted and waits to be sent. Sending is the outbound service's work.
    ///
    /// @param messageId the id that the operator's browser made; one id, one reply
    /// @param sequence its position in the timeline's log
    /// @param author who wrote it
    /// @param recipient where to send it
    /// @param content what it says
    /// @param context which message it answers; null when it answers none in particular
    /// @param quoted the message that it answers; null when it answers none
    /// @param anyway whether the author sent it knowing that something had been added since
    /// @param again the message in doubt that it repeats, if it does
    /// @param file the file that goes with it; null when there is none
    /// @param cardFiles the files of a template's cards, in their order; null when it has none
    /// @param precedence what it goes before and behind when much is to be sent; null for the reply of
    ///     a person
    /// @param mayAdvertise of a template, whether the customer might be sent advertising when it was
    ///     queued; null for what is no template. A [ConsentChanged] that follows takes it back
    @WireName("conversation.reply-queued.v1")
    record ReplyQueued(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            Person author,
            Recipient recipient,
            Content content,
            @Nullable MessageContext context,
            @Nullable Quoted quoted,
            boolean anyway,
            @Nullable UUID again,
            @Nullable SentFile file,
            @Nullable List<SentFile> cardFiles,
            @Nullable Precedence precedence,
            @Nullable Boolean mayAdvertise,
            Instant at,
            ConversationState conversation)
            implements Recorded {

        public ReplyQueued {
            cardFiles = cardFiles == null ? null : List.copyOf(cardFiles);
        }

        /// A person's reply that answers no message in particular.
        public ReplyQueued(
                UUID conversationId,
                @Nullable Access access,
                UUID messageId,
                long sequence,
                Person author,
                Recipient recipient,
                Content content,
                boolean anyway,
                @Nullable UUID again,
                @Nullable SentFile file,
                Instant at,
                ConversationState conversation) {
            this(
                    conversationId,
                    access,
                    messageId,
                    sequence,
                    author,
                    recipient,
                    content,
                    null,
                    null,
                    anyway,
                    again,
                    file,
                    null,
                    null,
                    null,
                    at,
                    conversation);
        }

        /// A file that goes with it, and what its content says of that.
        public record GoingFile(Content.WithFile content, SentFile file) {}

        /// @return the files that go with it, beside what its content says of them; none when not all are there
        public List<GoingFile> goingFiles() {
            var named = content.files();
            var there = files();
            return named.size() == there.size()
                    ? IntStream.range(0, there.size())
                            .mapToObj(place -> new GoingFile(named.get(place), there.get(place)))
                            .toList()
                    : List.of();
        }

        /// @return the files that go with it, in the order in which its content names them
        public List<SentFile> files() {
            return Stream.concat(
                            Stream.ofNullable(file),
                            Stream.ofNullable(cardFiles).flatMap(List::stream))
                    .toList();
        }
    }

    /// A message of ours moved on: its ticks, a failure, or doubt about its fate.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log
    /// @param status the new status; never a step back
    /// @param statusAt when the platform says it happened
    /// @param error why it failed, if it did
    /// @param held why it waits, and about until when; null when it does not. Its status is the one
    ///     that it had
    @WireName("conversation.message-status-changed.v1")
    record MessageStatusChanged(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            MessageStatus status,
            Instant statusAt,
            @Nullable PlatformError error,
            @Nullable Held held,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// The emojis on a message changed.
    ///
    /// @param messageId our id of the message that they stand on
    /// @param sequence its position in the timeline's log
    /// @param reactions all that stand on it now
    @WireName("conversation.message-reacted.v1")
    record MessageReacted(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            List<Reaction> reactions,
            Instant at,
            ConversationState conversation)
            implements Recorded {
        public MessageReacted {
            reactions = reactions == null ? List.of() : List.copyOf(reactions);
        }
    }

    /// An operator wants an emoji of the business to stand on a message, or none any more: it has one on
    /// each. Having it set is the outbound service's work. How the message looks meanwhile,
    /// [MessageReacted] says.
    ///
    /// @param reactionId the id that the operator's browser made; one id, one wish. The answer repeats it
    /// @param messageId our id of the message that it is to stand on
    /// @param sequence the message's position in the timeline's log
    /// @param platformId the platform's id of the message
    /// @param emoji null takes away the one that stands there
    /// @param by who wants it
    /// @param recipient where the message stands
    @WireName("conversation.reaction-queued.v1")
    record ReactionQueued(
            UUID conversationId,
            @Nullable Access access,
            UUID reactionId,
            UUID messageId,
            long sequence,
            String platformId,
            @Nullable String emoji,
            Person by,
            Recipient recipient,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// The customer is to see that what he wrote was read, and perhaps that somebody is typing. Telling him is the
    /// outbound service's work. How far each operator has read is no part of this.
    ///
    /// @param messageId our id of the newest of his messages that was read; those before it were read with it
    /// @param sequence its position in the timeline's log
    /// @param platformId the platform's id of it
    /// @param platformAt when the platform says it was written
    /// @param typing whether somebody is typing an answer
    @WireName("conversation.read-shown.v1")
    record ReadShown(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            String platformId,
            Instant platformAt,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean typing,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// Somebody changed a message of his own: the customer, or the business on its phone.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log
    /// @param content what it says now
    /// @param earlier what it said before, the oldest first
    /// @param editedAt when it was changed last, by the platform's clock
    /// @param ours whether it is one of the business
    /// @param sender whose message in a group it is; null in a conversation with one customer
    @WireName("conversation.message-edited.v1")
    record MessageEdited(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            Content content,
            List<EarlierVersion> earlier,
            Instant editedAt,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ours,
            @Nullable Sender sender,
            Instant at,
            ConversationState conversation)
            implements Recorded {
        public MessageEdited {
            earlier = earlier == null ? List.of() : List.copyOf(earlier);
        }
    }

    /// Somebody deleted a message of his own: the customer, or the business on its phone. What it said,
    /// now and before, is gone: whoever keeps it forgets it.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log
    /// @param revokedAt when, by the platform's clock
    /// @param ours whether it was one of the business
    /// @param sender whose message in a group it was; null in a conversation with one customer
    @WireName("conversation.message-revoked.v1")
    record MessageRevoked(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            Instant revokedAt,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ours,
            @Nullable Sender sender,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// The file of a message is here, or cannot be had.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log
    /// @param media what is known of the file
    @WireName("conversation.media-changed.v1")
    record MediaChanged(
            UUID conversationId,
            @Nullable Access access,
            UUID messageId,
            long sequence,
            Media media,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// The customer did something that is no message: a line of the timeline, and nothing to answer.
    ///
    /// @param act what it was
    /// @param detail what more is known of it, in the platform's words
    /// @param actedAt when, by the platform's clock
    /// @param sender who of a group did it; null in a conversation with one customer
    @WireName("conversation.customer-acted.v1")
    record CustomerActed(
            UUID conversationId,
            @Nullable Access access,
            Act act,
            @Nullable String detail,
            Instant actedAt,
            @Nullable Sender sender,
            Instant at,
            ConversationState conversation)
            implements Recorded {

        /// In a conversation with one customer.
        public CustomerActed(
                UUID conversationId,
                @Nullable Access access,
                Act act,
                @Nullable String detail,
                Instant actedAt,
                Instant at,
                ConversationState conversation) {
            this(conversationId, access, act, detail, actedAt, null, at, conversation);
        }

        /// What a customer may do besides writing.
        public enum Act {
            /// Changed a message, and the platform does not tell how (fact sheet, 4.8).
            @JsonProperty("edited-untold")
            EDITED_UNTOLD,
            /// Pinned a message, or took the pin away.
            @JsonProperty("pinned")
            PINNED,
            /// Voted, or changed a poll.
            @JsonProperty("voted")
            VOTED,
            /// Moved to another phone number (fact sheet, 4.7).
            @JsonProperty("changed-number")
            CHANGED_NUMBER,
            /// Has another WhatsApp identity (fact sheet, 4.7 and 7.4).
            @JsonProperty("changed-identity")
            CHANGED_IDENTITY,
            /// Set WhatsApp up anew, or on another device (fact sheet, 4.7).
            @JsonProperty("changed-device")
            CHANGED_DEVICE,
            /// Something that this version has no word for.
            @JsonProperty("other")
            @JsonEnumDefaultValue
            OTHER
        }
    }

    /// Something happened to a group itself: a line of the timeline, and nothing to answer. What the
    /// group is called, the state says.
    ///
    /// @param what it is that happened
    /// @param subject what the group is called from then on; null when that was not told
    /// @param names who came or left, as they were called then; none when it is about the group as a
    ///     whole
    /// @param changedAt when, by the platform's clock
    @WireName("conversation.group-changed.v1")
    record GroupChanged(
            UUID conversationId,
            @Nullable Access access,
            GroupChange what,
            @Nullable String subject,
            List<String> names,
            Instant changedAt,
            Instant at,
            ConversationState conversation)
            implements Recorded {
        public GroupChanged {
            names = names == null ? List.of() : List.copyOf(names);
        }
    }

    /// The customer is called or reached otherwise than before: the state says how. The team renamed him, said that
    /// contacts are one person or two, or he chose another name on WhatsApp.
    @WireName("conversation.contact-changed.v1")
    record ContactChanged(UUID conversationId, @Nullable Access access, Instant at, ConversationState conversation)
            implements Recorded {}

    /// It is known anew whether the customer wants advertising. Told in each of his conversations, and
    /// only when it is what he said last.
    ///
    /// @param consentId names what he said; the same in all his conversations
    /// @param consent what counts from now on
    /// @param source by what it is known
    /// @param evidence what shows it, for people
    /// @param by the operator who recorded it; null when nobody had to
    /// @param saidAt when he said it
    @WireName("conversation.consent-changed.v1")
    record ConsentChanged(
            UUID conversationId,
            @Nullable Access access,
            UUID consentId,
            Consent consent,
            Consent.Source source,
            @Nullable String evidence,
            @Nullable Person by,
            Instant saidAt,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// An operator wants the customer blocked, or not any more. Having it done is the outbound service's work.
    ///
    /// @param requestId names this wish; the answer repeats it
    /// @param blocked whether he is to be blocked
    /// @param by who wants it
    /// @param recipient by which keys the platform knows the customer
    @WireName("conversation.block-requested.v1")
    record BlockRequested(
            UUID conversationId,
            @Nullable Access access,
            UUID requestId,
            boolean blocked,
            Person by,
            Recipient recipient,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// The platform has blocked the customer, or let him in again, or it did not.
    ///
    /// @param requestId the wish that this answers
    /// @param blocked whether he was to be blocked; how it stands, the state says
    /// @param by who wanted it
    /// @param error why it was not done; null when it was
    @WireName("conversation.block-changed.v1")
    record BlockChanged(
            UUID conversationId,
            @Nullable Access access,
            UUID requestId,
            boolean blocked,
            Person by,
            @Nullable PlatformError error,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// A person decided about a message of which nobody knew whether it was sent.
    ///
    /// @param messageId our id of the message
    /// @param sequence its position in the timeline's log
    /// @param outcome what was decided
    /// @param by who decided it
    /// @param again the new message that repeats it; null when it had arrived
    @WireName("conversation.doubt-settled.v1")
    record DoubtSettled(
            UUID conversationId,
            Access access,
            UUID messageId,
            long sequence,
            Outcome outcome,
            Person by,
            @Nullable UUID again,
            Instant at,
            ConversationState conversation)
            implements Recorded {

        /// What a person may decide.
        public enum Outcome {
            /// The customer has it: it counts as accepted.
            @JsonProperty("arrived")
            ARRIVED,
            /// It is sent once more, as a new message. The customer may get it twice.
            @JsonProperty("send-again")
            SEND_AGAIN
        }
    }

    /// An operator says that nothing is left to do.
    ///
    /// @param by who says it
    @WireName("conversation.resolved.v1")
    record Resolved(UUID conversationId, @Nullable Access access, Person by, Instant at, ConversationState conversation)
            implements Recorded {}

    /// A resolved conversation needs care again.
    ///
    /// @param by the operator who reopened it; null when the customer wrote again or the answer to him failed
    @WireName("conversation.reopened.v1")
    record Reopened(
            UUID conversationId,
            @Nullable Access access,
            @Nullable Person by,
            Instant at,
            ConversationState conversation)
            implements Recorded {}

    /// A type that this version does not know.
    record Unrecognised(String type) implements ConversationEvent {}

    /// What every event of a conversation says.
    sealed interface Recorded extends ConversationEvent, InConversation {
        /// The conversation right after it.
        ConversationState conversation();
    }

    /// Who of a group did something.
    ///
    /// @param contactId our id of the contact
    /// @param name what he was called then
    record Sender(UUID contactId, String name) {}

    /// Where a message goes. At least one is there; with phone number and user id, the platform uses
    /// the phone number (fact sheet, 7.3). A group has neither.
    ///
    /// @param phone digits with a leading +
    /// @param bsuid the business-scoped user id
    /// @param groupId the platform's id of a group
    record Recipient(
            @Nullable String phone,
            @Nullable String bsuid,
            @Nullable String groupId) {

        /// A person.
        public Recipient(@Nullable String phone, @Nullable String bsuid) {
            this(phone, bsuid, null);
        }
    }
}
