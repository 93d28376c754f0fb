package org.centralino.outbound.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.ConversationEvent.DoubtSettled;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.OutboundEvent;
import org.centralino.events.PlatformError;
import org.centralino.events.Precedence;
import org.jspecify.annotations.Nullable;

/// A message on its way to the customer, in one of eight states. A step exists only on the state from which
/// it is legal:
///
/// ```
/// Intent ⇄ Claimed → Calling → Accepted | Refused | Unknown, or Intent again when certainly not sent
/// Intent → Calling (nothing stands before it) | Refused (it cannot be sent, or it is too old), Claimed → Refused
/// Unknown → Arrived | Repeated (a person)
/// Unknown, Arrived, Repeated → Accepted (a status, or a late answer) | Refused (a late answer)
/// ```
///
/// What is settled keeps no words and no recipient: nobody needs them here any more.
public sealed interface Dispatch {

    /// Why a message is in doubt that was on its way when the database was lost.
    String FORGOTTEN =
            "The database was restored from a backup, and it is not known whether this was sent in the time that it forgot.";

    Trace trace();

    default UUID messageId() {
        return trace().messageId();
    }

    default UUID conversationId() {
        return trace().conversationId();
    }

    /// @return what becomes of a reply that was queued
    /// @param now by the platform's clock
    /// @param sendWithin what was queued longer ago is not sent by itself
    static Start of(ReplyQueued reply, Instant now, Duration sendWithin) {
        var message = new Message(
                new Trace(
                        reply.messageId(),
                        reply.conversationId(),
                        reply.conversation().access()),
                reply.conversation().phoneNumberId(),
                reply.sequence(),
                reply.recipient(),
                reply.content(),
                Objects.requireNonNullElse(reply.precedence(), Precedence.REPLY),
                reply.context() == null ? null : reply.context().answers(),
                reply.at());
        if (reply.recipient() == null
                || reply.recipient().phone() == null
                        && reply.recipient().bsuid() == null
                        && reply.recipient().groupId() == null) {
            return refused(message, "No recipient", "Neither a phone number nor a user id of the customer is known.");
        }
        if (!message.isSendable()
                || message.content().files().size() != reply.files().size()) {
            return refused(message, "Cannot be sent", "This kind of message cannot be sent to customers.");
        }
        if (message.isTooOld(now, sendWithin)) {
            return tooOld(message);
        }
        return new Intent(message, Duration.ZERO);
    }

    /// What a restored database has never heard of.
    ///
    /// @return what an answer that was told says of it
    static Settled of(OutboundEvent.Answered told) {
        var trace = new Trace(told.messageId(), told.conversationId(), accessOf(told));
        return switch (told) {
            case OutboundEvent.MessageAccepted it -> new Accepted(trace, it.platformId());
            case OutboundEvent.MessageRefused it -> new Refused(trace, it.error());
            case OutboundEvent.MessageInDoubt it -> new Unknown(trace, it.reason());
        };
    }

    private static Access accessOf(OutboundEvent.Answered told) {
        return told.access() == null ? Access.UNKNOWN : told.access();
    }

    /// A reply of which a restored database knows nothing, and of which no answer was told.
    static Unknown forgotten(ReplyQueued reply) {
        return new Unknown(
                new Trace(
                        reply.messageId(),
                        reply.conversationId(),
                        reply.conversation().access()),
                FORGOTTEN);
    }

    /// What was told before a restore is right about what the restored row still awaits.
    default Dispatch retold(OutboundEvent.Answered told) {
        return switch (this) {
            case Open _ -> of(told);
            case Doubtful _ -> told instanceof OutboundEvent.MessageInDoubt ? this : of(told);
            case Accepted _, Refused _ -> this;
        };
    }

    /// Waits for its turn. The database gives it to one replica, oldest first, and no message before an
    /// earlier one of its conversation.
    ///
    /// @param pause how long to wait from now on
    record Intent(Message message, Duration pause) implements Open, Start {
        /// @return what it comes to when the number from which it was to go is not served any more
        public Refused refusedForItsNumber(PlatformError why) {
            return new Refused(message.trace(), why);
        }

        /// Whoever records it may call at once when no earlier message of the conversation is open. To be stored
        /// in the same step, before the connection is opened.
        ///
        /// @param fence where the message's fence begins
        public Calling callingAtOnce(long fence) {
            return new Calling(message, new Claim(fence, 0, Duration.ZERO));
        }

        @Override
        public Dispatch reported(Report report) {
            return unlessItFailed(report);
        }
    }

