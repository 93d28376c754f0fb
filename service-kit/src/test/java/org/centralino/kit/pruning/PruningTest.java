package org.centralino.kit.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Patience.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.centralino.kit.database.OwnServers;
import org.centralino.kit.database.Replica;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PruningTest {
    private static final PruningRule LETTERS = new PruningRule("letter", "written_at < now() - interval '30 days'");
    private static final PruningRule CARDS = new PruningRule("card", "written_at < now() - interval '1 day'");

    private static OwnServers servers;

    private final List<Replica> replicas = new ArrayList<>();

    @BeforeAll
    static void startServers() throws SQLException {
        servers = new OwnServers();
        // Each deletion writes down how much it deleted, and who did it.
        servers.run(
                "create table step (number bigint generated always as identity, deleted bigint, by text)",
                """
                create function write_down() returns trigger language plpgsql security definer as $$
                begin
                  insert into step (deleted, by) select count(*), current_setting('application_name') from gone;
                  return null;
                end $$""",
                "create table card (written_at timestamptz)",
                "create table letter (written_at timestamptz)",
                """
                create trigger deleted after delete on letter referencing old table as gone
                for each statement execute function write_down()""",
                "grant all on card, letter to public");
    }

    @BeforeEach
    void write() throws SQLException {
        servers.run(
                "insert into letter select now() - interval '31 days' from generate_series(1, 4500)",
                "insert into letter select now() - interval '29 days' from generate_series(1, 10)");
    }

    @AfterEach
    void forget() throws SQLException {
        replicas.forEach(Replica::close);
        servers.run("truncate letter, card, step, lane, replica");
    }

    @Test
    void what_is_old_goes_and_what_is_young_stays() {
        pruneAs("alone", LETTERS);

        await("only the young are left").until(() -> servers.count("select count(*) from letter") == 10);
    }

    @Test
    void it_goes_in_steps() throws SQLException {
        pruneAs("alone", LETTERS);

        await("all steps are taken").until(() -> servers.count("select count(*) from step") == 3);
        assertThat(servers.count("select max(deleted) from step")).isEqualTo(2_000);
        assertThat(servers.count("select sum(deleted) from step")).isEqualTo(4_500);
    }

    @Test
    void a_rule_that_fails_does_not_stop_the_others() {
        pruneAs("alone", new PruningRule("no_such_table", "true"), LETTERS);

        await("only the young are left").until(() -> servers.count("select count(*) from letter") == 10);
    }

    @Test
    void each_rule_has_its_own_table_and_age() throws SQLException {
        servers.run("insert into card values (now() - interval '2 days'), (now() - interval '2 hours')");

        pruneAs("alone", LETTERS, CARDS);

        await("only the young letters are left").until(() -> servers.count("select count(*) from letter") == 10);
        await("only the young card is left").until(() -> servers.count("select count(*) from card") == 1);
    }

    @Test
    void one_replica_does_it() throws SQLException {
        var first = replica("first", LETTERS);
        await("the first is to do it").until(() -> holds(0));
        var second = replica("second", LETTERS);
        await("both are there").until(() -> servers.count("select count(*) from replica") == 2);

        prune(1, second);
        prune(0, first);
        prune(1, second);

        await("only the young are left").until(() -> servers.count("select count(*) from letter") == 10);
        assertThat(servers.count("select count(*) from step where by <> 'first'"))
                .isZero();
    }

    private void pruneAs(String name, PruningRule... rules) {
        var pruning = replica(name, rules);
        await("it is to do it").until(() -> holds(0));
        prune(0, pruning);
    }

    private Pruning replica(String name, PruningRule... rules) {
        var replica = new Replica(servers, name);
        replicas.add(replica);
        var pruning = new Pruning(List.of(rules), replica.pool(), replica.lanes(), replica.vertx());
        replica.start();
        return pruning;
    }

    private boolean holds(int replica) {
        return replicas.get(replica).lanes().hold("pruning", 0);
    }

    /// On the replica's event loop, as its timer does.
    private void prune(int replica, Pruning pruning) {
        replicas.get(replica).vertx().runOnContext(_ -> pruning.prune());
    }
}
