package org.centralino.conversation.template;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.conversation.message.Documents;
import org.centralino.conversation.template.domain.Proposal.Known;
import org.centralino.events.Person;
import org.centralino.events.Template;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What can be sent as a template, in a conversation or to begin one.
@ApplicationScoped
public class TemplateQueries {
    private static final int MOST = 100;

    // The operator is named once more so that $1 is there for whoever sees everything.
    private static final String WHOM =
            "select c.phone_number_id, " + ContactRows.COLUMNS + """
            , coalesce((select person.attributes from contact person where person.id = k.merged_into), k.attributes)
                as attributes,
            """ + TemplateStore.MARKETING_STOPPED + """
             from conversation c join contact k on k.id = c.contact_id
            where $1::uuid is not null and c.id = $2 and %s""";

    private static final String TO_WHOM = "select $2::text as phone_number_id, " + ContactRows.COLUMNS + """
            , coalesce((select person.attributes from contact person where person.id = k.merged_into), k.attributes)
                as attributes,
            """
            + TemplateStore.MARKETING_STOPPED + " from contact k where k.id = $1";

    private static final String SAID = """
            select content ->> 'text' as text from message
            where conversation_id = $1 and direction = 'INBOUND' and content ->> 'text' is not null
            order by sequence desc limit 20""";

    /// Those that were sent here last come first, then those that the team sends most.
    private static final String OFFERED = """
            with here as (
              select content ->> 'name' as name, content ->> 'language' as language, max(sequence) as last from message
              where conversation_id = $1 and content ->> 'type' = 'template' group by 1, 2),
            sent as (
              select name, language, count(*) as times from (
                select content ->> 'name' as name, content ->> 'language' as language from message
                where phone_number_id = $2 and content ->> 'type' = 'template'
                order by platform_at desc limit 1000) newest
              group by name, language)
            select t.document::text as document, here.last is not null
                or sent.times > 0 and row_number() over (order by sent.times desc nulls last, t.name, t.language) <= 3
                as suggested
            from template t
            left join here on here.name = t.name and here.language = t.language
            left join sent on sent.name = t.name and sent.language = t.language
            where t.document ->> 'status' = 'approved' and t.document -> 'phoneNumberIds' @> to_jsonb($2::text)
              and ($3::text is null or strpos(contact_sought(concat_ws(' ', t.name, replace(t.name, '_', ' '),
                t.document -> 'header' ->> 'text', t.document ->> 'body', t.document ->> 'footer')),
                contact_sought($3)) > 0)
            order by here.last desc nulls last, suggested desc nulls last, t.name, t.language limit $4""";

    private final Database database;

    TemplateQueries(Database database) {
        this.database = database;
    }

    /// @param search part of the name or of the words; null for all
    /// @return fails with 404 when the operator may not see the conversation
    Uni<TemplateOffers> offered(UUID conversation, @Nullable String search, Person author, Visibility visibility) {
        return database.transaction(transaction -> transaction
                .ask(WHOM.formatted(visibility.condition("c", "$1")), visibility.operator(), conversation)
                .map(TemplateQueries::onlyOne)
                .chain(whom -> offered(transaction, conversation, whom, search, author))
                .map(Written::nothing));
    }

    /// What a customer with whom there is no conversation can be sent.
    ///
    /// @param contact null when nothing is known of him
    public Uni<TemplateOffers> offeredFirst(
            Transaction transaction, @Nullable UUID contact, String number, @Nullable String search, Person author) {
        var nobody = new Known(null, author.name(), Map.of(), List.of());
        return contact == null
                ? offered(transaction, null, number, search).map(rows -> offers(rows, number, false, nobody))
                : transaction
                        .ask(TO_WHOM, contact, number)
                        .map(TemplateQueries::onlyOne)
                        .chain(whom -> offered(transaction, null, number, search)
                                .map(rows -> offers(
                                        rows,
                                        number,
                                        whom.getBoolean("marketing_stopped"),
                                        known(whom, List.of(), author))));
    }

    private static Row onlyOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw Problem.notFound("This conversation").asException();
        }
        return rows.iterator().next();
    }

    private static Uni<TemplateOffers> offered(
            Transaction transaction, UUID conversation, Row whom, @Nullable String search, Person author) {
        var number = whom.getString("phone_number_id");
        var said = transaction.ask(SAID, conversation);
        return offered(transaction, conversation, number, search)
                .chain(templates -> said.map(texts -> offers(
                        templates, number, whom.getBoolean("marketing_stopped"), known(whom, words(texts), author))));
    }

    private static Uni<RowSet<Row>> offered(
            Transaction transaction, @Nullable UUID conversation, String number, @Nullable String search) {
        var sought = search == null || search.isBlank() ? null : search.strip();
        return transaction.ask(OFFERED, conversation, number, sought, MOST + 1);
    }

    private static TemplateOffers offers(RowSet<Row> templates, String number, boolean marketingStopped, Known known) {
        var offers = new ArrayList<TemplateOffer>();
        templates.forEach(row -> offers.add(TemplateOffer.of(
                Documents.read(row.getString("document"), Template.class),
                number,
                marketingStopped,
                Boolean.TRUE.equals(row.getBoolean("suggested")),
                known)));
        return new TemplateOffers(offers.subList(0, Math.min(MOST, offers.size())), offers.size() > MOST);
    }

    private static List<String> words(RowSet<Row> texts) {
        var said = new ArrayList<String>();
        texts.forEach(row -> said.add(row.getString("text")));
        return said;
    }

    private static Known known(Row whom, List<String> said, Person author) {
        return new Known(nameOf(ContactRows.read(whom)), author.name(), attributesOf(whom), said);
    }

    /// A number is no name.
    private static @Nullable String nameOf(Contact contact) {
        return contact.isGroup()
                ? null
                : Stream.of(contact.ownName(), contact.phoneBookName(), contact.profileName())
                        .filter(Objects::nonNull)
                        .filter(name -> name.codePoints().anyMatch(Character::isLetter))
                        .findFirst()
                        .orElse(null);
    }

    private static Map<String, String> attributesOf(Row whom) {
        var attributes = new HashMap<String, String>();
        whom.getJsonObject("attributes")
                .forEach(entry -> attributes.put(entry.getKey(), String.valueOf(entry.getValue())));
        return attributes;
    }
}
