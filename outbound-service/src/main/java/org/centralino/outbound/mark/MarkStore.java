package org.centralino.outbound.mark;

import static org.centralino.kit.database.Rows.instant;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.ConversationEvent.ReactionQueued;
import org.centralino.events.ConversationEvent.ReadShown;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.DerivedId;
import org.centralino.events.OutboundEvent.ReactionAnswered;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.centralino.kit.pruning.PruningRule;
import org.centralino.outbound.mark.domain.Mark;
import org.jspecify.annotations.Nullable;

/// Marks that are to be set, until it is known what became of them. Each step is one statement or one transaction, so
/// that any number of replicas may work. When one dies its claim runs out, and another calls once more.
@Singleton
class MarkStore {
    private static final Outbox<ReactionAnswered> OUTBOX = new Outbox<>(Topics.OUTBOUND, WireFormat.OUTBOUND);

    /// Of a message only the emoji that was wanted last counts, and of a conversation only what was read last: what was
    /// wanted before, and was not called yet, is not called any more.
    private static final String RECORD = """
            with asked as (
              select * from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (
                place int, id uuid, kind text, conversation_id uuid, phone_number_id text, team_id uuid,
                assignee_id uuid, message_id uuid, platform_id text, phone text, bsuid text, group_id text, emoji text,
                typing boolean, asked_at timestamptz)),
            outdone as (
              update message_mark m set settled_at = clock_timestamp() from asked a
              where m.conversation_id = a.conversation_id and m.kind = a.kind and m.settled_at is null
                and (m.attempt = 0 or m.awaits_token) and (a.kind = 'READ' or m.message_id = a.message_id) and m.asked_at < a.asked_at)
            insert into message_mark (id, kind, conversation_id, phone_number_id, team_id, assignee_id, message_id,
              platform_id, phone, bsuid, group_id, emoji, typing, asked_at)
            select distinct on (conversation_id, kind, case when kind = 'EMOJI' then message_id end) id, kind,
              conversation_id, phone_number_id, team_id, assignee_id, message_id, platform_id, phone, bsuid, group_id,
              emoji, typing, asked_at
            from asked order by conversation_id, kind, case when kind = 'EMOJI' then message_id end, place desc
            on conflict (id) do nothing""";

    /// An emoji goes by the lane of its number, which one replica owns. It waits for one that is being set on the same
    /// message: the last is to stay.
    private static final String CLAIM = """
            with due as materialized (
              select id from message_mark this where settled_at is null and due_at <= clock_timestamp()
                and (kind <> 'EMOJI' or phone_number_id = any ($2))
                and not (kind = 'EMOJI' and exists (
                  select from message_mark earlier
                  where earlier.conversation_id = this.conversation_id and earlier.message_id = this.message_id
                    and earlier.kind = 'EMOJI' and earlier.settled_at is null and earlier.asked_at < this.asked_at))
              order by due_at limit 1 for update skip locked)
            update message_mark m set attempt = attempt + 1, awaits_token = false,
              due_at = clock_timestamp() + cast($1 as bigint) * interval '1 millisecond'
            from due where m.id = due.id
            returning m.*""";

    /// When something else is wanted by now, there is no next time.
    private static final String AGAIN = """
            update message_mark m set %s settled_at = case when exists (
                select from message_mark newer
                where newer.conversation_id = m.conversation_id and newer.kind = m.kind and newer.settled_at is null
                  and (m.kind = 'READ' or newer.message_id = m.message_id) and newer.asked_at > m.asked_at)
                then clock_timestamp() end,
              due_at = clock_timestamp() + cast($3 as bigint) * interval '1 millisecond'
            where id = $1 and attempt = $2 and settled_at is null""";

    private static final String LATER = AGAIN.formatted("");

    private static final String AWAIT_TOKEN = AGAIN.formatted("awaits_token = true, tried_since = $4,");

    private static final String TOKEN_IS_THERE = """
            update message_mark set due_at = clock_timestamp(), awaits_token = false
            where phone_number_id = $1 and awaits_token and settled_at is null""";

    private static final String SETTLE = """
            update message_mark set settled_at = clock_timestamp(), phone = null, bsuid = null, group_id = null
            where id = $1 and attempt = $2 and settled_at is null""";

    private final Database database;

    MarkStore(Database database) {
        this.database = database;
    }

