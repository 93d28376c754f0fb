package org.centralino.simulator.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.simulator.platform.domain.ChatMessage.Fate;
import org.centralino.simulator.platform.domain.Delivery.Layout;
import org.centralino.simulator.platform.domain.Delivery.Part;
import org.junit.jupiter.api.Test;

class PlatformStateTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String NUMBER = "510000000000023";
    private static final Customer GIULIA = Customer.of("Giulia Ferri", "393475550198", null, Customer.Kind.REGULAR);

    private static final Health LIMITED = new Health(Health.CanSend.LIMITED, List.of(), List.of("Not verified."));

    private final PlatformState state = new PlatformState();

    @Test
    void a_customer_is_found_by_number_in_any_spelling_and_by_bsuid() {
        state.apply(new Fact.CustomerSaved(GIULIA));

        assertThat(state.customer("+39 347 555 0198")).contains(GIULIA);
        assertThat(state.customer("393475550198")).contains(GIULIA);
        assertThat(state.customer(GIULIA.bsuid())).contains(GIULIA);
        assertThat(state.customer("390000000000")).isEmpty();
    }

    @Test
    void the_window_is_open_for_24_hours_after_the_customers_last_message() {
        state.apply(new Fact.CustomerSaved(GIULIA));
        state.apply(new Fact.MessageAdded(written("wamid.1", NOON)));

        assertThat(open(NOON.plus(Duration.ofHours(24)).minusMillis(1))).isTrue();
        assertThat(open(NOON.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void a_message_that_comes_late_does_not_shorten_the_window() {
        state.apply(new Fact.CustomerSaved(GIULIA));
        state.apply(new Fact.MessageAdded(written("wamid.2", NOON)));
        state.apply(new Fact.MessageAdded(written("wamid.1", NOON.minusSeconds(3600))));

        assertThat(open(NOON.plus(Duration.ofHours(23).plusMinutes(59)))).isTrue();
    }

    @Test
    void one_id_stands_in_the_chat_once() {
        state.apply(new Fact.CustomerSaved(GIULIA));
        state.apply(new Fact.MessageAdded(written("wamid.1", NOON)));
        state.apply(new Fact.MessageAdded(written("wamid.1", NOON)));

        assertThat(state.chat(GIULIA.id())).hasSize(1);
    }

    @Test
    void a_status_never_goes_back() {
        state.apply(new Fact.CustomerSaved(GIULIA));
        state.apply(new Fact.MessageAdded(sent("wamid.1")));
        state.apply(new Fact.StatusReached("wamid.1", MessageStatus.READ, NOON));
        state.apply(new Fact.StatusReached("wamid.1", MessageStatus.DELIVERED, NOON));
        state.apply(new Fact.StatusReached("wamid.1", MessageStatus.FAILED, NOON));

        assertThat(state.message("wamid.1")).map(ChatMessage::status).contains(MessageStatus.READ);
    }

    @Test
    void delivered_messages_are_new_until_the_chat_is_seen() {
        state.apply(new Fact.CustomerSaved(GIULIA));
        state.apply(new Fact.MessageAdded(sent("wamid.1")));
        state.apply(new Fact.StatusReached("wamid.1", MessageStatus.DELIVERED, NOON));
        assertThat(state.unseen(GIULIA.id())).isEqualTo(1);

        state.apply(new Fact.ChatSeen(GIULIA.id()));
        assertThat(state.unseen(GIULIA.id())).isZero();
    }

    @Test
    void chats_are_bounded_and_the_newest_messages_stay() {
        state.apply(new Fact.CustomerSaved(GIULIA));
        for (var index = 0; index < 600; index++) {
            state.apply(new Fact.MessageAdded(written("wamid." + index, NOON.plusSeconds(index))));
        }

        assertThat(state.chat(GIULIA.id())).hasSize(500).last().returns("wamid.599", ChatMessage::wamid);
        assertThat(state.message("wamid.0")).isEmpty();
    }

    @Test
    void the_compacted_facts_lead_to_the_same_state() {
        List.of(
                        new Fact.ClockJumped(86_400_000),
                        new Fact.FaultsSwitched(Set.of(Fault.OUT_OF_ORDER)),
                        new Fact.CustomerSaved(GIULIA.reading(false)),
                        new Fact.MessageAdded(written("wamid.1", NOON)),
                        new Fact.StatusReached("wamid.1", MessageStatus.DELIVERED, NOON),
                        new Fact.MessageAdded(sent("wamid.2")),
                        new Fact.StatusReached("wamid.2", MessageStatus.DELIVERED, NOON),
                        new Fact.StepDone(Step.WROTE),
                        new Fact.BlockChanged(GIULIA.id(), NUMBER, true),
                        new Fact.BlockChanged(GIULIA.id(), "510000000000024", true),
                        new Fact.BlockChanged(GIULIA.id(), "510000000000024", false),
                        new Fact.HealthSet("290000000000017", LIMITED),
                        new Fact.DeliveryQueued(delivery(7)),
                        new Fact.DeliveryQueued(delivery(8)),
                        new Fact.DeliveriesEnded(List.of(7L)))
                .forEach(state::apply);

        var again = new PlatformState();
        state.facts().forEach(again::apply);

        assertThat(again.offset()).isEqualTo(Duration.ofDays(1));
        assertThat(again.faults()).containsExactly(Fault.OUT_OF_ORDER);
        assertThat(again.customers()).containsExactlyElementsOf(state.customers());
        assertThat(again.messages()).isEqualTo(state.messages());
        assertThat(again.unseen(GIULIA.id())).isEqualTo(1);
        assertThat(again.steps()).containsExactly(Step.WROTE);
        assertThat(again.isBlocked(GIULIA.id(), NUMBER)).isTrue();
        assertThat(again.isBlocked(GIULIA.id(), "510000000000024")).isFalse();
        assertThat(again.health("290000000000017")).isEqualTo(LIMITED);
        assertThat(again.pending()).containsExactly(delivery(8));
        assertThat(again.windowExpiresAt(GIULIA.id(), NUMBER)).contains(NOON.plus(Duration.ofHours(24)));
    }

    private boolean open(Instant at) {
        return state.isWindowOpen(GIULIA.id(), NUMBER, at);
    }

    private static ChatMessage written(String wamid, Instant at) {
        return ChatMessage.written(wamid, GIULIA.id(), NUMBER, "Buongiorno", at, null);
    }

    private static ChatMessage sent(String wamid) {
        return new ChatMessage(
                wamid,
                GIULIA.id(),
                NUMBER,
                false,
                "Ciao",
                NOON,
                MessageStatus.ACCEPTED,
                NOON,
                Fate.ARRIVES,
                null,
                null);
    }

    private static Delivery delivery(long id) {
        var part = new Part(Part.MESSAGES, "text", NUMBER, "wamid.1", Map.of(), Map.of("id", "wamid.1"), "Buongiorno");
        return new Delivery(id, GIULIA.id(), false, List.of(part), Layout.MESSAGES, null, NOON);
    }
}
