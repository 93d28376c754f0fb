package org.centralino.outbound.channel;

import static org.centralino.kit.database.Rows.instant;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.centralino.events.ChannelEvent;
import org.centralino.events.ChannelEvent.ChannelChanged;
import org.centralino.events.ChannelEvent.ChannelRemoved;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.centralino.outbound.OwnNumber;
import org.centralino.outbound.OwnNumbers;
import org.jspecify.annotations.Nullable;

/// Writes down which numbers there are and how far each is connected, and tells it in the same transaction.
@Singleton
public class ChannelStore {
    private static final String COLUMNS =
            "phone_number_id, number, name, account_id, catalog_id, removed_at, of_settings, subscribed_at, registered_at, checked_at";

    private static final String ADD = """
            insert into channel as before (phone_number_id, number, name, account_id, of_settings, registered_at,
              added_at, added_by_id, added_by_name, told_at)
            values ($1, $2, $3, $4, false, $5, $6, $7, $8, $6)
            on conflict (phone_number_id) do update set number = excluded.number, name = excluded.name,
              account_id = excluded.account_id, of_settings = false, subscribed_at = null,
              catalog_id = null, registered_at = excluded.registered_at, heard_at = null, checked_at = null,
              added_at = excluded.added_at,
              added_by_id = excluded.added_by_id, added_by_name = excluded.added_by_name, removed_at = null,
              told_at = excluded.told_at
            where before.removed_at is not null
            returning phone_number_id""";

    private static final String CHANGE = """
            update channel set name = $2, account_id = $3, told_at = $4,
              subscribed_at = case when account_id = $3 then subscribed_at end
            where phone_number_id = $1 and removed_at is null and not of_settings
            returning\s""" + COLUMNS;

    /// Also of a number of the settings: they do not know catalogues.
    private static final String SHOW = """
            update channel set catalog_id = $2, told_at = $3
            where phone_number_id = $1 and removed_at is null
            returning\s""" + COLUMNS;

    private static final String REMOVE = """
            update channel set removed_at = $2, told_at = $2
            where phone_number_id = $1 and removed_at is null and not of_settings
            returning\s""" + COLUMNS;

    private static final String OF_SETTINGS = """
            insert into channel as before (phone_number_id, number, name, account_id, of_settings, added_at, told_at)
            select phone_number_id, number, name, account_id, true, $2, $2
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as t (
              phone_number_id text, number text, name text, account_id text)
            on conflict (phone_number_id) do update set number = excluded.number, name = excluded.name,
              account_id = excluded.account_id, of_settings = true, removed_at = null, told_at = excluded.told_at
            where (before.number, before.name, before.account_id, before.of_settings, before.removed_at)
              is distinct from (excluded.number, excluded.name, excluded.account_id, true, null)
            returning\s""" + COLUMNS;

    private static final String NOT_IN_SETTINGS = """
            update channel set removed_at = $2, told_at = $2
            where of_settings and removed_at is null and phone_number_id <> all (cast($1 as text[]))
            returning\s""" + COLUMNS;

    private static final String TELL_AGAIN = "update channel set told_at = $1 where told_at < $2 returning " + COLUMNS;

    private static final String TELL = """
            update channel set told_at = $2 where phone_number_id = $1 and removed_at is null
            returning\s""" + COLUMNS;

    private static final String SUBSCRIBED = """
            update channel set subscribed_at = $2, told_at = $2 where phone_number_id = $1 and removed_at is null
            returning\s""" + COLUMNS;

    private static final String REGISTERED = """
            update channel set registered_at = $2, told_at = $2 where phone_number_id = $1 and removed_at is null
            returning\s""" + COLUMNS;

    /// What was done since the platform was asked holds.
    private static final String CHECKED = """
            update channel set told_at = $2,
              checked_at = case when $3::boolean is null or $4::boolean is null then checked_at else $2 end,
              subscribed_at = case when $3 then coalesce(subscribed_at, $2)
                when not $3 and subscribed_at < $5 then null else subscribed_at end,
              registered_at = case when $4 then coalesce(registered_at, $2)
                when not $4 and registered_at < $5 then null else registered_at end
            where phone_number_id = $1 and removed_at is null
            returning\s""" + COLUMNS;

    private static final String HEARD = """
            update channel set heard_at = $2 where phone_number_id = any (cast($1 as text[])) and heard_at is null""";

    private static final String TESTED = """
            insert into channel_test (phone_number_id, id, sent_at, status) values ($1, $2, $3, 'accepted')
            on conflict (phone_number_id) do update set id = excluded.id, sent_at = excluded.sent_at,
              status = excluded.status, error = null""";

