package org.centralino.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/// Rows that an earlier version left.
@QuarkusTest
class MigrationTest {
    private static final String EARLIER = "earlier";

    @Inject
    DataSource database;

    @Test
    void what_an_earlier_version_left_is_taken_over_in_every_state() throws SQLException {
        flyway().target("2").load().migrate();
        try (var connection = database.getConnection()) {
            connection.setSchema(EARLIER);
            try {
                for (var state : List.of("INTENT", "CLAIMED", "CALLING", "ACCEPTED", "REFUSED", "UNKNOWN")) {
                    leave(connection, state);
                }

                flyway().load().migrate();

                assertThat(rows(connection))
                        .containsExactly("ACCEPTED", "CALLING", "CLAIMED", "INTENT", "REFUSED", "UNKNOWN");
            } finally {
                // The pool gives it to others.
                connection.setSchema("public");
            }
        }
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .schemas(EARLIER)
                .locations("db/kit", "db/migration")
                .outOfOrder(true);
    }

    private static void leave(Connection connection, String state) throws SQLException {
        var sql = """
                insert into dispatch (message_id, conversation_id, sequence, phone_number_id, phone, content, queued_at, state,
                  claimed_until, platform_id, settled_at)
                select gen_random_uuid(), gen_random_uuid(), 1, '510000000000023', '+393330000042', '{}', now(), state,
                  case when state in ('CLAIMED', 'CALLING') then now() end,
                  case when state = 'ACCEPTED' then 'wamid.FICTOUT01' end,
                  case when state in ('ACCEPTED', 'REFUSED', 'UNKNOWN') then now() end
                from (values (?)) as row (state)""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, state);
            statement.execute();
        }
    }

    private static List<String> rows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select state from dispatch where team_id is null and decision is null order by state")) {
            var states = new ArrayList<String>();
            while (rows.next()) {
                states.add(rows.getString(1));
            }
            return states;
        }
    }
}
