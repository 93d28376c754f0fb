package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.conversation.contact.domain.ContactBook;
import org.centralino.conversation.contact.domain.ShownName;
import org.centralino.conversation.history.History;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent.GroupReported;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;
import org.centralino.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// Something happened to a group: a line in its conversation, and no conversation of its own. What a
/// group is called is learnt before anybody writes in it.
@ApplicationScoped
public class GroupStore {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private static final String LOCK = "select " + ConversationRow.COLUMNS + """
            , exists (select from history_entry h where h.conversation_id = c.id and h.at = $3 and h.kind = $4
                and h.words is not distinct from $5) as was_told,
              exists (select from history_entry h where h.conversation_id = c.id and h.at > $3
                and h.kind = 'group-renamed') as was_renamed_since
             from conversation c join contact k on k.id = c.contact_id
            where k.group_id = $1 and c.phone_number_id = $2
            order by c.id for update of c""";

    private final Database database;
    private final Clock clock;

    GroupStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Takes it down once, however often it is told.
    public Uni<Void> record(GroupReported change) {
        return database.transaction(transaction -> ContactRows.of(
                        transaction, ContactRows.Keys.of(change.participants(), List.of(change.groupId())))
                .chain(book -> {
                    var names = change.participants().stream().map(book::nameOf).toList();
                    var subject = ShownName.tidy(change.subject());
                    return transaction
                            .ask(
                                    LOCK,
                                    change.groupId(),
                                    change.phoneNumberId(),
                                    change.sentAt().atOffset(ZoneOffset.UTC),
                                    History.kindOf(change.what()),
                                    History.wordsOf(subject, names))
                            .map(locked -> Written.only(record(change, subject, names, book, locked)));
                }));
    }

    private List<Statement> record(
            GroupReported change, @Nullable String subject, List<String> names, ContactBook book, RowSet<Row> locked) {
        var now = clock.instant();
        var news = rowsOf(locked).filter(row -> !row.getBoolean("was_told")).toList();
        var isOutdated = rowsOf(locked).anyMatch(row -> row.getBoolean("was_renamed_since"));
        if (subject != null && !isOutdated && (locked.size() == 0 || !news.isEmpty())) {
            book.recogniseGroup(change.groupId(), subject, change.sentAt());
        }
        var events = new ArrayList<Recorded>();
        var changed = new ArrayList<Conversation>();
        book.knownGroup(change.groupId()).ifPresent(group -> {
            for (var row : news) {
                var before = ConversationRow.read(row);
                var shown = group.shown();
                if (isOfItsTime(change, before)) {
                    events.add(before.knownAs(shown).groupChanged(change.what(), subject, names, change.sentAt(), now));
                    changed.add(before.after(events.getLast()));
                } else if (!shown.equals(before.state().contact())) {
                    events.add(before.contactChanged(shown, now));
                    changed.add(before.after(events.getLast()));
                }
            }
        });
        return Stream.of(
                        ContactRows.write(book, now),
                        ConversationRow.write(changed),
                        History.ofConversations(events),
                        OUTBOX.append(events))
                .flatMap(List::stream)
                .toList();
    }

    /// What happened before anybody wrote is no line of the conversation. The platform tells whole seconds.
    private static boolean isOfItsTime(GroupReported change, Conversation conversation) {
        return !change.sentAt().isBefore(conversation.state().createdAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Stream<Row> rowsOf(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