    /// A status never goes back.
    private static final String TEST_WENT_ON = """
            update channel_test set status = $2, error = cast($3 as text)::jsonb
            where id = $1 and array_position(array['accepted', 'sent', 'delivered', 'read', 'failed'], status)
              < array_position(array['accepted', 'sent', 'delivered', 'read', 'failed'], $2)""";

    private static final String TEST =
            "select id, sent_at, status, error::text as error from channel_test where phone_number_id = $1";

    private static final String TEST_MARK = "channel-test:";

    private static final Outbox<ChannelEvent> OUTBOX = new Outbox<>(Topics.CHANNEL, WireFormat.CHANNEL);

    private final Database database;
    private final OwnNumbers numbers;
    private final Clock clock;

    ChannelStore(Database database, OwnNumbers numbers, Clock clock) {
        this.database = database;
        this.numbers = numbers;
        this.clock = clock;
    }

    /// A number that somebody connects.
    ///
    /// @param registered whether the platform lets it send already
    record NewChannel(String phoneNumberId, String number, String name, String accountId, boolean registered) {}

    /// The last test message of a number.
    ///
    /// @param status `accepted`, or the platform's word
    /// @param error why it failed; null when it did not
    record Test(
            UUID id,
            Instant sentAt,
            String status,
            @Nullable PlatformError error) {}

    private record SettingsRow(
            String phoneNumberId,
            String number,
            String name,
            @Nullable String accountId) {}

    /// @param more what is written with it
    /// @return whether it was added; else there is such a number
    Uni<Boolean> add(NewChannel channel, Person by, List<Statement> more) {
        var now = clock.instant();
        var told = new ChannelChanged(
                channel.phoneNumberId(), channel.number(), channel.name(), channel.accountId(), null, false, now);
        return database.transaction(transaction -> transaction
                        .ask(
                                ADD,
                                channel.phoneNumberId(),
                                channel.number(),
                                channel.name(),
                                channel.accountId(),
                                channel.registered() ? utc(now) : null,
                                utc(now),
                                by.id(),
                                by.name())
                        .map(rows -> rows.size() == 0
                                ? Written.nothing(false)
                                : new Written<>(true, with(more, OUTBOX.append(List.of(told))))))
                .call(numbers::look);
    }

    /// @return whether there was such a number that can be changed here
    Uni<Boolean> change(String phoneNumberId, String name, @Nullable String accountId) {
        var now = clock.instant();
        return database.transaction(transaction -> transaction
                        .ask(CHANGE, phoneNumberId, name, accountId, utc(now))
                        .map(rows -> new Written<>(rows.size() > 0, OUTBOX.append(told(rows, now)))))
                .call(numbers::look);
    }

    /// @param catalogId null when it is to show none
    /// @return whether there was such a number
    Uni<Boolean> show(String phoneNumberId, @Nullable String catalogId) {
        var now = clock.instant();
        return database.transaction(transaction -> transaction
                        .ask(SHOW, phoneNumberId, catalogId, utc(now))
                        .map(rows -> new Written<>(rows.size() > 0, OUTBOX.append(told(rows, now)))))
                .call(numbers::look);
    }

    /// @param more what is written with it
    /// @return whether there was such a number that can be removed here
    Uni<Boolean> remove(String phoneNumberId, List<Statement> more) {
        var now = clock.instant();
        return database.transaction(transaction -> transaction
                        .ask(REMOVE, phoneNumberId, utc(now))
                        .map(rows -> rows.size() == 0
                                ? Written.nothing(false)
                                : new Written<>(true, with(more, OUTBOX.append(told(rows, now))))))
                .call(numbers::look);
    }

    /// The numbers of the settings are told like all others, and told to be gone when the settings name them no more.
    Uni<Void> keepSettings() {
        var now = clock.instant();
        var rows = numbers.all().stream()
                .filter(OwnNumber::ofSettings)
                .map(number ->
                        new SettingsRow(number.phoneNumberId(), number.number(), number.name(), number.accountId()))
                .toList();
        var ids = rows.stream().map(SettingsRow::phoneNumberId).toArray(String[]::new);
        return database.<Void>transaction(transaction -> {
                    var gone = transaction.ask(NOT_IN_SETTINGS, ids, utc(now));
                    var kept = transaction.ask(OF_SETTINGS, Rows.asJson(rows), utc(now));
                    return Uni.combine()
                            .all()
                            .unis(gone, kept)
                            .with((before, after) ->
                                    Written.only(OUTBOX.append(with(told(before, now), told(after, now)))));
                })
                .call(numbers::look);
    }

