package org.centralino.conversation.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;
import org.centralino.conversation.contact.domain.Succession.Held;
import org.centralino.conversation.contact.domain.Succession.Nothing;
import org.centralino.conversation.contact.domain.Succession.Passed;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.events.WhatsAppEvent.CustomerChanged.What;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final UUID GIULIO = new UUID(0, 1);
    private static final UUID ELENA = new UUID(0, 2);
    private static final UUID STRANGER = new UUID(0, 3);
    private static final Key OLD_ID = new Key(Kind.BSUID, "IT.51");
    private static final Key NEW_ID = new Key(Kind.BSUID, "IT.52");
    private static final Key OLD_NUMBER = new Key(Kind.WA_ID, "393330000501");
    private static final Key NEW_NUMBER = new Key(Kind.WA_ID, "393330000401");
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void the_new_id_is_his_and_the_old_one_does_not_reach_him_any_more() {
        var held = Map.of(OLD_ID, heldBy(GIULIO), OLD_NUMBER, heldBy(GIULIO));

        assertThat(after(newId(), held))
                .isEqualTo(new Passed(GIULIO, List.of(NEW_ID), List.of(OLD_ID), List.of(), null));
    }

    @Test
    void told_again_it_is_no_news() {
        var held = Map.of(OLD_ID, givenUp(GIULIO, NOON), NEW_ID, heldBy(GIULIO));

        assertThat(after(newId(), held)).isEqualTo(new Nothing());
    }

    @Test
    void what_was_given_up_since_does_not_come_back_when_it_is_told_late() {
        var held = Map.of(OLD_ID, heldBy(GIULIO), NEW_ID, givenUp(GIULIO, NOON.plusSeconds(60)));

        assertThat(after(newId(), held)).isEqualTo(new Nothing());
    }

    @Test
    void he_may_go_back_to_what_he_gave_up() {
        var held = Map.of(OLD_ID, heldBy(GIULIO), NEW_ID, givenUp(GIULIO, NOON.minusSeconds(60)));

        assertThat(after(newId(), held))
                .isEqualTo(new Passed(GIULIO, List.of(NEW_ID), List.of(OLD_ID), List.of(), null));
    }

    @Test
    void of_somebody_who_never_wrote_both_ids_are_kept() {
        assertThat(after(newId(), Map.of()))
                .isEqualTo(new Passed(null, List.of(NEW_ID), List.of(OLD_ID), List.of(), null));
    }

    @Test
    void who_wrote_under_the_new_id_only_is_found_by_the_old_one_as_well() {
        assertThat(after(newId(), Map.of(NEW_ID, heldBy(GIULIO))))
                .isEqualTo(new Passed(GIULIO, List.of(), List.of(OLD_ID), List.of(), null));
    }

    @Test
    void who_wrote_under_both_ids_before_it_was_told_is_one_person() {
        var held = Map.of(OLD_ID, heldBy(GIULIO), NEW_ID, heldBy(STRANGER));

        assertThat(after(newId(), held)).isEqualTo(new Passed(GIULIO, List.of(), List.of(OLD_ID), List.of(), STRANGER));
    }

    @Test
    void and_that_is_told_once() {
        var held =
                Map.of(OLD_ID, new Held(GIULIO, GIULIO, NOON, false), NEW_ID, new Held(STRANGER, GIULIO, null, false));

        assertThat(after(newId(), held)).isEqualTo(new Nothing());
    }

    @Test
    void a_number_that_another_contact_has_stays_there_until_people_decide() {
        var held = Map.of(OLD_ID, heldBy(GIULIO), OLD_NUMBER, heldBy(GIULIO), NEW_NUMBER, heldBy(ELENA));

        assertThat(after(newIdAndNumber(), held))
                .isEqualTo(new Passed(GIULIO, List.of(NEW_ID), List.of(OLD_ID, OLD_NUMBER), List.of(NEW_NUMBER), null));
    }

    @Test
    void a_number_is_not_given_up_when_nothing_else_would_reach_him() {
        var held = Map.of(OLD_NUMBER, heldBy(GIULIO), NEW_NUMBER, heldBy(ELENA));

        assertThat(after(newNumber(), held))
                .isEqualTo(new Passed(GIULIO, List.of(), List.of(), List.of(NEW_NUMBER), null));
    }

    @Test
    void a_clash_that_is_open_is_no_news() {
        var held = Map.of(OLD_NUMBER, heldBy(GIULIO), NEW_NUMBER, new Held(ELENA, ELENA, null, true));

        assertThat(after(newNumber(), held)).isEqualTo(new Nothing());
    }

    @Test
    void another_number_takes_the_place_of_the_former() {
        assertThat(after(newNumber(), Map.of(OLD_NUMBER, heldBy(GIULIO))))
                .isEqualTo(new Passed(GIULIO, List.of(NEW_NUMBER), List.of(OLD_NUMBER), List.of(), null));
    }

    @Test
    void a_number_stays_his_when_only_his_id_changed() {
        var change = change(What.IDENTITY, customer(OLD_ID, OLD_NUMBER), customer(NEW_ID, null));

        assertThat(after(change, Map.of(OLD_ID, heldBy(GIULIO), OLD_NUMBER, heldBy(GIULIO))))
                .isEqualTo(new Passed(GIULIO, List.of(NEW_ID), List.of(OLD_ID), List.of(), null));
    }

    private static Succession after(CustomerChanged change, Map<Key, Held> held) {
        var bsuids = new HashMap<UUID, String>();
        held.forEach((key, holder) -> {
            if (key.kind() == Kind.BSUID && holder.supersededAt() == null) {
                bsuids.put(holder.owner(), key.value());
            }
        });
        return Succession.of(change, held, bsuids);
    }

    private static CustomerChanged newId() {
        return change(What.IDENTITY, customer(OLD_ID, null), customer(NEW_ID, null));
    }

    private static CustomerChanged newNumber() {
        return change(What.NUMBER, customer(null, OLD_NUMBER), customer(null, NEW_NUMBER));
    }

    private static CustomerChanged newIdAndNumber() {
        return change(What.NUMBER, customer(OLD_ID, OLD_NUMBER), customer(NEW_ID, NEW_NUMBER));
    }

    private static CustomerChanged change(What what, Customer before, Customer now) {
        return new CustomerChanged("510000000000023", "wamid.1", before, now, what, NOON, NOON, "{}");
    }

    private static Customer customer(Key bsuid, Key waId) {
        return new Customer(bsuid == null ? null : bsuid.value(), null, waId == null ? null : waId.value(), null, null);
    }

    private static Held heldBy(UUID contact) {
        return new Held(contact, contact, null, false);
    }

    private static Held givenUp(UUID contact, Instant at) {
        return new Held(contact, contact, at, false);
    }
}
