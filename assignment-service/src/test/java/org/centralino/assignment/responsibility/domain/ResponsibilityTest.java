package org.centralino.assignment.responsibility.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.kit.Decision.accepted;
import static org.centralino.kit.Decision.nothing;
import static org.centralino.kit.Decision.rejected;

import java.time.Instant;
import java.util.UUID;
import org.centralino.assignment.directory.domain.Colleague;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Assign;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Release;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.Take;
import org.centralino.assignment.responsibility.domain.AssignmentCommand.TakeOver;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent.Assigned;
import org.centralino.events.AssignmentEvent.Released;
import org.centralino.events.AssignmentEvent.Taken;
import org.centralino.events.AssignmentEvent.TakenOver;
import org.centralino.events.Person;
import org.centralino.kit.Decision;
import org.junit.jupiter.api.Test;

class ResponsibilityTest {
    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final UUID TEAM = UUID.randomUUID();
    private static final Person ANNA = new Person(UUID.randomUUID(), "Anna Ricci");
    private static final Person BRUNO = new Person(UUID.randomUUID(), "Bruno Conti");
    private static final Person CARLA = new Person(UUID.randomUUID(), "Carla Moretti");
    private static final Person NOBODY = null;
    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void who_takes_what_nobody_holds_becomes_responsible() {
        var decision = heldBy(NOBODY).decide(new Take(ANNA, NOON));

        assertThat(decision).isEqualTo(accepted(new Taken(CONVERSATION, visibleTo(ANNA), 5, ANNA, NOON)));
    }

    @Test
    void who_comes_second_learns_who_was_first_and_since_which_change() {
        var decision = heldBy(ANNA).decide(new Take(BRUNO, NOON));

        assertThat(decision).isEqualTo(rejected(new Refusal.HeldByAnother(ANNA, 4)));
    }

    @Test
    void taking_what_one_holds_changes_nothing() {
        var decision = heldBy(ANNA).decide(new Take(ANNA, NOON));

        assertThat(decision).isEqualTo(nothing());
    }

    @Test
    void an_operator_is_known_by_the_id_whatever_the_name_was_at_the_time() {
        var married = new Person(ANNA.id(), "Anna Ricci Bianchi");

        var decision = heldBy(ANNA).decide(new Take(married, NOON));

        assertThat(decision).isEqualTo(nothing());
    }

    @Test
    void who_takes_over_is_responsible_and_the_fact_names_who_was() {
        var decision = heldBy(ANNA).decide(new TakeOver(CARLA, NOON));

        assertThat(decision).isEqualTo(accepted(new TakenOver(CONVERSATION, visibleTo(CARLA), 5, CARLA, ANNA, NOON)));
    }

    @Test
    void taking_over_what_nobody_holds_is_taking_it() {
        var decision = heldBy(NOBODY).decide(new TakeOver(CARLA, NOON));

        assertThat(decision).isEqualTo(accepted(new Taken(CONVERSATION, visibleTo(CARLA), 5, CARLA, NOON)));
    }

    @Test
    void taking_over_from_oneself_changes_nothing() {
        var decision = heldBy(CARLA).decide(new TakeOver(CARLA, NOON));

        assertThat(decision).isEqualTo(nothing());
    }

    @Test
    void what_nobody_holds_can_be_given_to_a_colleague() {
        var decision = heldBy(NOBODY).decide(give(BRUNO));

        assertThat(decision)
                .isEqualTo(accepted(new Assigned(CONVERSATION, visibleTo(BRUNO), 5, BRUNO, CARLA, null, NOON)));
    }

    @Test
    void what_one_holds_oneself_can_be_given_to_a_colleague() {
        var decision = heldBy(CARLA).decide(give(BRUNO));

        assertThat(decision)
                .isEqualTo(accepted(new Assigned(CONVERSATION, visibleTo(BRUNO), 5, BRUNO, CARLA, CARLA, NOON)));
    }

    @Test
    void what_a_third_holds_is_given_away_only_by_who_may_take_it_over() {
        assertThat(heldBy(ANNA).decide(give(BRUNO))).isEqualTo(rejected(new Refusal.NeedsTakeOver()));
        assertThat(heldBy(ANNA).decide(new Assign(new Colleague.Able(BRUNO), CARLA, true, NOON)))
                .isEqualTo(accepted(new Assigned(CONVERSATION, visibleTo(BRUNO), 5, BRUNO, CARLA, ANNA, NOON)));
    }

