package org.centralino.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Patience.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LanesTest {
    private static final String WORK = "work";
    private static final int LANES = 8;
    private static final List<Integer> ALL = IntStream.range(0, LANES).boxed().toList();

    private static OwnServers servers;

    private final List<Replica> replicas = new ArrayList<>();

    @BeforeAll
    static void startServers() throws SQLException {
        servers = new OwnServers();
    }

    @AfterEach
    void stop() throws SQLException {
        replicas.forEach(Replica::close);
        servers.run("truncate lane, replica");
    }

    @Test
    void who_is_alone_does_all_the_work() {
        var alone = replica();

        await("it holds all").until(() -> held(alone).equals(ALL));
    }

    @Test
    void two_share_the_work_and_none_is_done_by_both() {
        var first = replica();
        await("the first holds all").until(() -> held(first).equals(ALL));

        var second = replica();

        await("each has its half")
                .until(() -> held(first).size() == 4 && held(second).size() == 4);
        assertThat(held(first)).doesNotContainAnyElementsOf(held(second));
    }

    @Test
    void when_one_stops_the_other_goes_on_with_all() {
        var first = replica();
        var second = replica();
        await("each has its half")
                .until(() -> held(first).size() == 4 && held(second).size() == 4);

        first.stop();

        await("the second holds all").until(() -> held(second).equals(ALL));
        assertThat(held(first)).isEmpty();
    }

    @Test
    void when_one_dies_the_other_takes_over_all() {
        var first = replica();
        var second = replica();
        await("each has its half")
                .until(() -> held(first).size() == 4 && held(second).size() == 4);

        first.close();

        await("the survivor holds all").until(() -> held(second).equals(ALL));
        assertThat(held(first)).as("who is dead knows by himself").isEmpty();
    }

    @Test
    void work_that_cannot_be_divided_is_done_by_one() {
        var first = replica();
        var second = replica();
        await("each has its half")
                .until(() -> held(first).size() == 4 && held(second).size() == 4);

        assertThat(List.of(first.lanes().hold("alone", 0), second.lanes().hold("alone", 0)))
                .containsOnlyOnce(true);
    }

    private Replica replica() {
        var made = new Replica(servers);
        replicas.add(made);
        made.lanes().share(WORK, LANES);
        made.lanes().share("alone", 1);
        made.start();
        return made;
    }

    private static List<Integer> held(Replica replica) {
        return replica.lanes().held(WORK);
    }
}
