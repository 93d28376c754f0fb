package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.centralino.conversation.contact.domain.Contact;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Transaction;

/// Tells, conversation by conversation, that customers are called or reached otherwise now.
public final class ContactsTold {
    /// Always in the order of their ids: two transactions never wait for each other in a circle.
    private static final String OF_PERSONS = "select " + ConversationRow.COLUMNS + """
             from conversation c join contact k on k.id = c.contact_id
            where k.id = any ($1) or k.merged_into = any ($1)
            order by c.id for update of c""";

    private ContactsTold() {}

    /// Locks all that customers have written in. Messages lock their conversation before their customer: whoever
    /// changes both asks for this first.
    ///
    /// @return rows with the columns of [ConversationRow#COLUMNS]
    public static Uni<RowSet<Row>> lock(Transaction transaction, UUID... persons) {
        return transaction.ask(OF_PERSONS, (Object) persons);
    }

    /// @param locked conversations, under their lock
    /// @param now the customers as they are now; who is not among them is as he was
    /// @return what writes the conversations and tells of them
    public static List<Statement> of(RowSet<Row> locked, Map<UUID, Contact> now, Instant at) {
        var conversations = new LockedConversations(locked);
        tell(conversations, now, at);
        return conversations.statements();
    }

    /// The same, where more may be told in the conversations.
    public static void tell(LockedConversations conversations, Map<UUID, Contact> now, Instant at) {
        conversations.tell(before -> {
            var shown = before.state().contact();
            var contact = now.get(shown.id());
            return Optional.of(before.contactChanged(contact == null ? shown : contact.shown(), at));
        });
    }
}