    /// A replica took it, and has not called yet.
    record Claimed(Message message, Claim claim) implements Open {
        /// To be stored before the connection is opened: from here on only an answer proves anything.
        public Calling calling() {
            return new Calling(message, claim);
        }

        /// A row that waits may be older than it looks: a restored database brings back what may have been sent.
        ///
        /// @param waitedForToken whether it stood here waiting for an access token, and so was
        ///     certainly not sent. It is too old all the same: what was right then may be wrong now,
        ///     and somebody has to look
        public Refused refusedForItsAge(boolean waitedForToken) {
            return waitedForToken ? waitedTooLong(message) : tooOld(message);
        }

        /// @return what it comes to when the number from which it was to go is not served any more
        public Refused refusedForItsNumber(PlatformError why) {
            return new Refused(message.trace(), why);
        }

        /// @return what it comes to when it is advertising, and its customer must not be sent any
        public Refused refusedAsAdvertising() {
            return notWanted(message);
        }

        /// The replica died or lost the database. It made no call, so another may.
        public Intent givenBack() {
            return new Intent(message, Duration.ZERO);
        }

        @Override
        public Dispatch reported(Report report) {
            return unlessItFailed(report);
        }
    }

    /// The call is under way, or the replica died during it.
    record Calling(Message message, Claim claim) implements Open {

        /// What the answer makes of it.
        ///
        /// @param patience for what was certainly not sent
        public Dispatch decide(Answer answer, Patience patience) {
            return switch (answer) {
                case Answer.Taken(var platformId, var waId) ->
                    new Accepted(trace(), platformId, message.spelledOtherwise(waId));
                case Answer.NotSent(var reason) ->
                    again(patience.whenNotReached(claim.callsBefore()), notReached(reason), patience);
                case Answer.TooMany() -> again(patience.whenTooMany(claim.callsBefore()), tooMany(), patience);
                case Answer.Problem problem ->
                    switch (ErrorTable.of(problem)) {
                        case LATER -> again(patience.whenTooMany(claim.callsBefore()), problem.error(), patience);
                        case IN_DOUBT -> new Unknown(trace(), doubtBecauseOf(problem));
                        case REFUSED -> new Refused(trace(), problem.error());
                        // The number is stopped, and what it has to send waits as long as that takes.
                        case ACCOUNT -> new Intent(message, Duration.ZERO);
                    };
                case Answer.LaneLost() -> new Intent(message, Duration.ZERO);
                case Answer.FileRefused(var error) -> new Refused(trace(), error);
                case Answer.FileForgotten(var error) -> again(Duration.ZERO, error, patience);
                case Answer.Unclear(var reason) -> new Unknown(trace(), reason);
            };
        }

        /// Nobody is left who could tell how the call ended.
        public Unknown abandoned() {
            return new Unknown(trace(), "The service stopped during the call.");
        }

        @Override
        public Dispatch reported(Report report) {
            return accepted(report.platformId());
        }

        private Dispatch again(Duration pause, PlatformError error, Patience patience) {
            return patience.covers(claim.waited(), pause) ? new Intent(message, pause) : new Refused(trace(), error);
        }
    }

    /// The platform took it over. What happens to it now, statuses tell the conversation service.
    ///
    /// @param waId how the platform spells the customer's number; null when as we do, or when it is not
    ///     known any more
    record Accepted(
            Trace trace, String platformId, @Nullable String waId) implements Settled {
        public Accepted(Trace trace, String platformId) {
            this(trace, platformId, null);
        }

        @Override
        public OutboundEvent.Answered asEvent(Instant at) {
            return new OutboundEvent.MessageAccepted(
                    conversationId(), trace.access(), messageId(), platformId, waId, at);
        }
    }

    /// It will not be sent by itself. Unless it was too old, it certainly never was.
    record Refused(Trace trace, PlatformError error) implements Settled, Start {
        @Override
        public OutboundEvent.Answered asEvent(Instant at) {
            return new OutboundEvent.MessageRefused(conversationId(), trace.access(), messageId(), error, at);
        }
    }

    /// It may have been sent or not. It is never sent again by itself.
    record Unknown(Trace trace, String reason) implements Settled, Doubtful {

        /// A person looked at the phone, asked the customer, or took the risk.
        public Dispatch decided(DoubtSettled.Outcome outcome) {
            return switch (outcome) {
                case ARRIVED -> new Arrived(trace);
                case SEND_AGAIN -> new Repeated(trace, reason);
            };
        }

