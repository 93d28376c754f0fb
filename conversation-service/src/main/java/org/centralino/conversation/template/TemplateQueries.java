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
import org.centralino.conversation.contact.ConsentRows;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.Advertising;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.conversation.template.TemplateUseResource.Used;
import org.centralino.conversation.template.domain.Proposal.Known;
import org.centralino.conversation.template.domain.Suggestion;
import org.centralino.conversation.template.domain.Suggestion.Candidate;
import org.centralino.events.Person;
import org.centralino.events.Template;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
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
            coalesce((select person.language from contact person where person.id = k.merged_into), k.language)
                as contact_language,
            """ + ConsentRows.GIVEN + """
             from conversation c join contact k on k.id = c.contact_id
            where $1::uuid is not null and c.id = $2 and %s""";

    private static final String TO_WHOM = "select $2::text as phone_number_id, " + ContactRows.COLUMNS + """
            , coalesce((select person.attributes from contact person where person.id = k.merged_into), k.attributes)
                as attributes,
            coalesce((select person.language from contact person where person.id = k.merged_into), k.language)
                as contact_language,
            """
            + ConsentRows.GIVEN + " from contact k where k.id = $1";

    private static final String SAID = """
            select content ->> 'text' as text from message
            where conversation_id = $1 and direction = 'INBOUND' and content ->> 'text' is not null
            order by sequence desc limit 20""";

    /// Those that are suggested are among the first: they are put in order by [Suggestion].
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
            select t.document::text as document, here.last as used_here, coalesce(sent.times, 0) as times_sent
            from template t
            left join here on here.name = t.name and here.language = t.language
            left join sent on sent.name = t.name and sent.language = t.language
            where t.document ->> 'status' = 'approved' and t.document -> 'phoneNumberIds' @> to_jsonb($2::text)
              and ($3::text is null or strpos(contact_sought(concat_ws(' ', t.name, replace(t.name, '_', ' '),
                t.document -> 'header' ->> 'text', t.document ->> 'body', t.document ->> 'footer')),
                contact_sought($3)) > 0)
            order by here.last desc nulls last, split_part(t.language, '_', 1) = split_part($4::text, '_', 1) desc,
              t.document ->> 'category' = 'utility' desc, times_sent desc, t.name, t.language limit $5""";

    private static final String USED = """
            select c.id, k.name, max(m.platform_at) as used_at
            from (select conversation_id, platform_at from message
              where phone_number_id = $2 and content ->> 'type' = 'template' and content ->> 'name' = $3
                and content ->> 'language' = $4
              order by platform_at desc limit 1000) m
            join conversation c on c.id = m.conversation_id join contact k on k.id = c.contact_id
            where $1::uuid is not null and %s
            group by c.id, k.name order by used_at desc, c.id limit 10""";

    private final Database database;
    private final MarketingRule rule;

    TemplateQueries(Database database, MarketingRule rule) {
        this.database = database;
        this.rule = rule;
    }

    /// What is looked for.
    ///
    /// @param words part of the name or of the words; null for all
    /// @param reads the language that the operator reads; null when that is not known
    public record Sought(@Nullable String words, @Nullable String reads) {}

    /// @return fails with 404 when the operator may not see the conversation
    Uni<TemplateOffers> offered(UUID conversation, Sought sought, Person author, Visibility visibility) {
        return database.transaction(transaction -> transaction
                .ask(WHOM.formatted(visibility.condition("c", "$1")), visibility.operator(), conversation)
                .map(TemplateQueries::onlyOne)
                .chain(whom -> offered(transaction, conversation, whom, sought, author))
                .map(Written::nothing));
    }

    /// What a customer with whom there is no conversation can be sent.
    ///
    /// @param contact null when nothing is known of him
    public Uni<TemplateOffers> offeredFirst(
            Transaction transaction, @Nullable UUID contact, String number, Sought sought, Person author) {
        var nobody = new Known(null, author.name(), Map.of(), List.of());
        return contact == null
                ? offered(transaction, null, number, null, sought)
                        .map(found -> offers(found, number, null, sought, rule.ofNobody(), nobody))
                : transaction
                        .ask(TO_WHOM, contact, number)
                        .map(TemplateQueries::onlyOne)
                        .chain(whom -> offered(transaction, null, number, languageOf(whom), sought)
                                .map(found -> offers(
                                        found,
                                        number,
                                        languageOf(whom),
                                        sought,
                                        rule.of(whom),
                                        known(whom, List.of(), author))));
    }

    /// @return where a template was sent last, of what may be seen
    Uni<List<Used>> used(String phoneNumberId, String name, String language, Visibility visibility) {
        return database.ask(
                        USED.formatted(visibility.condition("c", "$1")),
                        visibility.operator(),
                        phoneNumberId,
                        name,
                        language)
                .map(rows -> rows.stream()
                        .map(row -> new Used(
                                row.getUUID("id"),
                                row.getString("name"),
                                row.getOffsetDateTime("used_at").toInstant()))
                        .toList());
    }

    private static Row onlyOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw Problem.notFound("This conversation").asException();
        }
        return rows.iterator().next();
    }

    private Uni<TemplateOffers> offered(
            Transaction transaction, UUID conversation, Row whom, Sought sought, Person author) {
        var number = whom.getString("phone_number_id");
        var said = transaction.ask(SAID, conversation);
        return offered(transaction, conversation, number, languageOf(whom), sought)
                .chain(found -> said.map(texts -> offers(
                        found, number, languageOf(whom), sought, rule.of(whom), known(whom, words(texts), author))));
    }

    private static @Nullable String languageOf(Row whom) {
        return whom.getString("contact_language");
    }

    private static Uni<RowSet<Row>> offered(
            Transaction transaction,
            @Nullable UUID conversation,
            String number,
            @Nullable String language,
            Sought sought) {
        var words = sought.words() == null || sought.words().isBlank()
                ? null
                : sought.words().strip();
        return transaction.ask(
                OFFERED, conversation, number, words, language == null ? sought.reads() : language, MOST + 1);
    }

    private static TemplateOffers offers(
            RowSet<Row> found,
            String number,
            @Nullable String language,
            Sought sought,
            Advertising advertising,
            Known known) {
        var candidates = new ArrayList<Candidate>();
        found.forEach(row -> candidates.add(new Candidate(
                Documents.read(row.getString("document"), Template.class),
                row.getLong("used_here"),
                row.getLong("times_sent"))));
        var offers = Suggestion.order(candidates, Suggestion.language(language, candidates, sought.reads())).stream()
                .limit(MOST)
                .map(placed -> TemplateOffer.of(placed.template(), number, advertising, placed.reason(), known))
                .toList();
        return new TemplateOffers(offers, candidates.size() > MOST);
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
