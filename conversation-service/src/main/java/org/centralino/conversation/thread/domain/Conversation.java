package org.centralino.conversation.thread.domain;

import static org.centralino.conversation.thread.domain.Refusal.BLOCK_WINDOW_CLOSED;
import static org.centralino.conversation.thread.domain.Refusal.CONVERSATION_RESOLVED;
import static org.centralino.conversation.thread.domain.Refusal.CUSTOMER_BLOCKED;
import static org.centralino.conversation.thread.domain.Refusal.EPOCH_PASSED;
import static org.centralino.conversation.thread.domain.Refusal.EPOCH_UNKNOWN;
import static org.centralino.conversation.thread.domain.Refusal.GROUP_CANNOT_BE_BLOCKED;
import static org.centralino.conversation.thread.domain.Refusal.HELD_BY_ANOTHER_APPLICATION;
import static org.centralino.conversation.thread.domain.Refusal.HELD_BY_ANOTHER_OPERATOR;
import static org.centralino.conversation.thread.domain.Refusal.MESSAGE_TOO_OLD;
import static org.centralino.conversation.thread.domain.Refusal.NOT_ASSIGNED;
import static org.centralino.conversation.thread.domain.Refusal.SEEN_TOO_MUCH;
import static org.centralino.conversation.thread.domain.Refusal.STALE_VIEW;
import static org.centralino.conversation.thread.domain.Refusal.WINDOW_CLOSED;
import static org.centralino.events.ConversationState.Status.OPEN;
import static org.centralino.events.ConversationState.Status.RESOLVED;
import static org.centralino.kit.Decision.accepted;
import static org.centralino.kit.Decision.nothing;
import static org.centralino.kit.Decision.rejected;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.centralino.conversation.thread.domain.ConversationCommand.Block;
import org.centralino.conversation.thread.domain.ConversationCommand.React;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordAnswers;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordEcho;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordHandover;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordMessage;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordPast;
import org.centralino.conversation.thread.domain.ConversationCommand.Reopen;
import org.centralino.conversation.thread.domain.ConversationCommand.Resolve;
import org.centralino.conversation.thread.domain.ConversationCommand.SendFirst;
import org.centralino.conversation.thread.domain.ConversationCommand.SendReply;
import org.centralino.conversation.thread.domain.ConversationCommand.ToCustomer;
import org.centralino.events.Consent;
import org.centralino.events.ConversationEvent.BlockChanged;
import org.centralino.events.ConversationEvent.BlockRequested;
import org.centralino.events.ConversationEvent.ConsentChanged;
import org.centralino.events.ConversationEvent.ContactChanged;
import org.centralino.events.ConversationEvent.CustomerActed;
import org.centralino.events.ConversationEvent.DoubtSettled;
import org.centralino.events.ConversationEvent.GroupChanged;
import org.centralino.events.ConversationEvent.HandedOver;
import org.centralino.events.ConversationEvent.MediaChanged;
import org.centralino.events.ConversationEvent.MessageEchoed;
import org.centralino.events.ConversationEvent.MessageEdited;
import org.centralino.events.ConversationEvent.MessageReacted;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageRevoked;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.MessageSynced;
import org.centralino.events.ConversationEvent.Opened;
import org.centralino.events.ConversationEvent.ReactionQueued;
import org.centralino.events.ConversationEvent.ReadShown;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationEvent.Reopened;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationEvent.Resolved;
import org.centralino.events.ConversationEvent.Sender;
import org.centralino.events.ConversationState;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.GroupChange;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.events.Speaker;
import org.centralino.kit.Decision;
import org.jspecify.annotations.Nullable;