        @Override
        public OutboundEvent.Answered asEvent(Instant at) {
            return new OutboundEvent.MessageInDoubt(conversationId(), trace.access(), messageId(), reason, at);
        }
    }

    /// A person says that the customer has it, so it counts as accepted. The platform's id is not known.
    record Arrived(Trace trace) implements Doubtful {}

    /// As unknown as before, but a person had its words sent once more, as another message.
    record Repeated(Trace trace, String reason) implements Doubtful {}

    /// As what a reply is recorded.
    sealed interface Start extends Dispatch permits Intent, Refused {}

    /// Still on its way, so that later messages of its conversation wait.
    sealed interface Open extends Awaited permits Intent, Claimed, Calling {
        Message message();

        @Override
        default Trace trace() {
            return message().trace();
        }

        /// The row comes from a backup: in the time since then anything may have become of the message.
        default Unknown forgotten() {
            return new Unknown(trace(), FORGOTTEN);
        }

        /// A status of a message that is not being called: the platform took it although its answer said
        /// otherwise. A failure proves nothing; the platform reports some twice, as an answer and as a
        /// status.
        default Dispatch unlessItFailed(Report report) {
            return report.failed() ? this : accepted(report.platformId());
        }
    }

    /// Its call ended, or was given up, and nobody learnt how. It is not waited for, but proof is welcome.
    sealed interface Doubtful extends Awaited permits Unknown, Arrived, Repeated {

        /// The answer to the call came after all, when nobody waited any longer. What was certainly not
        /// sent is not sent now either: later messages may have gone out, and the author was told of the
        /// doubt.
        default Dispatch decideLate(Answer answer) {
            return switch (answer) {
                case Answer.Taken(var platformId, var _) -> accepted(platformId);
                case Answer.NotSent(var reason) -> new Refused(trace(), notReached(reason));
                case Answer.TooMany() -> new Refused(trace(), tooMany());
                case Answer.Problem problem ->
                    switch (ErrorTable.of(problem)) {
                        case LATER, REFUSED, ACCOUNT -> new Refused(trace(), problem.error());
                        case IN_DOUBT -> this;
                    };
                case Answer.LaneLost() -> new Refused(trace(), notReached("It was not sent in time."));
                case Answer.FileRefused(var error) -> new Refused(trace(), error);
                case Answer.FileForgotten(var error) -> new Refused(trace(), error);
                case Answer.Unclear _ -> this;
            };
        }

        @Override
        default Dispatch reported(Report report) {
            return accepted(report.platformId());
        }
    }

    /// A status may still tell something new about it.
    sealed interface Awaited extends Dispatch permits Open, Doubtful {
        Dispatch reported(Report report);

        default Accepted accepted(String platformId) {
            return new Accepted(trace(), platformId);
        }
    }

    /// Worth telling. What a person decided about a doubt is not: whoever let him decide knows.
    sealed interface Settled extends Dispatch permits Accepted, Refused, Unknown {
        /// @param at by the platform's clock
        OutboundEvent.Answered asEvent(Instant at);
    }

    private static Refused refused(Message message, String title, String detail) {
        return new Refused(message.trace(), new PlatformError(0, title, detail));
    }

    private static Refused tooOld(Message message) {
        return refused(
                message,
                "Too old to be sent by itself",
                "It was written on %s and may have been sent already. Ask the customer or look at the phone, then send it again if it is still right."
                        .formatted(written(message)));
    }

    private static String written(Message message) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm 'UTC'", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(message.queuedAt());
    }

    private static Refused waitedTooLong(Message message) {
        return refused(
                message,
                "Waited too long to be sent by itself",
                "It was written on %s and waited until WhatsApp took the number's access token again. It was not sent: send it again if it is still right."
                        .formatted(written(message)));
    }

    private static Refused notWanted(Message message) {
        return refused(
                message,
                "The customer wants no advertising",
                "It was not sent: the customer has not agreed to advertising, or does not want it any more. Write only about what the customer asks.");
    }

    private static PlatformError notReached(String reason) {
        return new PlatformError(0, "WhatsApp could not be reached", reason);
    }

    private static PlatformError tooMany() {
        return new PlatformError(0, "Too many requests", "WhatsApp turned the message away (429).");
    }

    private static String doubtBecauseOf(Answer.Problem problem) {
        return "WhatsApp answered %d with error %d (%s)."
                .formatted(
                        problem.httpStatus(),
                        problem.error().code(),
                        problem.error().title());
    }
}
