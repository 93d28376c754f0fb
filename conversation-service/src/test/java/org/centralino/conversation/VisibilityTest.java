package org.centralino.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.kit.operator.Visibility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may see a conversation, asked as a value and as SQL.
@QuarkusTest
@RealInfrastructure
class VisibilityTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BRUNO = new UUID(0, 2);
    private static final UUID NOBODY = null;
    private static final UUID TEAM = new UUID(0, 3);
    private static final UUID NO_TEAM = null;

    @Inject
    Pool database;

    @ParameterizedTest
    @MethodSource("combinations")
    void the_database_and_the_value_agree_about_who_may_see(Visibility anna, Access access) {
        assertThat(isShown(access, anna)).isEqualTo(anna.covers(access));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void what_he_may_see_is_in_one_of_the_alternatives_and_in_no_other(Visibility anna, Access access) {
        var met = anna.alternatives("c", "$1").stream()
                .filter(alternative -> isShown(access, anna, alternative))
                .count();

        assertThat(met).isEqualTo(anna.covers(access) ? 1 : 0);
    }

    private static List<Arguments> combinations() {
        var all = new ArrayList<Arguments>();
        for (var seesAll : List.of(true, false)) {
            for (var seesOwn : List.of(true, false)) {
                for (var team : Arrays.asList(NO_TEAM, TEAM)) {
                    for (var assignee : Arrays.asList(NOBODY, ANNA, BRUNO)) {
                        all.add(Arguments.of(
                                new Visibility(ANNA, seesAll, seesOwn), new Access("510000000000023", team, assignee)));
                    }
                }
            }
        }
        return all;
    }

    private boolean isShown(Access access, Visibility visibility) {
        return isShown(access, visibility, visibility.condition("c", "$1"));
    }

    private boolean isShown(Access access, Visibility visibility, String condition) {
        // The operator is named once more so that $1 is there for whoever sees everything.
        var sql = """
                select from (values ($2::text, $3::uuid, $4::uuid)) as c (phone_number_id, team_id, assignee_id)
                where $1::uuid is not null and %s""".formatted(condition);
        var parameters = Tuple.of(visibility.operator(), access.phoneNumberId(), access.teamId(), access.assigneeId());
        return database.preparedQuery(sql)
                        .execute(parameters)
                        .await()
                        .indefinitely()
                        .size()
                == 1;
    }
}
