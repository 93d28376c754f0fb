package org.centralino.conversation.addressbook;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.centralino.conversation.contact.ConsentRows;
import org.centralino.conversation.contact.ConsentRows.Said;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.StopWords;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.conversation.thread.ConsentsTold;
import org.centralino.conversation.thread.ContactsTold;
import org.centralino.conversation.thread.LockedConversations;
import org.centralino.events.Consent.Source;
import org.centralino.events.DerivedId;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MarketingChosen;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.database.Written;
import org.centralino.kit.operator.Visibility;
import org.jspecify.annotations.Nullable;

/// Takes down whether customers want advertising, by whatever it becomes known: once each, under the
/// lock of the customer and of all his conversations. Whoever sends him a template holds the same lock
/// while that is decided, so that in each conversation it is told either before or behind it.
@ApplicationScoped
public class ConsentStore {
    /// The customer stopped advertising of this business, says the platform (fact sheet, section 12.2).
    private static final int STOPPED = 131050;

    private static final String PERSON = "select coalesce(merged_into, id) as person_id from contact where id = $1";

    private static final String LOCK = "select from contact where $1 in (id, merged_into) order by id for update";

    /// By our id or by the platform's.
    private static final String ADDRESSEE = """
            select m.id, coalesce(k.merged_into, k.id) as person_id
            from message m join conversation c on c.id = m.conversation_id join contact k on k.id = c.contact_id
            where m.direction = 'OUTBOUND' and (m.id = $1 or m.phone_number_id = $2 and m.platform_id = $3)
            limit 1""";

    /// More than anybody says.
    private static final int ALL = 1000;

    private final Database database;
    private final Clock clock;

    ConsentStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What an operator knows. The same once more changes nothing.
    Uni<Void> record(UUID contact, boolean given, String evidence, Person by, Visibility visibility) {
        return database.transaction(transaction -> ContactQueries.person(transaction, contact, visibility)
                .chain(person -> {
                    ContactQueries.requirePerson(person, "Whether advertising is wanted, only a person can say.");
                    return record(
                            transaction,
                            person.getUUID("id"),
                            new Said(UUID.randomUUID(), given, Source.OPERATOR, evidence, by, clock.instant()));
                })
                .map(Written::only));
    }

    /// What an operator knows of somebody to whom he writes first, within the transaction that begins
    /// the conversation. It is recorded where nothing is known yet: what a customer took back stays
    /// taken back.
    ///
    /// @return what is recorded by that; nothing when something was known
    public Uni<Optional<Said>> recordUnlessKnown(Transaction transaction, UUID contact, String evidence, Person by) {
        var said = new Said(UUID.randomUUID(), true, Source.OPERATOR, evidence, by, clock.instant());
        return personOf(transaction, contact)
                .chain(person -> record(transaction, person, said, List::isEmpty))
                .chain(statements -> transaction
                        .carryOut(statements)
                        .replaceWith(statements.isEmpty() ? Optional.<Said>empty() : Optional.of(said)));
    }

    /// What customers chose on WhatsApp. Who said so is known from then on, also when he never wrote: a
    /// refusal is not forgotten until he does.
    public Uni<Void> chosen(MarketingChosen choice) {
        return ofCustomer(
                choice.customer(),
                choice.chosenAt(),
                contact -> new Said(
                        DerivedId.of(
                                "consent",
                                contact.toString(),
                                choice.chosenAt().toString(),
                                Boolean.toString(choice.wanted())),
                        choice.wanted(),
                        Source.CUSTOMER,
                        null,
                        null,
                        choice.chosenAt()));
    }

    /// Those of messages by which customers say that they want no advertising.
    public Uni<Void> heard(List<MessageReceived> messages) {
        return oneByOne(messages.stream()
                .filter(message -> message.groupId() == null && StopWords.pressed(message.content()))
                .map(message -> ofCustomer(
                        message.customer(),
                        message.sentAt(),
                        _ -> new Said(
                                DerivedId.of(
                                        "consent",
                                        MessageId.of(message.phoneNumberId(), message.platformId())
                                                .toString()),
                                false,
                                Source.BUTTON,
                                message.content().text(),
                                null,
                                message.sentAt())))
                .toList());
    }

