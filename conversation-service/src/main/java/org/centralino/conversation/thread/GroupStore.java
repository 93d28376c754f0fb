package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.conversation.history.History;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.DerivedId;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.GroupReported;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;

/// Something happened to a group: a line in its conversation, and no conversation of its own. What a
/// group is called is learnt before anybody writes in it.
@ApplicationScoped
public class GroupStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private static final String LOCK = "select " + ConversationRow.COLUMNS + """
             from conversation c join contact k on k.id = c.contact_id
            where k.group_id = $1 and c.phone_number_id = $2
            order by c.id for update of c""";

    private static final String KNOWN = "select id from message_change where id = $1";

    /// It changes no message, and is only known by its id.
    private static final String NOTE = """
            insert into message_change (id, phone_number_id, platform_id, kind, changed_at, recorded_at, applied)
            values ($1, $2, $3, 'act', $4, $5, true)""";

    private final Database database;
    private final Clock clock;

    GroupStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Takes it down once, however often it is told.
    public Uni<Void> record(GroupReported change) {
        return database.transaction(transaction -> {
            var conversations = transaction.ask(LOCK, change.groupId(), change.phoneNumberId());
            var known = transaction.ask(KNOWN, idOf(change));
            var contacts =
                    ContactRows.of(transaction, ContactRows.Keys.of(change.participants(), List.of(change.groupId())));
            return Uni.combine()
                    .all()
                    .unis(contacts, conversations, known)
                    .with((book, locked, told) ->
                            Written.only(told.size() == 0 ? record(change, book, locked) : List.of()));
        });
    }

    private List<Statement> record(GroupReported change, ContactBook book, RowSet<Row> locked) {
        var now = clock.instant();
        if (change.subject() != null) {
            book.recogniseGroup(change.groupId(), change.subject(), change.sentAt());
        }
        var names = change.participants().stream().map(book::nameOf).toList();
        var events = new ArrayList<Recorded>();
        var changed = new ArrayList<Conversation>();
        book.knownGroup(change.groupId()).ifPresent(group -> {
            for (var row : locked) {
                var before = ConversationRow.read(row);
                var event = before.knownAs(group.shown())
                        .groupChanged(change.what(), change.subject(), names, change.sentAt(), now);
                events.add(event);
                changed.add(before.after(event));
            }
        });
        return Stream.of(
                        ContactRows.write(book, now),
                        ConversationRow.write(changed),
                        List.of(Statement.of(
                                NOTE,
                                idOf(change),
                                change.phoneNumberId(),
                                change.groupId(),
                                change.sentAt().atOffset(ZoneOffset.UTC),
                                now.atOffset(ZoneOffset.UTC))),
                        History.ofConversations(events),
                        OUTBOX.append(events))
                .flatMap(List::stream)
                .toList();
    }

    private static UUID idOf(GroupReported change) {
        var who = change.participants().stream()
                .map(participant -> participant.waId() != null ? participant.waId() : participant.bsuid())
                .collect(Collectors.joining(" "));
        return DerivedId.of(
                "group-reported",
                change.phoneNumberId(),
                change.groupId(),
                change.what().name(),
                String.valueOf(change.subject()),
                who,
                change.sentAt().toString());
    }
}