    /// A mark that is to be set, as its row is named.
    record Asked(
            int place,
            UUID id,
            String kind,
            UUID conversationId,
            @Nullable String phoneNumberId,
            @Nullable UUID teamId,
            @Nullable UUID assigneeId,
            UUID messageId,
            String platformId,
            @Nullable String phone,
            @Nullable String bsuid,
            @Nullable String groupId,
            @Nullable String emoji,
            boolean typing,
            Instant askedAt) {
        static Asked of(int place, ReactionQueued reaction) {
            var access = reaction.conversation().access();
            return new Asked(
                    place,
                    reaction.reactionId(),
                    "EMOJI",
                    reaction.conversationId(),
                    access.phoneNumberId(),
                    access.teamId(),
                    access.assigneeId(),
                    reaction.messageId(),
                    reaction.platformId(),
                    reaction.recipient().phone(),
                    reaction.recipient().bsuid(),
                    reaction.recipient().groupId(),
                    reaction.emoji(),
                    false,
                    reaction.at());
        }

        static Asked of(int place, ReadShown read) {
            var access = read.conversation().access();
            return new Asked(
                    place,
                    DerivedId.of("read", read.messageId().toString(), read.at().toString()),
                    "READ",
                    read.conversationId(),
                    access.phoneNumberId(),
                    access.teamId(),
                    access.assigneeId(),
                    read.messageId(),
                    read.platformId(),
                    null,
                    null,
                    null,
                    null,
                    read.typing(),
                    read.at());
        }
    }

    /// As long as it may be told once more.
    @Produces
    @Singleton
    static PruningRule settledLongAgo() {
        return new PruningRule("message_mark", "settled_at < now() - interval '30 days'");
    }

    /// Writes down what is to be called, once, however often it is told.
    Uni<Void> record(List<Asked> marks) {
        return database.ask(RECORD, Rows.asJson(marks)).replaceWithVoid();
    }

    /// @param patience for how long this worker may work on it alone
    /// @param lanes the numbers by which this replica sends
    /// @return the mark that has been due for longest
    Uni<Optional<Mark>> claim(Duration patience, List<String> lanes) {
        return database.ask(CLAIM, patience.toMillis(), lanes.toArray(String[]::new))
                .map(rows -> rows.stream().findFirst().map(MarkStore::read));
    }

    /// @param pause until the next try
    Uni<Void> later(Mark mark, Duration pause) {
        return database.ask(LATER, mark.id(), mark.attempt(), pause.toMillis()).replaceWithVoid();
    }

    /// Nothing goes by the number's access token.
    ///
    /// @param pause until it is tried all the same
    /// @param now since when it is tried, from here on
    Uni<Void> awaitToken(Mark mark, Duration pause, Instant now) {
        return database.ask(AWAIT_TOKEN, mark.id(), mark.attempt(), pause.toMillis(), now.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    /// What waited for the number's access token is due.
    Uni<Void> tokenIsThere(String phoneNumberId) {
        return database.ask(TOKEN_IS_THERE, phoneNumberId).replaceWithVoid();
    }

    /// Writes down that it has an end, unless somebody else has, or something else was wanted since.
    ///
    /// @param answers what is told of it
    Uni<Void> settle(Mark mark, List<ReactionAnswered> answers) {
        return database.transaction(transaction -> transaction
                .ask(SETTLE, mark.id(), mark.attempt())
                .map(rows -> Written.only(rows.rowCount() == 1 ? OUTBOX.append(answers) : List.of())));
    }

    private static Mark read(Row row) {
        var id = row.getUUID("id");
        var conversation = row.getUUID("conversation_id");
        var access = new Access(row.getString("phone_number_id"), row.getUUID("team_id"), row.getUUID("assignee_id"));
        var message = row.getUUID("message_id");
        var platformId = row.getString("platform_id");
        var askedAt = row.getOffsetDateTime("asked_at").toInstant();
        var attempt = row.getInteger("attempt");
        return switch (row.getString("kind")) {
            case "EMOJI" ->
                new Mark.Emoji(
                        id,
                        conversation,
                        access,
                        message,
                        platformId,
                        new Recipient(row.getString("phone"), row.getString("bsuid"), row.getString("group_id")),
                        row.getString("emoji"),
                        askedAt,
                        Objects.requireNonNullElse(instant(row, "tried_since"), askedAt),
                        attempt);
            case "READ" ->
                new Mark.Read(
                        id, conversation, access, message, platformId, row.getBoolean("typing"), askedAt, attempt);
            case String other -> throw new IllegalStateException("Nothing is set that is a " + other);
        };
    }
}