    @Test
    void giving_it_to_the_one_who_holds_it_changes_nothing() {
        assertThat(heldBy(BRUNO).decide(give(BRUNO))).isEqualTo(nothing());
        assertThat(heldBy(BRUNO).decide(new Assign(new Colleague.Disabled(BRUNO), CARLA, true, NOON)))
                .isEqualTo(nothing());
    }

    @Test
    void a_conversation_is_given_only_to_somebody_who_may_reply_and_can_sign_in() {
        var stranger = UUID.randomUUID();

        assertThat(heldBy(NOBODY).decide(give(new Colleague.Viewing(BRUNO))))
                .isEqualTo(rejected(new Refusal.MayNotReply(BRUNO)));
        assertThat(heldBy(NOBODY).decide(give(new Colleague.Disabled(BRUNO))))
                .isEqualTo(rejected(new Refusal.IsDisabled(BRUNO)));
        assertThat(heldBy(NOBODY).decide(give(new Colleague.Unknown(stranger))))
                .isEqualTo(rejected(new Refusal.IsUnknown(stranger)));
    }

    @Test
    void the_holder_may_give_it_back() {
        var decision = heldBy(ANNA).decide(new Release(ANNA, false, NOON));

        assertThat(decision).isEqualTo(accepted(new Released(CONVERSATION, visibleTo(NOBODY), 5, ANNA, ANNA, NOON)));
    }

    @Test
    void what_another_holds_is_given_back_only_by_who_may_take_it_over() {
        assertThat(heldBy(ANNA).decide(new Release(CARLA, false, NOON)))
                .isEqualTo(rejected(new Refusal.NeedsTakeOver()));
        assertThat(heldBy(ANNA).decide(new Release(CARLA, true, NOON)))
                .isEqualTo(accepted(new Released(CONVERSATION, visibleTo(NOBODY), 5, ANNA, CARLA, NOON)));
    }

    @Test
    void giving_back_what_nobody_holds_changes_nothing() {
        var decision = heldBy(NOBODY).decide(new Release(BRUNO, false, NOON));

        assertThat(decision).isEqualTo(nothing());
    }

    @Test
    void the_state_follows_from_the_facts() {
        var state = heldBy(NOBODY)
                .after(new Taken(CONVERSATION, visibleTo(ANNA), 5, ANNA, MORNING))
                .after(new TakenOver(CONVERSATION, visibleTo(CARLA), 6, CARLA, ANNA, MORNING))
                .after(new Assigned(CONVERSATION, visibleTo(BRUNO), 7, BRUNO, CARLA, CARLA, NOON));

        assertThat(state).isEqualTo(new Responsibility(CONVERSATION, visibleTo(BRUNO), 7, BRUNO, NOON));
        assertThat(state.after(new Released(CONVERSATION, visibleTo(NOBODY), 8, BRUNO, BRUNO, NOON)))
                .isEqualTo(new Responsibility(CONVERSATION, visibleTo(NOBODY), 8, null, NOON));
    }

    @Test
    void whatever_is_decided_each_change_raises_the_epoch_by_one() {
        var commands = new AssignmentCommand[] {
            new Take(ANNA, NOON),
            new TakeOver(CARLA, NOON),
            give(BRUNO),
            new Release(CARLA, true, NOON),
            new Take(BRUNO, NOON),
            new Release(BRUNO, false, NOON)
        };
        var state = heldBy(NOBODY);

        for (var command : commands) {
            var before = state.epoch();
            state = carriedOut(state, command);
            assertThat(state.epoch()).isEqualTo(before + 1);
        }
    }

    private static Responsibility carriedOut(Responsibility state, AssignmentCommand command) {
        return switch (state.decide(command)) {
            case Decision.Accepted(var events) -> state.after(events.getFirst());
            case Decision.Rejected(var reason) -> throw new AssertionError(reason);
        };
    }

    private static Assign give(Person to) {
        return give(new Colleague.Able(to));
    }

    private static Assign give(Colleague to) {
        return new Assign(to, CARLA, false, NOON);
    }

    private static Responsibility heldBy(Person holder) {
        return new Responsibility(CONVERSATION, visibleTo(holder), 4, holder, MORNING);
    }

    private static Access visibleTo(Person holder) {
        return new Access("510000000000023", TEAM, holder == null ? null : holder.id());
    }
}
