package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.ConversationConfig;
import org.centralino.conversation.ConversationConfig.ReadShownBy;
import org.centralino.conversation.inbox.ConversationView;
import org.centralino.conversation.inbox.InboxQueries;
import org.centralino.conversation.message.ReadCursor;
import org.centralino.events.ConversationEvent.ReadShown;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.ConversationState;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.conversation.Onlooker;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// How far operators have read, and what of it customers see. That a message was read is shown once, whoever reads it
/// where; typing is shown at most every 20 seconds, and anew after a reply, which ends it. Neither is shown to groups:
/// the platform tells of no such thing.
@ApplicationScoped
class ReadStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    /// What is older the platform does not mark (fact sheet, section 8.5).
    private static final Duration MARKED_WITHIN = Duration.ofDays(30);

    /// The platform shows it for 25 seconds.
    private static final Duration TYPING_EVERY = Duration.ofSeconds(20);

    /// The newest of the customer's messages up to a place, if showing that it was read is news.
    private static final String SHOW = """
            with newest as (
              select m.id, m.sequence, m.platform_id, m.platform_at from message m
              where m.conversation_id = $1 and m.direction = 'INBOUND' and m.sequence between 1 and $2
              order by m.sequence desc limit 1)
            update conversation c set read_shown = greatest(c.read_shown, n.sequence),
              typing_shown_at = case when $3 then cast($4 as timestamptz) else c.typing_shown_at end
            from newest n
            where c.id = $1 and n.platform_at > $5 and c.handled_by is null and not c.blocked
              and (n.sequence > c.read_shown or $3 and (coalesce(c.typing_shown_at <= $6, true) or c.typing_shown_at < (
                select m.recorded_at from message m
                where m.conversation_id = $1 and m.direction = 'OUTBOUND' order by m.sequence desc limit 1)))
            returning n.id as message_id, n.sequence, n.platform_id, n.platform_at""";

    private static final String FIND = "select " + ConversationRow.COLUMNS
            + " from conversation c join contact k on k.id = c.contact_id where c.id = $1";

    private final Database database;
    private final InboxQueries inbox;
    private final Epochs epochs;
    private final ConversationConfig config;
    private final Clock clock;

    ReadStore(Database database, InboxQueries inbox, Epochs epochs, ConversationConfig config, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.epochs = epochs;
        this.config = config;
        this.clock = clock;
    }

    /// @param sequence up to where this operator has read
    /// @param epoch since which change of the responder he is responsible, as he was told; null when he
    ///     is not
    Uni<Void> read(UUID conversationId, Visibility visibility, long sequence, @Nullable Long epoch) {
        return inbox.conversation(conversationId, visibility).chain(conversation -> {
            var through = Math.min(sequence, conversation.lastSequence());
            return database.ask(ReadCursor.MOVE, visibility.operator(), conversationId, through)
                    .chain(() -> knowing(epoch, conversation, visibility))
                    .chain(known -> isShown(known, visibility)
                            ? show(conversationId, through, false)
                            : Uni.createFrom().voidItem());
        });
    }

    /// Who took it tells that he reads it before we were told that he took it.
    private Uni<ConversationView> knowing(@Nullable Long epoch, ConversationView conversation, Visibility visibility) {
        return config.showReadBy() == ReadShownBy.ASSIGNEE
                        && epoch != null
                        && epoch > conversation.epoch()
                        && Onlooker.mayBeOnItsWay(epoch, conversation.epoch())
                ? epochs.arrival(conversation.id(), epoch)
                        .chain(() -> inbox.conversation(conversation.id(), visibility))
                : Uni.createFrom().item(conversation);
    }

    private boolean isShown(ConversationView conversation, Visibility visibility) {
        return switch (config.showReadBy()) {
            case ANYONE -> true;
            case ASSIGNEE -> isResponder(conversation, visibility);
            case ANSWER, NEVER -> false;
        };
    }

    /// Who types has read what stands there.
    Uni<Void> typing(UUID conversationId, Visibility visibility) {
        return inbox.conversation(conversationId, visibility)
                .chain(conversation -> config.showTyping()
                                && config.showReadBy() != ReadShownBy.NEVER
                                && isResponder(conversation, visibility)
                                && isOpen(conversation)
                        ? show(conversationId, conversation.lastSequence(), true)
                        : Uni.createFrom().voidItem());
    }

    private static boolean isResponder(ConversationView conversation, Visibility visibility) {
        var assignee = conversation.assignee();
        return assignee != null && assignee.id().equals(visibility.operator());
    }

    private boolean isOpen(ConversationView conversation) {
        var end = conversation.windowExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }

    /// Who answers has read.
    ///
    /// @param through up to where
    Uni<Void> answered(UUID conversationId, long through) {
        return config.showReadBy() == ReadShownBy.ANSWER
                ? show(conversationId, through, false)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> show(UUID conversationId, long through, boolean typing) {
        var now = clock.instant();
        return database.transaction(transaction -> transaction
                .ask(
                        SHOW,
                        conversationId,
                        through,
                        typing,
                        now.atOffset(ZoneOffset.UTC),
                        now.minus(MARKED_WITHIN).atOffset(ZoneOffset.UTC),
                        now.minus(TYPING_EVERY).atOffset(ZoneOffset.UTC))
                .chain(news -> news.size() == 0
                        ? Uni.createFrom().item(Written.only(List.of()))
                        : told(transaction, conversationId, news, typing, now)));
    }

    private static Uni<Written<Void>> told(
            Transaction transaction, UUID conversationId, RowSet<Row> news, boolean typing, Instant now) {
        return transaction.ask(FIND, conversationId).map(rows -> {
            var state = ConversationRow.read(rows.iterator().next()).state();
            return Written.only(
                    state.contact().group()
                            ? List.<Statement>of()
                            : OUTBOX.append(List.of(event(conversationId, state, news, typing, now))));
        });
    }

    private static ReadShown event(
            UUID conversationId, ConversationState state, RowSet<Row> news, boolean typing, Instant now) {
        var message = news.iterator().next();
        return new ReadShown(
                conversationId,
                state.access(),
                message.getUUID("message_id"),
                message.getLong("sequence"),
                message.getString("platform_id"),
                message.getOffsetDateTime("platform_at").toInstant(),
                typing,
                now,
                state);
    }
}
