package org.centralino.conversation.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.centralino.conversation.words.WordRows;
import org.centralino.events.Content;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Lanes;
import org.centralino.kit.database.Statement;
import org.jboss.logging.Logger;

/// Writes down the words of messages that stood there before words were written: step by step, by
/// one replica, while everything else goes on.
@Singleton
class EarlierMessages {
    private static final Logger LOG = Logger.getLogger(EarlierMessages.class);
    private static final String WORK = "words-of-earlier-messages";
    /// Others need the database as well.
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(250);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private static final String NEXT = """
            select m.id, m.conversation_id, m.platform_at, m.direction, m.content::text as content,
              exists (select from message_words w where w.message_id = m.id) as known
            from message m where m.id > (select up_to from message_words_caught_up where round = 1
              or round = 2 and begun_at < now() - interval '1 hour')
            order by m.id limit 500""";
    private static final String UP_TO = "update message_words_caught_up set up_to = $1";
    private static final String NEXT_ROUND = """
            update message_words_caught_up set round = round + 1, up_to = '00000000-0000-0000-0000-000000000000'
            where round = 1 or round = 2 and begun_at < now() - interval '1 hour'""";

    private final Database database;
    private final Lanes lanes;
    private final Vertx vertx;
    private long timer;
    private volatile boolean stopping;

    EarlierMessages(Database database, Lanes lanes, Vertx vertx) {
        this.database = database;
        this.lanes = lanes;
        this.vertx = vertx;
        lanes.share(WORK, 1);
    }

    void start(@Observes StartupEvent started) {
        vertx.getOrCreateContext().runOnContext(_ -> lookIn(BETWEEN_STEPS));
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
        vertx.cancelTimer(timer);
    }

    private void lookIn(Duration pause) {
        if (!stopping) {
            timer = vertx.setTimer(pause.toMillis(), _ -> look());
        }
    }

    private void look() {
        if (!lanes.hold(WORK, 0)) {
            lookIn(BETWEEN_LOOKS);
            return;
        }
        step().subscribe().with(isMore -> lookIn(isMore ? BETWEEN_STEPS : BETWEEN_LOOKS), failure -> {
            LOG.warnf("Words of earlier messages are not written for now: %s", failure);
            lookIn(BETWEEN_LOOKS);
        });
    }

    /// @return whether there may be more to do
    private Uni<Boolean> step() {
        return database.ask(NEXT)
                .chain(rows -> rows.size() == 0
                        ? database.ask(NEXT_ROUND).replaceWith(false)
                        : database.write(written(rows)).replaceWith(true));
    }

    private static List<Statement> written(RowSet<Row> rows) {
        var unknown = new ArrayList<WordRows.Message>();
        var last = rows.iterator().next().getUUID("id");
        for (var row : rows) {
            last = row.getUUID("id");
            if (!row.getBoolean("known")) {
                unknown.add(message(row));
            }
        }
        var upTo = Statement.of(UP_TO, last);
        return unknown.isEmpty() ? List.of(upTo) : List.of(WordRows.written(unknown), upTo);
    }

    private static WordRows.Message message(Row row) {
        return new WordRows.Message(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getOffsetDateTime("platform_at").toInstant(),
                row.getString("direction").equals("INBOUND"),
                Documents.read(row.getString("content"), Content.class));
    }
}
