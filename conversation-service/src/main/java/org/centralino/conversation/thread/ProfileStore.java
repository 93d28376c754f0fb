package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;

/// Learns what the platform tells of customers with what is no message, such as an emoji: their names and keys. Who is
/// not known by then is not written down: he has said nothing.
@ApplicationScoped
public class ProfileStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private static final String LOCK = "select " + ConversationRow.COLUMNS + """
             from conversation c join contact k on k.id = c.contact_id
            where c.contact_id in (select contact_id from contact_identity where (kind, value) in %s)
            order by c.id for update of c""".formatted(ContactRows.KEYS);

    private final Database database;
    private final Clock clock;

    ProfileStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A customer as he was told of.
    ///
    /// @param at when, by the platform's clock
    public record Told(Customer customer, Instant at) {}

    /// Takes it down where it says something new, and tells it.
    public Uni<Void> learn(List<Told> told) {
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(transaction -> {
                    var keys = ContactRows.Keys.of(
                            told.stream().map(Told::customer).toList());
                    var conversations = transaction.ask(LOCK, keys.kinds(), keys.values());
                    return ContactRows.of(transaction, keys)
                            .chain(book -> conversations.map(locked -> Written.only(learnt(told, book, locked))));
                });
    }

    private List<Statement> learnt(List<Told> told, ContactBook book, RowSet<Row> locked) {
        var now = clock.instant();
        for (var each : told) {
            if (book.known(each.customer()).isPresent()) {
                book.recognise(each.customer(), each.at());
            }
        }
        var events = new ArrayList<Recorded>();
        var changed = new ArrayList<Conversation>();
        for (var row : locked) {
            var before = ConversationRow.read(row);
            book.changed().stream()
                    .filter(contact ->
                            contact.id().equals(before.state().contact().id()))
                    .filter(contact -> !contact.shown().equals(before.state().contact()))
                    .forEach(contact -> {
                        var event = before.contactChanged(contact.shown(), now);
                        events.add(event);
                        changed.add(before.after(event));
                    });
        }
        return Stream.of(ContactRows.write(book, now), ConversationRow.write(changed), OUTBOX.append(events))
                .flatMap(List::stream)
                .toList();
    }
}
