package org.centralino.conversation.thread.domain;

import static org.centralino.conversation.thread.domain.Refusal.CONVERSATION_RESOLVED;
import static org.centralino.conversation.thread.domain.Refusal.EPOCH_PASSED;
import static org.centralino.conversation.thread.domain.Refusal.EPOCH_UNKNOWN;
import static org.centralino.conversation.thread.domain.Refusal.HELD_BY_ANOTHER_OPERATOR;
import static org.centralino.conversation.thread.domain.Refusal.NOT_ASSIGNED;
import static org.centralino.conversation.thread.domain.Refusal.SEEN_TOO_MUCH;
import static org.centralino.conversation.thread.domain.Refusal.STALE_VIEW;
import static org.centralino.conversation.thread.domain.Refusal.WINDOW_CLOSED;
import static org.centralino.events.ConversationState.Status.OPEN;
import static org.centralino.events.ConversationState.Status.RESOLVED;
import static org.centralino.kit.Decision.accepted;
import static org.centralino.kit.Decision.nothing;
import static org.centralino.kit.Decision.rejected;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordMessage;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordStatus;
import org.centralino.conversation.thread.domain.ConversationCommand.Reopen;
import org.centralino.conversation.thread.domain.ConversationCommand.Resolve;
import org.centralino.conversation.thread.domain.ConversationCommand.SendReply;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.Opened;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.Reopened;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationEvent.Resolved;
import org.centralino.events.ConversationState;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.ConversationState.Status;
import org.centralino.events.Person;
import org.centralino.kit.Decision;

/// One customer and one business number: the rules of what may happen between them.
///
/// The state is the one that the published events carry, so what is saved and what was told cannot
/// disagree.
public record Conversation(UUID id, ConversationState state) {

    /// A customer wrote to this number for the first time.
    public static Opened open(UUID id, String phoneNumberId, Contact contact, Instant writtenAt, Instant at) {
        var state = new ConversationState(1, phoneNumberId, contact, OPEN, 0, null, 0, null, null, writtenAt, at);
        return new Opened(id, at, state);
    }

    public static Conversation after(Recorded event) {
        return new Conversation(event.conversationId(), event.conversation());
    }

    public Decision<ConversationEvent.Recorded, Refusal> decide(ConversationCommand command) {
        return switch (command) {
            case RecordMessage message
            when state.status() == RESOLVED -> {
                var reopened = new Reopened(
                        id, null, message.at(), changed().status(OPEN).state());
                yield accepted(reopened, after(reopened).received(message));
            }
            case RecordMessage message -> accepted(received(message));

            case SendReply _ when state.status() == RESOLVED -> rejected(CONVERSATION_RESOLVED);
            case SendReply reply when reply.epoch() > state.epoch() -> rejected(EPOCH_UNKNOWN);
            case SendReply _ when state.assignee() == null -> rejected(NOT_ASSIGNED);
            case SendReply reply when isHeldByAnother(reply.author()) -> rejected(HELD_BY_ANOTHER_OPERATOR);
            case SendReply reply when reply.epoch() < state.epoch() -> rejected(EPOCH_PASSED);
            case SendReply reply when !window().isOpenAt(reply.at()) -> rejected(WINDOW_CLOSED);
            case SendReply reply when reply.lastSeen() > state.lastSequence() -> rejected(SEEN_TOO_MUCH);
            case SendReply reply
            when !reply.anyway() && reply.newestByOthers() > reply.lastSeen() -> rejected(STALE_VIEW);
            case SendReply reply -> accepted(queued(reply));

            case RecordStatus status when !status.status().mayFollow(status.current()) -> nothing();
            case RecordStatus status -> accepted(moved(status));

            case Resolve _ when state.status() == RESOLVED -> nothing();
            case Resolve(var by, var overOthers, var _)
            when isHeldByAnother(by) && !overOthers -> rejected(HELD_BY_ANOTHER_OPERATOR);
            case Resolve(var by, var _, var at) ->
                accepted(new Resolved(
                        id,
                        by,
                        at,
                        changed().status(RESOLVED).waitingSince(null).state()));

            case Reopen _ when state.status() == OPEN -> nothing();
            case Reopen(var by, var overOthers, var _)
            when isHeldByAnother(by) && !overOthers -> rejected(HELD_BY_ANOTHER_OPERATOR);
            case Reopen(var by, var _, var at) ->
                accepted(new Reopened(id, by, at, changed().status(OPEN).state()));
        };
    }

