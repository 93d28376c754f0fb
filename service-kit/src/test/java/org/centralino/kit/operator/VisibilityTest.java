package org.centralino.kit.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.centralino.events.Person;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    private static final Person ANNA = new Person(new UUID(0, 1), "Anna Ricci");
    private static final Person BRUNO = new Person(new UUID(0, 2), "Bruno Conti");
    private static final Person NOBODY = null;

    @Test
    void who_sees_all_sees_everything() {
        var all = new Visibility(ANNA.id(), true, false);

        assertThat(all.covers(ANNA)).isTrue();
        assertThat(all.covers(BRUNO)).isTrue();
        assertThat(all.covers(NOBODY)).isTrue();
        assertThat(all.any()).isTrue();
    }

    @Test
    void who_sees_his_own_sees_what_he_holds_and_what_nobody_holds() {
        var own = new Visibility(ANNA.id(), false, true);

        assertThat(own.covers(ANNA)).isTrue();
        assertThat(own.covers(NOBODY)).isTrue();
        assertThat(own.covers(BRUNO)).isFalse();
        assertThat(own.any()).isTrue();
    }

    @Test
    void who_may_see_nothing_does_not_even_see_what_he_holds() {
        var none = new Visibility(ANNA.id(), false, false);

        assertThat(none.covers(ANNA)).isFalse();
        assertThat(none.covers(NOBODY)).isFalse();
        assertThat(none.covers(BRUNO)).isFalse();
        assertThat(none.any()).isFalse();
    }

    @Test
    void an_operator_is_known_by_his_id_and_not_by_his_name() {
        var own = new Visibility(ANNA.id(), false, true);

        assertThat(own.covers(new Person(ANNA.id(), "Anna Ricci-Conti"))).isTrue();
        assertThat(own.covers(new Person(BRUNO.id(), "Anna Ricci"))).isFalse();
    }
}