/// One customer, or one group of customers, and one business number: the rules of what may happen
/// between them.
///
/// @param state the one that the published events carry, so what is saved and what was told cannot disagree
/// @param newest who added what stands at the end of the timeline
/// @param answeredThrough up to this position everything of the customer's is answered, or needs no answer
/// @param handlerAsOf when it was last told who answers the customer: what was told of an earlier time
///     changes nothing about it; null when that never was
public record Conversation(
        UUID id,
        ConversationState state,
        Newest newest,
        long answeredThrough,
        @Nullable Instant handlerAsOf) {
    /// On what is older the platform sets no emoji (fact sheet, section 8.3).
    private static final Duration REACTS_WITHIN = Duration.ofDays(30);

    /// What comes sooner after it was written is not worth a word, wherever it stands.
    private static final Duration LATE_AFTER = Duration.ofMinutes(2);

    /// The messages that came last and that one person added.
    ///
    /// @param author the operator; null when it was the customer, or who else speaks for the business
    /// @param since the position of the first of them
    /// @param shownAt the time at which what stands at the end of the timeline is shown
    public record Newest(@Nullable UUID author, long since, Instant shownAt) {
        private Newest then(@Nullable UUID next, long sequence, Instant shown) {
            var first = Objects.equals(author, next) ? since : sequence;
            return new Newest(next, first, later(shown, shownAt));
        }

        /// Nobody added what is of the past.
        private Newest past(Instant shown) {
            return new Newest(author, since, later(shown, shownAt));
        }
    }

    /// A customer wrote to this number for the first time.
    public static Opened open(UUID id, String phoneNumberId, Contact contact, Instant writtenAt, Instant at) {
        var began = earlier(writtenAt, at);
        var state = new ConversationState(1, phoneNumberId, contact, OPEN, null, 0, null, 0, null, null, began, at);
        return new Opened(id, state.access(), at, state, null);
    }

    /// An operator writes to this customer first.
    public static Opened start(UUID id, String phoneNumberId, Contact contact, Person by, Instant at) {
        var state = new ConversationState(1, phoneNumberId, contact, OPEN, null, 0, null, 0, null, null, at, at);
        return new Opened(id, state.access(), at, state, by);
    }

    /// What they wrote to each other before the number was connected is all that there is: nothing is
    /// left to do.
    public static Opened openOfThePast(UUID id, String phoneNumberId, Contact contact, Instant writtenAt, Instant at) {
        var began = earlier(writtenAt, at);
        var state = new ConversationState(1, phoneNumberId, contact, RESOLVED, null, 0, null, 0, null, null, began, at);
        return new Opened(id, state.access(), at, state, null);
    }

    public static Conversation of(Opened opened) {
        return new Conversation(
                opened.conversationId(),
                opened.conversation(),
                new Newest(null, 1, opened.conversation().lastActivityAt()),
                0,
                null);
    }

    public Conversation after(Recorded event) {
        var then = event.conversation();
        return switch (event) {
            case MessageReceived message ->
                new Conversation(
                        id,
                        then,
                        newest.then(null, message.sequence(), message.platformAt()),
                        message.quiet() && then.waitingSince() == null ? message.sequence() : answeredThrough,
                        latest(message.platformAt()));
            case MessageEchoed echo ->
                new Conversation(
                        id,
                        then,
                        newest.then(null, echo.sequence(), echo.platformAt()),
                        echo.answeredThrough(),
                        echo.speaker() == Speaker.PHONE ? handlerAsOf : latest(echo.platformAt()));
            case MessageSynced message ->
                new Conversation(id, then, newest.past(message.platformAt()), answeredThrough, handlerAsOf);
            case ReplyQueued reply ->
                new Conversation(
                        id,
                        then,
                        newest.then(reply.author().id(), reply.sequence(), reply.at()),
                        answeredThrough,
                        latest(reply.at()));
            case HandedOver handover ->
                new Conversation(id, then, newest, handover.answeredThrough(), latest(handover.handedAt()));
            case Resolved _ -> with(then, then.lastSequence());
            case Opened _,
                    Reopened _,
                    MessageStatusChanged _,
                    MessageReacted _,
                    ReactionQueued _,
                    ReadShown _,
                    MessageEdited _,
                    MessageRevoked _,
                    MediaChanged _,
                    CustomerActed _,
                    GroupChanged _,
                    ContactChanged _,
                    ConsentChanged _,
                    BlockRequested _,
                    BlockChanged _,
                    DoubtSettled _ -> with(then, answeredThrough);
        };
    }

    private Conversation with(ConversationState now, long through) {
        return new Conversation(id, now, newest, through, handlerAsOf);
    }

    private Instant latest(Instant told) {
        return handlerAsOf == null ? told : later(told, handlerAsOf);
    }

    /// @return whether this is the conversation after that event, or later
    public boolean knows(Recorded event) {
        return event.conversation().version() <= state.version();
    }

    /// The answers were told by the status of a message, which does not say how far they go.
    public Conversation answeredThrough(long through) {
        return with(state, through);
    }

    public Decision<Recorded, Refusal> decide(ConversationCommand command) {
        return switch (command) {
            case RecordMessage message when isAct(message) -> accepted(acted(message));
            case RecordMessage message
            when state.status() == RESOLVED && !message.standby() -> {
                var reopened = reopened(null, message.at(), changed());
                yield accepted(reopened, after(reopened).received(message));
            }
            case RecordMessage message -> accepted(received(message));

            case RecordEcho echo -> accepted(echoed(echo));

            case RecordPast past -> accepted(synced(past));

            case RecordHandover handover when isOlder(handover.handedAt()) -> nothing();
            case RecordHandover handover when handover.to() != null -> accepted(handedAway(handover));
            case RecordHandover handover when isNoNews(handover) -> accepted(handedToUs(handover));
            case RecordHandover handover
            when state.status() == RESOLVED -> {
                var reopened = reopened(null, handover.at(), changed());
                yield accepted(reopened, after(reopened).handedToUs(handover));
            }
            case RecordHandover handover -> accepted(handedToUs(handover));

            case SendFirst(var reply)
            when reply.isFreeForm() && !window().isOpenAt(reply.at()) -> rejected(WINDOW_CLOSED);
            case SendFirst(var reply) -> accepted(queued(reply));

            case ToCustomer _ when state.status() == RESOLVED -> rejected(CONVERSATION_RESOLVED);
            case ToCustomer _ when state.blocked() -> rejected(CUSTOMER_BLOCKED);
            case ToCustomer sent when sent.epoch() > state.epoch() -> rejected(EPOCH_UNKNOWN);
            case ToCustomer _ when state.assignee() == null -> rejected(NOT_ASSIGNED);
            case ToCustomer sent when isHeldByAnother(sent.author()) -> rejected(HELD_BY_ANOTHER_OPERATOR);
            case ToCustomer sent when sent.epoch() < state.epoch() -> rejected(EPOCH_PASSED);
            case ToCustomer sent
            when state.handledBy() != null && !sent.takeOver() -> rejected(HELD_BY_ANOTHER_APPLICATION);
            case ToCustomer sent when sent.isFreeForm() && !window().isOpenAt(sent.at()) -> rejected(WINDOW_CLOSED);
            case SendReply reply when reply.lastSeen() > state.lastSequence() -> rejected(SEEN_TOO_MUCH);
            case SendReply reply
            when !reply.anyway() && newestByOthers(reply.author()) > reply.lastSeen() -> rejected(STALE_VIEW);
            case SendReply reply -> accepted(queued(reply));

            case React react
            when react.writtenAt().plus(REACTS_WITHIN).isBefore(react.at()) -> rejected(MESSAGE_TOO_OLD);
            case React react -> accepted(queued(react));

            case RecordAnswers(var _, var since, var failed, var at)
            when state.status() == RESOLVED && since != null ->
                accepted(reopened(null, at, changed().waitingSince(since).failed(failed)));
            case RecordAnswers _ -> nothing();

            case Block _ when state.contact().group() -> rejected(GROUP_CANNOT_BE_BLOCKED);
            case Block block when block.blocked() == state.blocked() -> nothing();
            case Block block when block.blocked() && !window().isOpenAt(block.at()) -> rejected(BLOCK_WINDOW_CLOSED);
            case Block block -> accepted(blockRequested(block));

            case Resolve _ when state.status() == RESOLVED -> nothing();
            case Resolve resolve
            when isHeldByAnother(resolve.by()) && !resolve.overOthers() -> rejected(HELD_BY_ANOTHER_OPERATOR);
            case Resolve resolve when resolve.lastSeen() > state.lastSequence() -> rejected(SEEN_TOO_MUCH);
            case Resolve resolve when newestByOthers(resolve.by()) > resolve.lastSeen() -> rejected(STALE_VIEW);
            case Resolve resolve -> accepted(resolved(resolve));

            case Reopen _ when state.status() == OPEN -> nothing();
            case Reopen(var by, var overOthers, var _)
            when isHeldByAnother(by) && !overOthers -> rejected(HELD_BY_ANOTHER_OPERATOR);
            case Reopen(var by, var _, var at) -> accepted(reopened(by, at, changed()));
        };
    }

    /// What the platform reports is a fact: no rule refuses it.
    public List<Recorded> accept(ConversationCommand fact) {
        return switch (decide(fact)) {
            case Decision.Accepted(var facts) -> facts;
            case Decision.Rejected(var refusal) -> throw new IllegalStateException("A fact was refused: " + refusal);
        };
    }

    /// The answers changed. The status of the message that is or was one tells it.
    public Conversation answered(RecordAnswers answers) {
        var isSame = Objects.equals(answers.waitingSince(), state.waitingSince()) && answers.failed() == state.failed();
        var now = isSame
                ? state
                : changed()
                        .waitingSince(answers.waitingSince())
                        .failed(answers.failed())
                        .state();
        return with(now, answers.through());
    }

    /// The platform refused a message because the customer has not written for 24 hours, whatever we
    /// know of that. The status of that message tells it.
    ///
    /// @param toldAt when it did
    public Conversation windowClosed(Instant toldAt) {
        var now = window().shut(toldAt);
        return now.equals(window()) ? this : with(changed().window(now).state(), answeredThrough);
    }

    /// The customer showed new names.
    public Conversation knownAs(Contact contact) {
        return contact.equals(state.contact())
                ? this
                : with(changed().contact(contact).state(), answeredThrough);
    }

    /// The customer is called or reached otherwise, and nothing else happened.
    public ContactChanged contactChanged(Contact contact, Instant at) {
        var after = changed().contact(contact).state();
        return new ContactChanged(id, after.access(), at, after);
    }

    /// @param consentId names what the customer said
    /// @return that it is known whether he wants advertising
    public ConsentChanged consentChanged(
            UUID consentId,
            Consent consent,
            Consent.Source source,
            @Nullable String evidence,
            @Nullable Person by,
            Instant saidAt,
            Instant at) {
        var after = changed().state();
        return new ConsentChanged(id, after.access(), consentId, consent, source, evidence, by, saidAt, at, after);
    }

    /// The platform has done what was asked for, or not.
    ///
    /// @param by who asked for it
    /// @param error why it was not done; null when it was
    public BlockChanged blockAnswered(
            UUID requestId, boolean blocked, Person by, @Nullable PlatformError error, Instant at) {
        var after = changed().blocked(error == null ? blocked : state.blocked()).state();
        return new BlockChanged(id, after.access(), requestId, blocked, by, error, at, after);
    }

    /// The customer did something that is no message: nothing is unread, nobody waits, and no window opens.
    public CustomerActed acted(CustomerActed.Act act, Instant actedAt, Instant at) {
        return acted(act, null, actedAt, null, at);
    }

    /// Something happened to the group: nothing is unread, nobody waits, and no window opens.
    ///
    /// @param subject what it is called from now on; null when that was not told
    /// @param names who came or left
    public GroupChanged groupChanged(
            GroupChange what, @Nullable String subject, List<String> names, Instant changedAt, Instant at) {
        var after = changed().state();
        return new GroupChanged(id, after.access(), what, subject, names, changedAt, at, after);
    }

    public ReplyWindow window() {
        return new ReplyWindow(state.windowExpiresAt());
    }

    public boolean isHeldByAnother(Person operator) {
        var holder = state.assignee();
        return holder != null && !holder.is(operator);
    }

    /// @return the newest position that somebody else than this operator added
    public long newestByOthers(Person operator) {
        return operator.id().equals(newest.author()) ? newest.since() - 1 : state.lastSequence();
    }

    /// A time ahead of ours is ours, and what comes out of its order counts as having come when it did: unread,
    /// waiting, and at the top of the list. In the timeline, and for the window, the customer's clock counts.
    private MessageReceived received(RecordMessage message) {
        var writtenAt = earlier(message.writtenAt(), message.at());
        var isOutOfOrder = writtenAt.isBefore(newest.shownAt());
        var cameAt = later(isOutOfOrder ? message.at() : writtenAt, state.lastActivityAt());
        var late = isOutOfOrder && writtenAt.plus(LATE_AFTER).isBefore(message.at());
        var after = changed()
                .nextSequence()
                .window(window().after(writtenAt))
                .waitingSince(message.standby() ? state.waitingSince() : waitingSince(cameAt))
                .activity(cameAt)
                .handledBy(handler(message.standby() ? anotherApplication() : null, writtenAt))
                .state();
        return new MessageReceived(
                id,
                after.access(),
                message.messageId(),
                after.lastSequence(),
                message.platformId(),
                writtenAt,
                message.content(),
                message.context(),
                message.quoted(),
                late,
                message.standby(),
                message.sender(),
                message.at(),
                after);
    }

    /// It answers what the customer had written before. In the timeline it stands where its time puts
    /// it; no window opens by what the business says.
    private MessageEchoed echoed(RecordEcho echo) {
        var writtenAt = earlier(echo.writtenAt(), echo.at());
        var isOutOfOrder = writtenAt.isBefore(newest.shownAt());
        var late = isOutOfOrder && writtenAt.plus(LATE_AFTER).isBefore(echo.at());
        var speaker = echo.speaker() == Speaker.OTHER ? anotherApplication() : echo.speaker();
        var unanswered = echo.unanswered();
        var after = changed()
                .nextSequence()
                .waitingSince(unanswered == null || state.waitingSince() == null ? null : unanswered.since())
                .failed(state.failed() && (unanswered != null || isOutOfOrder))
                .activity(isOutOfOrder ? echo.at() : writtenAt)
                .handledBy(speaker == Speaker.PHONE ? state.handledBy() : handler(speaker, writtenAt))
                .state();
        return new MessageEchoed(
                id,
                after.access(),
                echo.messageId(),
                after.lastSequence(),
                echo.platformId(),
                writtenAt,
                speaker,
                echo.content(),
                echo.context(),
                echo.quoted(),
                late,
                unanswered == null ? after.lastSequence() : Math.max(answeredThrough, unanswered.sequence() - 1),
                echo.at(),
                after);
    }

    /// It stands at its own time and changes nothing of what is to be done.
    private MessageSynced synced(RecordPast past) {
        var writtenAt = earlier(past.writtenAt(), past.at());
        var after = changed().activity(writtenAt).state();
        return new MessageSynced(
                id,
                after.access(),
                past.messageId(),
                past.sequence(),
                past.platformId(),
                writtenAt,
                past.ours(),
                past.content(),
                past.context(),
                past.quoted(),
                past.status(),
                past.at(),
                after);
    }

    /// Whoever holds it now answers it: with us nothing waits.
    private HandedOver handedAway(RecordHandover handover) {
        var after = changed().waitingSince(null).handledBy(handover.to()).state();
        return handedOver(handover, after.lastSequence(), after);
    }

    /// The customer waits from now on. What he wrote last is what needs an answer.
    private HandedOver handedToUs(RecordHandover handover) {
        if (isNoNews(handover)) {
            return handedOver(handover, answeredThrough, changed().state());
        }
        var handedAt = earlier(handover.handedAt(), handover.at());
        var newestOfHis = handover.newest();
        return handedOver(
                handover,
                state.waitingSince() != null || newestOfHis == null ? answeredThrough : newestOfHis - 1,
                changed()
                        .waitingSince(waitingSince(handedAt))
                        .activity(handedAt)
                        .handledBy(null)
                        .state());
    }

    private HandedOver handedOver(RecordHandover handover, long through, ConversationState after) {
        return new HandedOver(
                id,
                after.access(),
                handover.from() == null ? state.handledBy() : handover.from(),
                handover.to(),
                handover.words(),
                handover.summary(),
                through,
                handover.handedAt(),
                handover.at(),
                after);
    }

    /// We took the customer by answering him, and know it.
    private boolean isNoNews(RecordHandover handover) {
        return handover.to() == null && handover.taken() && state.handledBy() == null;
    }

    private boolean isOlder(Instant told) {
        return handlerAsOf != null && told.isBefore(handlerAsOf);
    }

    /// Of one that the platform does not name, what was told last is the best that is known.
    private Speaker anotherApplication() {
        return Objects.requireNonNullElse(state.handledBy(), Speaker.AI_AGENT);
    }

    /// @return who answers the customer when this was told of that time
    private @Nullable Speaker handler(@Nullable Speaker told, Instant at) {
        return isOlder(at) ? state.handledBy() : told;
    }

    private Instant waitingSince(Instant cameAt) {
        return Objects.requireNonNullElse(state.waitingSince(), cameAt);
    }

    /// An answer never stands above its question because two clocks differ.
    private ReplyQueued queued(SendReply reply) {
        var at = later(reply.at(), newest.shownAt());
        var after = changed().nextSequence().activity(at).handledBy(null).state();
        return new ReplyQueued(
                id,
                after.access(),
                reply.messageId(),
                after.lastSequence(),
                reply.author(),
                reply.recipient(),
                reply.content(),
                reply.context(),
                reply.quoted(),
                newestByOthers(reply.author()) > reply.lastSeen(),
                reply.again(),
                reply.file(),
                reply.cardFiles(),
                null,
                reply.mayAdvertise(),
                at,
                after);
    }

    /// The message alone changes by it: it answers nothing, and nobody has anything new to read.
    private ReactionQueued queued(React react) {
        return new ReactionQueued(
                id,
                state.access(),
                react.reactionId(),
                react.messageId(),
                react.sequence(),
                react.platformId(),
                react.emoji(),
                react.author(),
                react.recipient(),
                react.at(),
                state);
    }

    /// Whoever comes with such a thing as his first has said something before that never came here: he waits.
    private boolean isAct(RecordMessage message) {
        return state.lastSequence() > 0 && CustomerActs.of(message.content()).isPresent();
    }

    private CustomerActed acted(RecordMessage told) {
        return acted(
                CustomerActs.of(told.content()).orElseThrow(),
                told.content().text(),
                earlier(told.writtenAt(), told.at()),
                told.sender(),
                told.at());
    }

    /// Nobody waits by it, and nothing reopens.
    private CustomerActed acted(
            CustomerActed.Act act, @Nullable String detail, Instant actedAt, @Nullable Sender sender, Instant at) {
        var after = changed().state();
        return new CustomerActed(id, after.access(), act, detail, actedAt, sender, at, after);
    }

    private BlockRequested blockRequested(Block block) {
        var after = changed().state();
        return new BlockRequested(
                id,
                after.access(),
                block.requestId(),
                block.blocked(),
                block.by(),
                block.recipient(),
                block.at(),
                after);
    }

    private Resolved resolved(Resolve resolve) {
        var after = changed().status(RESOLVED).waitingSince(null).failed(false).state();
        return new Resolved(id, after.access(), resolve.by(), resolve.at(), after);
    }

    private Reopened reopened(@Nullable Person by, Instant at, Change change) {
        var after = change.status(OPEN).state();
        return new Reopened(id, after.access(), by, at, after);
    }

    private Change changed() {
        return new Change(state);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /// The state with the next version and what changes in it.
    private static final class Change {
        private final ConversationState from;
        private Contact contact;
        private ConversationState.Status status;
        private long lastSequence;
        private @Nullable Instant windowExpiresAt;
        private @Nullable Instant waitingSince;
        private Instant lastActivityAt;
        private boolean failed;
        private @Nullable Speaker handledBy;
        private boolean blocked;

        Change(ConversationState from) {
            this.from = from;
            contact = from.contact();
            status = from.status();
            lastSequence = from.lastSequence();
            windowExpiresAt = from.windowExpiresAt();
            waitingSince = from.waitingSince();
            lastActivityAt = from.lastActivityAt();
            failed = from.failed();
            handledBy = from.handledBy();
            blocked = from.blocked();
        }

        Change contact(Contact now) {
            contact = now;
            return this;
        }

        Change status(ConversationState.Status now) {
            status = now;
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

        Change waitingSince(@Nullable Instant since) {
            waitingSince = since;
            return this;
        }

        Change failed(boolean now) {
            failed = now;
            return this;
        }

        Change blocked(boolean now) {
            blocked = now;
            return this;
        }

        Change activity(Instant at) {
            lastActivityAt = later(at, lastActivityAt);
            return this;
        }

        Change handledBy(@Nullable Speaker now) {
            handledBy = now;
            return this;
        }

        ConversationState state() {
            return new ConversationState(
                    from.version() + 1,
                    from.phoneNumberId(),
                    contact,
                    status,
                    from.teamId(),
                    from.epoch(),
                    from.assignee(),
                    lastSequence,
                    windowExpiresAt,
                    waitingSince,
                    lastActivityAt,
                    from.createdAt(),
                    failed,
                    handledBy,
                    blocked);
        }
    }
}