    /// What the platform reports is a fact: no rule refuses it.
    public List<Recorded> accept(ConversationCommand fact) {
        return switch (decide(fact)) {
            case Decision.Accepted(var facts) -> facts;
            case Decision.Rejected(var refusal) -> throw new IllegalStateException("A fact was refused: " + refusal);
        };
    }

    /// Who is responsible is decided by the assignment service; this is the local copy. An older epoch
    /// never replaces a newer one, so changes may come late or twice.
    public Conversation heldBy(Person operator, long epoch) {
        return epoch > state.epoch()
                ? new Conversation(id, changed().holder(operator, epoch).state())
                : this;
    }

    /// The customer showed new names.
    public Conversation knownAs(Contact contact) {
        return contact.equals(state.contact())
                ? this
                : new Conversation(id, changed().contact(contact).state());
    }

    public ReplyWindow window() {
        return new ReplyWindow(state.windowExpiresAt());
    }

    private boolean isHeldByAnother(Person operator) {
        return state.assignee() != null && !state.assignee().is(operator);
    }

    private MessageReceived received(RecordMessage message) {
        var late = message.writtenAt().isBefore(state.lastActivityAt());
        var after = changed()
                .nextSequence()
                .window(window().after(message.writtenAt()))
                .waitingSince(state.waitingSince() == null ? message.writtenAt() : state.waitingSince())
                .activity(message.writtenAt())
                .state();
        return new MessageReceived(
                id,
                message.messageId(),
                after.lastSequence(),
                message.platformId(),
                message.writtenAt(),
                message.content(),
                late,
                message.at(),
                after);
    }

    private ReplyQueued queued(SendReply reply) {
        var after =
                changed().nextSequence().waitingSince(null).activity(reply.at()).state();
        return new ReplyQueued(
                id,
                reply.messageId(),
                after.lastSequence(),
                reply.author(),
                reply.recipient(),
                reply.content(),
                reply.newestByOthers() > reply.lastSeen(),
                reply.at(),
                after);
    }

    private MessageStatusChanged moved(RecordStatus status) {
        return new MessageStatusChanged(
                id,
                status.messageId(),
                status.sequence(),
                status.status(),
                status.statusAt(),
                status.error(),
                status.at(),
                changed().state());
    }

    private Change changed() {
        return new Change(state);
    }

    /// The state with the next version and what changes in it.
    private static final class Change {
        private final ConversationState from;
        private Contact contact;
        private Status status;
        private long epoch;
        private Person assignee;
        private long lastSequence;
        private Instant windowExpiresAt;
        private Instant waitingSince;
        private Instant lastActivityAt;

        Change(ConversationState from) {
            this.from = from;
            contact = from.contact();
            status = from.status();
            epoch = from.epoch();
            assignee = from.assignee();
            lastSequence = from.lastSequence();
            windowExpiresAt = from.windowExpiresAt();
            waitingSince = from.waitingSince();
            lastActivityAt = from.lastActivityAt();
        }

        Change contact(Contact now) {
            contact = now;
            return this;
        }

        Change status(Status now) {
            status = now;
            return this;
        }

        Change holder(Person operator, long since) {
            assignee = operator;
            epoch = since;
            return this;
        }

        Change nextSequence() {
            lastSequence++;
            return this;
        }

        Change window(ReplyWindow now) {
            windowExpiresAt = now.expiresAt();
            return this;
        }

        Change waitingSince(Instant since) {
            waitingSince = since;
            return this;
        }

        Change activity(Instant at) {
            if (at.isAfter(lastActivityAt)) {
                lastActivityAt = at;
            }
            return this;
        }

        ConversationState state() {
            return new ConversationState(
                    from.version() + 1,
                    from.phoneNumberId(),
                    contact,
                    status,
                    epoch,
                    assignee,
                    lastSequence,
                    windowExpiresAt,
                    waitingSince,
                    lastActivityAt,
                    from.createdAt());
        }
    }
}