    /// A message of ours that WhatsApp did not deliver because the customer had stopped advertising.
    ///
    /// @param messageId our id of it; null when it is known by the platform's only
    public record Stopped(
            @Nullable UUID messageId,
            @Nullable String phoneNumberId,
            @Nullable String platformId,
            PlatformError error,
            Instant at) {
        /// @return whether an error says that
        public static boolean isSaidBy(@Nullable PlatformError error) {
            return error != null && error.code() == STOPPED;
        }
    }

    /// What WhatsApp knows and had not told.
    public Uni<Void> stopped(List<Stopped> messages) {
        return oneByOne(messages.stream().map(this::stopped).toList());
    }

    private Uni<Void> stopped(Stopped message) {
        return database.transaction(transaction -> transaction
                .ask(ADDRESSEE, message.messageId(), message.phoneNumberId(), message.platformId())
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(List.<Statement>of())
                        : stopped(transaction, rows.iterator().next(), message))
                .map(Written::only));
    }

    private Uni<List<Statement>> stopped(Transaction transaction, Row addressee, Stopped message) {
        var said = new Said(
                DerivedId.of("consent", addressee.getUUID("id").toString()),
                false,
                Source.PLATFORM,
                message.error().title(),
                null,
                message.at());
        return record(transaction, addressee.getUUID("person_id"), said);
    }

    private Uni<Void> ofCustomer(Customer customer, Instant at, Function<UUID, Said> said) {
        return database.transaction(transaction -> ContactRows.of(transaction, ContactRows.Keys.of(List.of(customer)))
                .chain(book -> {
                    var contact = book.recognise(customer, at);
                    return personOf(transaction, contact.id())
                            .chain(person -> record(transaction, person, said.apply(contact.id())))
                            .map(statements ->
                                    Written.only(Stream.of(ContactRows.write(book, clock.instant()), statements)
                                            .flatMap(List::stream)
                                            .toList()));
                }));
    }

    /// Who is new is a person of his own.
    private static Uni<UUID> personOf(Transaction transaction, UUID contact) {
        return transaction
                .ask(PERSON, contact)
                .map(rows -> rows.size() == 0 ? contact : rows.iterator().next().getUUID("person_id"));
    }

    private Uni<List<Statement>> record(Transaction transaction, UUID person, Said said) {
        return record(transaction, person, said, _ -> true);
    }

    /// Conversations are locked before their customer, as everywhere; one that was begun meanwhile, once
    /// he is locked.
    ///
    /// @param on whether it is to be recorded when that is known
    private Uni<List<Statement>> record(Transaction transaction, UUID person, Said said, Predicate<List<Said>> on) {
        return ContactsTold.lock(transaction, person)
                .chain(() -> transaction.ask(LOCK, person))
                .chain(() -> {
                    var conversations = ContactsTold.lock(transaction, person);
                    return ConsentRows.of(transaction, person, ALL)
                            .chain(known -> conversations.map(
                                    locked -> on.test(known) ? written(person, said, known, locked) : List.of()));
                });
    }

    private List<Statement> written(UUID person, Said said, List<Said> known, RowSet<Row> locked) {
        var newest = known.isEmpty() ? null : known.getFirst();
        if (known.stream().anyMatch(earlier -> earlier.id().equals(said.id()))
                || newest != null && newest.saysTheSameAs(said)) {
            return List.of();
        }
        var now = clock.instant();
        var statements = new ArrayList<Statement>();
        statements.add(ConsentRows.write(person, said, now));
        if (newest == null || said.outweighs(newest)) {
            statements.addAll(told(said, locked, now));
        }
        return statements;
    }

    private static List<Statement> told(Said said, RowSet<Row> locked, Instant now) {
        var conversations = new LockedConversations(locked);
        conversations.tell(conversation -> Optional.of(ConsentsTold.in(conversation, said, now)));
        return conversations.statements();
    }

    private static Uni<Void> oneByOne(List<Uni<Void>> works) {
        return Multi.createFrom()
                .iterable(works)
                .onItem()
                .transformToUniAndConcatenate(work -> work)
                .onItem()
                .ignoreAsUni();
    }
}
