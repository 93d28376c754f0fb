package org.centralino.conversation.search;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.stream.StreamSupport;
import org.centralino.conversation.contact.SoughtContacts;
import org.centralino.conversation.words.domain.Range;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.operator.Visibility;

/// Finds customers by their names and numbers, among the conversations that an operator may see.
final class CustomerSearch {
    private static final int MOST = 5;
    /// Of a name that so many have, nobody finds the right one in a list.
    private static final int MOST_LOOKED_AT = 1_000;

    /// From the few who are found to their conversations: there may be very many of both.
    private static final String FIND = """
            with person as materialized (%2$s limit %4$d),
            member as (
              select k.id, k.name, k.phone from contact k where k.id in (select * from person)
              union
              select k.id, k.name, k.phone from contact k where k.merged_into in (select * from person))
            select c.id as conversation_id, c.phone_number_id, c.status, c.last_activity_at, k.name, k.phone
            from member k join conversation c on c.contact_id = k.id
            where $1::uuid is not null and %1$s
            order by c.last_activity_at desc, c.id desc limit %3$d""";

    private CustomerSearch() {}

    static Uni<List<FoundView.Customer>> customers(Transaction transaction, Sought sought, Visibility visibility) {
        return transaction
                .ask(
                        FIND.formatted(
                                visibility.condition("c", "$1"),
                                SoughtContacts.persons("$2", "$3"),
                                MOST,
                                MOST_LOOKED_AT),
                        visibility.operator(),
                        sought.text(),
                        SoughtContacts.digits(sought.text().strip()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> customer(row, sought))
                        .toList());
    }

    private static FoundView.Customer customer(Row row, Sought sought) {
        var conversation = MessageSearch.conversation(row);
        var phone = conversation.displayPhone();
        return new FoundView.Customer(
                conversation,
                sought.question().ranges(conversation.name()),
                phone == null ? List.<Range>of() : sought.question().ranges(phone),
                row.getOffsetDateTime("last_activity_at").toInstant());
    }
}
