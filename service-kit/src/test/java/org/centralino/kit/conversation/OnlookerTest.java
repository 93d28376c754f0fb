package org.centralino.kit.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.Person;
import org.centralino.kit.operator.Visibility;
import org.junit.jupiter.api.Test;

class OnlookerTest {
    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final Person ANNA = new Person(UUID.randomUUID(), "Anna Ricci");
    private static final Person BRUNO = new Person(UUID.randomUUID(), "Bruno Conti");
    private static final Person NOBODY = null;
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void who_may_see_a_conversation_can_work_with_it() {
        assertThat(bruno().sightOf(heldBy(NOBODY))).isInstanceOf(Sight.Open.class);
        assertThat(bruno().sightOf(heldBy(BRUNO))).isInstanceOf(Sight.Open.class);
        assertThat(seesAll().sightOf(heldBy(ANNA))).isInstanceOf(Sight.Open.class);
    }

    @Test
    void what_he_may_not_see_is_for_him_like_what_nobody_knows() {
        assertThat(bruno().sightOf(heldBy(ANNA))).isEqualTo(bruno().sightOf(Optional.empty()));
        assertThat(bruno().knowing(9).sightOf(heldBy(ANNA)))
                .isEqualTo(bruno().knowing(9).sightOf(Optional.empty()));
    }

    @Test
    void what_may_be_on_its_way_is_waited_for() {
        assertThat(bruno().sightOf(Optional.empty()).mayChange()).isTrue();
        assertThat(seesAll().knowing(5).sightOf(heldBy(ANNA)).mayChange()).isTrue();
        assertThat(seesAll().sightOf(heldBy(ANNA)).mayChange()).isFalse();
    }

    @Test
    void an_epoch_that_nobody_can_have_heard_of_is_not_waited_for() {
        var sight = seesAll().knowing(Long.MAX_VALUE).sightOf(heldBy(ANNA));

        assertThat(sight).isEqualTo(new Sight.Behind(4, false));
        assertThat(sight.mayChange()).isFalse();
    }

    @Test
    void an_epoch_is_waited_for_when_people_can_have_made_the_changes_while_an_event_travels() {
        assertThat(Onlooker.mayBeOnItsWay(104, 4)).isTrue();
        assertThat(Onlooker.mayBeOnItsWay(105, 4)).isFalse();
    }

    @Test
    void who_could_see_it_until_a_moment_ago_learns_who_has_it_now() {
        var sight = bruno().knowing(3).sightOf(takenByAnnaFrom(NOBODY, NOON.minusSeconds(59)));

        assertThat(sight).isEqualTo(new Sight.Lost(ANNA, 4, true));
        assertThat(sight.mayChange()).isFalse();
        assertThat(sight.problem().reasonKey()).isEqualTo("held-by-another-operator");
    }

    @Test
    void the_former_holder_learns_it_too() {
        assertThat(bruno().knowing(3).sightOf(takenByAnnaFrom(BRUNO, NOON))).isInstanceOf(Sight.Lost.class);
    }

    @Test
    void after_a_minute_it_does_not_exist_for_him_any_more() {
        assertThat(bruno().knowing(3).sightOf(takenByAnnaFrom(NOBODY, NOON.minus(Duration.ofMinutes(1)))))
                .isEqualTo(new Sight.Hidden());
    }

    @Test
    void who_could_not_see_it_before_either_learns_nothing() {
        var carla = new Person(UUID.randomUUID(), "Carla Moretti");

        assertThat(bruno().knowing(3).sightOf(takenByAnnaFrom(carla, NOON))).isEqualTo(new Sight.Hidden());
    }

    @Test
    void who_does_not_say_what_he_knows_may_have_got_it_himself_since() {
        assertThat(bruno().sightOf(takenByAnnaFrom(NOBODY, NOON)).mayChange()).isTrue();
    }

    @Test
    void who_knows_of_a_later_change_is_not_told_an_earlier_one() {
        assertThat(bruno().knowing(5).sightOf(takenByAnnaFrom(NOBODY, NOON))).isEqualTo(new Sight.Hidden());
    }

    @Test
    void work_goes_on_with_what_is_open_only() {
        assertThat(seesAll().sightOf(heldBy(ANNA)).orNotOpen().holder()).isEqualTo(ANNA);
        assertThatThrownBy(() -> bruno().sightOf(heldBy(ANNA)).orNotOpen()).isInstanceOf(Sight.NotOpenException.class);
    }

    private static Onlooker bruno() {
        return Onlooker.of(new Visibility(BRUNO.id(), false, true), NOON);
    }

    private static Onlooker seesAll() {
        return Onlooker.of(new Visibility(BRUNO.id(), true, false), NOON);
    }

    private static Optional<KnownConversation> heldBy(Person holder) {
        return Optional.of(new KnownConversation(CONVERSATION, visibleTo(holder), 4, holder, NOON, Optional.empty()));
    }

    private static Optional<KnownConversation> takenByAnnaFrom(Person former, Instant at) {
        return Optional.of(
                new KnownConversation(CONVERSATION, visibleTo(ANNA), 4, ANNA, at, Optional.of(visibleTo(former))));
    }

    private static Access visibleTo(Person holder) {
        return new Access("510000000000023", null, holder == null ? null : holder.id());
    }
}
