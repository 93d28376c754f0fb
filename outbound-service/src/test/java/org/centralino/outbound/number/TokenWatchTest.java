package org.centralino.outbound.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.centralino.outbound.token.TokenExpiries;
import org.centralino.outbound.token.domain.TokenFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Until when tokens are good: asked once a day, by one replica.
@QuarkusTest
class TokenWatchTest {
    private static final String OURS = "510000000000023";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    TokenWatch watch;

    @Inject
    TokenExpiries expiries;

    @Inject
    DataSource database;

    @BeforeEach
    void forget() throws SQLException {
        sql("truncate token_expiry");
    }

    @Test
    void the_platform_is_asked_by_one_replica_and_again_the_next_day_or_when_the_token_is_another()
            throws SQLException {
        assertThat(claimed()).isTrue();
        assertThat(claimed()).isFalse();

        sql("update token_expiry set asked_at = asked_at - interval '25 hours'");
        assertThat(claimed()).isTrue();

        sql("update token_expiry set fingerprint = 'of another token'");
        assertThat(claimed()).isTrue();
    }

    @Test
    void what_was_said_of_another_token_says_nothing_of_this_one() throws SQLException {
        expiries.learn(OURS, new TokenFacts(true, List.of(), Instant.now()))
                .await()
                .atMost(PATIENCE);
        assertThat(expiries.known().await().atMost(PATIENCE)).containsKey(OURS);

        sql("update token_expiry set fingerprint = 'of another token'");

        assertThat(expiries.known().await().atMost(PATIENCE)).isEmpty();
    }

    @Test
    void a_platform_that_does_not_say_leaves_what_is_known() throws SQLException {
        expiries.learn(OURS, new TokenFacts(true, List.of(), Instant.now()))
                .await()
                .atMost(PATIENCE);
        sql("update token_expiry set asked_at = asked_at - interval '25 hours'");

        watch.look().await().atMost(PATIENCE);

        assertThat(claimed()).isFalse();
        assertThat(expiries.known().await().atMost(PATIENCE)).containsKey(OURS);
    }

    private boolean claimed() {
        return expiries.claim(OURS).await().atMost(PATIENCE);
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
