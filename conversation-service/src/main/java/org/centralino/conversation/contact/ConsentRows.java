package org.centralino.conversation.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.centralino.events.Consent;
import org.centralino.events.ConversationEvent.ConsentChanged;
import org.centralino.events.DerivedId;
import org.centralino.events.Person;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.jspecify.annotations.Nullable;

/// Rows of the table `contact_consent`: what customers said about advertising, and by what that is
/// known. Nothing is written over. What a person said last counts, as whichever of his contacts he said
/// it. A file says *yes* without saying when that was: it counts where nothing else is known.
public final class ConsentRows {
    /// What counts comes first; [Said#outweighs] says the same.
    private static final String WHAT_COUNTS = "said.source = 'import' and said.given, said.said_at desc, said.given";

    /// What the person said last whose contact is `k`; null when he never said anything.
    public static final String GIVEN = """
            (select said.given from contact_consent said
              where said.contact_id in (select m.id from contact m where coalesce(k.merged_into, k.id) in (m.id, m.merged_into))
              order by %s limit 1) as consent_given""".formatted(WHAT_COUNTS);

    private static final String OF_PERSON = """
            select said.* from contact_consent said
            where said.contact_id in (select m.id from contact m where $1 in (m.id, m.merged_into))
            order by %s, said.id limit $2""".formatted(WHAT_COUNTS);

    /// Of each contact, what counts for his person.
    private static final String LAST = """
            select k.id as of_contact, said.* from contact k cross join lateral (
              select said.* from contact_consent said
              where said.contact_id in (select m.id from contact m where coalesce(k.merged_into, k.id) in (m.id, m.merged_into))
              order by %s, said.id limit 1) said
            where k.id = any ($1)""".formatted(WHAT_COUNTS);

    /// Whoever records what the person says has to wait until this transaction has ended.
    private static final String HOLD = """
            select from contact k
            where k.id = (select coalesce(asked.merged_into, asked.id) from contact asked where asked.id = $1) for share""";

    private static final String WRITE = """
            insert into contact_consent (id, contact_id, given, source, evidence, by_id, by_name, said_at, recorded_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (id) do nothing""";

    private ConsentRows() {}

    /// What a customer said.
    ///
    /// @param id derived from what told it; made at random when an operator recorded it
    /// @param evidence what shows it, for people
    /// @param by who recorded it; null when nobody had to
    public record Said(
            UUID id,
            boolean given,
            Consent.Source source,
            @Nullable String evidence,
            @Nullable Person by,
            Instant saidAt) {
        public Consent consent() {
            return given ? Consent.GIVEN : Consent.WITHDRAWN;
        }

        /// @param other of the same person
        /// @return whether this counts when both are known
        public boolean outweighs(Said other) {
            return isImportedYes() == other.isImportedYes() ? !saidAt.isBefore(other.saidAt) : other.isImportedYes();
        }

        private boolean isImportedYes() {
            return given && source == Consent.Source.IMPORT;
        }

        /// @return whether the same operator recorded the same
        public boolean saysTheSameAs(Said other) {
            return by != null
                    && other.by != null
                    && by.is(other.by)
                    && given == other.given
                    && Objects.equals(evidence, other.evidence);
        }
    }

    /// @param row with the column [#GIVEN]
    public static Consent consentIn(Row row) {
        var given = row.getBoolean("consent_given");
        if (given == null) {
            return Consent.UNKNOWN;
        }
        return given ? Consent.GIVEN : Consent.WITHDRAWN;
    }

    /// Keeps what a customer said as it is until the end of the transaction. To be asked before it is
    /// read.
    public static Uni<Void> hold(Transaction transaction, UUID contact) {
        return transaction.ask(HOLD, contact).replaceWithVoid();
    }

    /// @return what somebody said, what counts first
    public static Uni<List<Said>> of(Transaction transaction, UUID person, int most) {
        return transaction
                .ask(OF_PERSON, person, most)
                .map(rows -> rows.stream().map(ConsentRows::read).toList());
    }

    /// @return by contact, what the person said last whose contact it is; those of whom nothing is known
    ///     are not among them. What he said as another contact has an id of its own for this one, so
    ///     that each keeps it when the one's rows are written down again by what was told
    public static Uni<Map<UUID, Said>> last(Transaction transaction, UUID... contacts) {
        return transaction.ask(LAST, (Object) contacts).map(rows -> {
            var last = new HashMap<UUID, Said>();
            for (var row : rows) {
                var contact = row.getUUID("of_contact");
                var id = row.getUUID("id");
                last.put(
                        contact,
                        read(
                                row,
                                contact.equals(row.getUUID("contact_id"))
                                        ? id
                                        : DerivedId.of("consent", id.toString(), contact.toString())));
            }
            return last;
        });
    }

    private static Said read(Row row) {
        return read(row, row.getUUID("id"));
    }

    private static Said read(Row row, UUID id) {
        var byId = row.getUUID("by_id");
        return new Said(
                id,
                row.getBoolean("given"),
                Consent.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                row.getString("evidence"),
                byId == null ? null : new Person(byId, row.getString("by_name")),
                row.getOffsetDateTime("said_at").toInstant());
    }

    /// @return what writes it down, once
    public static Statement write(UUID contact, Said said, Instant at) {
        var by = said.by();
        return Statement.of(
                WRITE,
                said.id(),
                contact,
                said.given(),
                said.source().name().toLowerCase(Locale.ROOT),
                said.evidence(),
                by == null ? null : by.id(),
                by == null ? null : by.name(),
                said.saidAt().atOffset(ZoneOffset.UTC),
                at.atOffset(ZoneOffset.UTC));
    }

    /// @return what writes down again what was told
    public static List<Statement> retold(ConsentChanged told) {
        return List.of(write(
                told.conversation().contact().id(),
                new Said(
                        told.consentId(),
                        told.consent() == Consent.GIVEN,
                        told.source(),
                        told.evidence(),
                        told.by(),
                        told.saidAt()),
                told.at()));
    }
}
