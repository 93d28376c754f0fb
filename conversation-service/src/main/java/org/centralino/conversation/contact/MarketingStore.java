package org.centralino.conversation.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.centralino.events.WhatsAppEvent.MarketingChosen;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.database.Written;

/// Takes down whether customers want advertising. Who said so is known from then on, also when he never wrote: a
/// refusal is not forgotten until he does.
@ApplicationScoped
public class MarketingStore {
    /// What was told last counts, in whatever order it comes.
    private static final String CHOOSE = """
            update contact set marketing_stopped = $2, marketing_told_at = $3
            where id = $1 and (marketing_told_at is null or marketing_told_at <= $3)""";

    private final Database database;
    private final Clock clock;

    MarketingStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Uni<Void> record(MarketingChosen choice) {
        return database.transaction(transaction -> ContactRows.of(
                        transaction, ContactRows.Keys.of(List.of(choice.customer())))
                .map(book -> {
                    var contact = book.recognise(choice.customer(), choice.chosenAt());
                    var statements = new ArrayList<Statement>(ContactRows.write(book, clock.instant()));
                    statements.add(Statement.of(
                            CHOOSE,
                            contact.id(),
                            !choice.wanted(),
                            choice.chosenAt().atOffset(ZoneOffset.UTC)));
                    return Written.only(statements);
                }));
    }
}