    /// A topic that was made anew fills again.
    ///
    /// @param age what was told longer ago is told once more
    Uni<Void> tellAgain(Duration age) {
        var now = clock.instant();
        return database.transaction(transaction -> transaction
                .ask(TELL_AGAIN, utc(now), utc(now.minus(age)))
                .map(rows -> Written.only(OUTBOX.append(told(rows, now)))));
    }

    /// Something of it has changed that is not told but asked for, such as whether it sends.
    Uni<Void> tellAgain(String phoneNumberId) {
        return told(clock.instant(), TELL, phoneNumberId);
    }

    Uni<Void> subscribed(String phoneNumberId) {
        return told(clock.instant(), SUBSCRIBED, phoneNumberId);
    }

    Uni<Void> registered(String phoneNumberId) {
        return told(clock.instant(), REGISTERED, phoneNumberId);
    }

    /// @param subscribed empty when the platform does not say
    /// @param registered empty when the platform does not say
    /// @param asked before the platform was asked
    Uni<Void> checked(String phoneNumberId, Optional<Boolean> subscribed, Optional<Boolean> registered, Instant asked) {
        return told(
                clock.instant(), CHECKED, phoneNumberId, subscribed.orElse(null), registered.orElse(null), utc(asked));
    }

    /// @param change of a number, with its id and the time before the others
    private Uni<Void> told(Instant now, String change, String phoneNumberId, @Nullable Object... others) {
        var parameters = new ArrayList<@Nullable Object>(List.of(phoneNumberId, utc(now)));
        parameters.addAll(Arrays.asList(others));
        return database.transaction(transaction -> transaction
                        .ask(change, parameters.toArray())
                        .map(rows -> Written.only(OUTBOX.append(told(rows, now)))))
                .call(numbers::look);
    }

    /// Before the message goes, so that no status comes too early.
    Uni<Void> tested(String phoneNumberId, UUID id) {
        return database.ask(TESTED, phoneNumberId, id, utc(clock.instant())).replaceWithVoid();
    }

    Uni<Optional<Test>> test(String phoneNumberId) {
        return database.ask(TEST, phoneNumberId)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Test(
                                row.getUUID("id"),
                                row.getOffsetDateTime("sent_at").toInstant(),
                                row.getString("status"),
                                Documents.readIfAny(row.getString("error"), PlatformError.class))));
    }

    /// @return what statuses of the test message bring back
    static String markOf(UUID test) {
        return TEST_MARK + test;
    }

    /// @return what writes down that numbers were heard, and what became of test messages
    public List<Statement> recording(List<WhatsAppEvent> events) {
        var statements = new ArrayList<Statement>();
        var statuses = events.stream()
                .filter(StatusReported.class::isInstance)
                .map(StatusReported.class::cast)
                .toList();
        var messages = events.stream().filter(MessageReceived.class::isInstance).map(MessageReceived.class::cast);
        var heard = Stream.concat(
                        statuses.stream().map(StatusReported::phoneNumberId),
                        messages.map(MessageReceived::phoneNumberId))
                .distinct()
                .filter(id -> !numbers.wasHeard(id))
                .toArray(String[]::new);
        if (heard.length > 0) {
            statements.add(Statement.of(HEARD, heard, utc(clock.instant())));
        }
        for (var status : statuses) {
            testIn(status)
                    .ifPresent(test -> statements.add(Statement.of(
                            TEST_WENT_ON,
                            test,
                            status.status(),
                            status.errors().isEmpty()
                                    ? null
                                    : Documents.write(status.errors().getFirst()))));
        }
        return statements;
    }

    private static Optional<UUID> testIn(StatusReported status) {
        var data = status.callbackData();
        if (data == null || !data.startsWith(TEST_MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(data.substring(TEST_MARK.length())));
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }

    private static List<ChannelEvent> told(Iterable<Row> rows, Instant now) {
        var events = new ArrayList<ChannelEvent>();
        for (var row : rows) {
            events.add(
                    row.getOffsetDateTime("removed_at") == null
                            ? new ChannelChanged(
                                    row.getString("phone_number_id"),
                                    row.getString("number"),
                                    row.getString("name"),
                                    row.getString("account_id"),
                                    row.getString("catalog_id"),
                                    OwnNumber.isConnected(
                                            row.getBoolean("of_settings"),
                                            instant(row, "subscribed_at"),
                                            instant(row, "registered_at"),
                                            instant(row, "checked_at")),
                                    now)
                            : new ChannelRemoved(
                                    row.getString("phone_number_id"),
                                    row.getString("number"),
                                    row.getString("name"),
                                    now));
        }
        return events;
    }

    private static <T> List<T> with(List<? extends T> first, List<? extends T> second) {
        var both = new ArrayList<T>(first);
        both.addAll(second);
        return both;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
