package org.centralino.outbound.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.OutboundEvent;
import org.centralino.events.PlatformError;

/// A message on its way to the customer, in one of six states. A step exists only on the state from which
/// it is legal:
///
/// ```
/// Intent ⇄ Claimed → Calling → Accepted | Refused | Unknown, or Intent again when certainly not sent
/// Unknown → Accepted (a status, or a late answer) | Refused (a late answer)
/// ```
///
/// What is settled keeps no words and no recipient: nobody needs them here any more.
public sealed interface Dispatch {

    UUID messageId();

    UUID conversationId();

    /// @return what becomes of a reply that was queued
    /// @param now by the platform's clock
    /// @param sendWithin what was queued longer ago is not sent by itself
    static Dispatch of(ReplyQueued reply, Instant now, Duration sendWithin) {
        var message = new Message(
                reply.messageId(),
                reply.conversationId(),
                reply.sequence(),
                reply.conversation().phoneNumberId(),
                reply.recipient(),
                reply.content(),
                reply.at());
        if (reply.recipient() == null
                || reply.recipient().phone() == null && reply.recipient().bsuid() == null) {
            return refused(message, "No recipient", "Neither a phone number nor a user id of the customer is known.");
        }
        if (!(reply.content() instanceof Content.Text)) {
            return refused(message, "Cannot be sent", "Only text can be sent to customers so far.");
        }
        if (reply.at().plus(sendWithin).isBefore(now)) {
            return new Unknown(
                    message.conversationId(), message.id(), "Queued too long ago to be sent without asking.");
        }
        return new Intent(message, Duration.ZERO);
    }

    private static Refused refused(Message message, String title, String detail) {
        return new Refused(message.conversationId(), message.id(), new PlatformError(0, title, detail));
    }

    /// Waits for its turn. The database gives it to one replica, oldest first, and no message before an
    /// earlier one of its conversation.
    ///
    /// @param pause how long to wait from now on
    record Intent(Message message, Duration pause) implements Open {
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
                case Answer.Taken(var platformId) -> accepted(platformId);
                case Answer.NotSent(var reason) ->
                    again(patience.whenNotReached(claim.callsBefore()), notReached(reason), patience);
                case Answer.TooMany() -> again(patience.whenTooMany(claim.callsBefore()), tooMany(), patience);
                case Answer.Problem problem ->
                    switch (ErrorTable.of(problem)) {
                        case YES -> again(patience.whenTooMany(claim.callsBefore()), problem.error(), patience);
                        case IN_DOUBT -> unknown(doubtBecauseOf(problem));
                        case NO -> refused(problem.error());
                    };
                case Answer.Unclear(var reason) -> unknown(reason);
            };
        }

        /// Nobody is left who could tell how the call ended.
        public Unknown abandoned() {
            return unknown("The service stopped during the call.");
        }

        @Override
        public Dispatch reported(Report report) {
            return accepted(report.platformId());
        }

        private Dispatch again(Duration pause, PlatformError error, Patience patience) {
            return patience.covers(claim.waited(), pause) ? new Intent(message, pause) : refused(error);
        }

        private Refused refused(PlatformError error) {
            return new Refused(conversationId(), messageId(), error);
        }

        private Unknown unknown(String reason) {
            return new Unknown(conversationId(), messageId(), reason);
        }
    }

    /// The platform took it over. What happens to it now, statuses tell the conversation service.
    record Accepted(UUID conversationId, UUID messageId, String platformId) implements Settled {
        @Override
        public OutboundEvent asEvent(Instant at) {
            return new OutboundEvent.MessageAccepted(conversationId, messageId, platformId, at);
        }
    }

    /// It was certainly not sent, and will not be.
    record Refused(UUID conversationId, UUID messageId, PlatformError error) implements Settled {
        @Override
        public OutboundEvent asEvent(Instant at) {
            return new OutboundEvent.MessageRefused(conversationId, messageId, error, at);
        }
    }

    /// It may have been sent or not. It is never sent again by itself.
    record Unknown(UUID conversationId, UUID messageId, String reason) implements Settled, Awaited {

        /// The answer to the call came after all, when nobody waited any longer. What was certainly not
        /// sent is not sent now either: later messages may have gone out, and the author was told of the
        /// doubt.
        public Dispatch decideLate(Answer answer) {
            return switch (answer) {
                case Answer.Taken(var platformId) -> accepted(platformId);
                case Answer.NotSent(var reason) -> new Refused(conversationId, messageId, notReached(reason));
                case Answer.TooMany() -> new Refused(conversationId, messageId, tooMany());
                case Answer.Problem problem ->
                    switch (ErrorTable.of(problem)) {
                        case YES, NO -> new Refused(conversationId, messageId, problem.error());
                        case IN_DOUBT -> this;
                    };
                case Answer.Unclear _ -> this;
            };
        }

        @Override
        public Dispatch reported(Report report) {
            return accepted(report.platformId());
        }

        @Override
        public OutboundEvent asEvent(Instant at) {
            return new OutboundEvent.MessageInDoubt(conversationId, messageId, reason, at);
        }
    }

    /// Still on its way, so that later messages of its conversation wait.
    sealed interface Open extends Awaited permits Intent, Claimed, Calling {
        Message message();

        @Override
        default UUID messageId() {
            return message().id();
        }

        @Override
        default UUID conversationId() {
            return message().conversationId();
        }

        /// A status of a message that is not being called: the platform took it although its answer said
        /// otherwise. A failure proves nothing; the platform reports some twice, as an answer and as a
        /// status.
        default Dispatch unlessItFailed(Report report) {
            return report.failed() ? this : accepted(report.platformId());
        }
    }

    /// A status may still tell something new about it.
    sealed interface Awaited extends Dispatch permits Open, Unknown {
        Dispatch reported(Report report);

        default Accepted accepted(String platformId) {
            return new Accepted(conversationId(), messageId(), platformId);
        }
    }

    /// Worth telling.
    sealed interface Settled extends Dispatch permits Accepted, Refused, Unknown {
        /// @param at by the platform's clock
        OutboundEvent asEvent(Instant at);
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
