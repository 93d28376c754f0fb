package org.centralino.kit.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.centralino.events.Access;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BRUNO = new UUID(0, 2);
    private static final UUID NOBODY = null;

    @Test
    void who_sees_all_sees_everything() {
        var all = new Visibility(ANNA, true, false);

        assertThat(all.covers(heldBy(ANNA))).isTrue();
        assertThat(all.covers(heldBy(BRUNO))).isTrue();
        assertThat(all.covers(heldBy(NOBODY))).isTrue();
        assertThat(all.any()).isTrue();
    }

    @Test
    void who_sees_his_own_sees_what_he_holds_and_what_nobody_holds() {
        var own = new Visibility(ANNA, false, true);

        assertThat(own.covers(heldBy(ANNA))).isTrue();
        assertThat(own.covers(heldBy(NOBODY))).isTrue();
        assertThat(own.covers(heldBy(BRUNO))).isFalse();
        assertThat(own.any()).isTrue();
    }

    @Test
    void who_may_see_nothing_does_not_even_see_what_he_holds() {
        var none = new Visibility(ANNA, false, false);

        assertThat(none.covers(heldBy(ANNA))).isFalse();
        assertThat(none.covers(heldBy(NOBODY))).isFalse();
        assertThat(none.covers(heldBy(BRUNO))).isFalse();
        assertThat(none.any()).isFalse();
    }

    private static Access heldBy(UUID operator) {
        return new Access("510000000000023", null, operator);
    }
}
