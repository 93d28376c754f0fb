package org.centralino.conversation.change.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Sender;
import org.centralino.events.EarlierVersion;
import org.centralino.events.Person;
import org.centralino.events.Reaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangingMessageTest {
    private static final Sender PIA = new Sender(UUID.randomUUID(), "Pia Conti");
    private static final Sender IDA = new Sender(UUID.randomUUID(), "Ida Riva");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Content FIRST = new Content.Text("Alle tre");
    private static final Person ANNA = new Person(new UUID(0, 1), "Anna Ricci");

    @Test
    void an_emoji_stands_on_it_as_it_was_chosen() {
        assertThat(customers().after(reaction("👍🏽", 1)).reactions())
                .containsExactly(new Reaction("👍🏽", null, NOON.plusSeconds(1)));
    }

    @Test
    void a_customer_has_one_emoji_on_a_message_and_that_of_an_operator_stays() {
        var hers = new Reaction("❤️", ANNA, NOON);
        var message = new ChangingMessage(false, FIRST, List.of(hers), List.of(), List.of(), null);

        assertThat(message.after(reaction("👍", 1)).after(reaction("🙏", 2)).reactions())
                .containsExactly(new Reaction("🙏", null, NOON.plusSeconds(2)), hers);
    }

    @Test
    void an_emoji_that_was_taken_away_does_not_come_back_when_it_is_told_late() {
        assertThat(customers().after(reaction(null, 2)).after(reaction("👍", 1)).reactions())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void edits_end_the_same_in_whatever_order_they_come(List<MessageChange> edits) {
        var message = customers();
        for (var edit : edits) {
            message = message.after(edit);
        }

        assertThat(message.content()).isEqualTo(new Content.Text("Alle sei"));
        assertThat(message.editedAt()).isEqualTo(NOON.plusSeconds(30));
        assertThat(message.earlier())
                .containsExactly(
                        new EarlierVersion(FIRST, NOON.plusSeconds(10)),
                        new EarlierVersion(new Content.Text("Alle quattro"), NOON.plusSeconds(20)),
                        new EarlierVersion(new Content.Text("Alle cinque"), NOON.plusSeconds(30)));
    }

    static Stream<List<MessageChange>> orders() {
        MessageChange four = edit("Alle quattro", 10);
        MessageChange five = edit("Alle cinque", 20);
        MessageChange six = edit("Alle sei", 30);
        return Stream.of(
                List.of(four, five, six),
                List.of(four, six, five),
                List.of(five, four, six),
                List.of(five, six, four),
                List.of(six, four, five),
                List.of(six, five, four),
                List.of(four, five, five, six, six, four));
    }

    @Test
    void what_was_deleted_says_nothing_any_more_not_even_what_it_said_before() {
        var deleted = customers()
                .after(edit("Alle quattro", 1))
                .after(reaction("👍", 2))
                .after(revocation(3));

        assertThat(deleted.content()).isEqualTo(new Content.Revoked());
        assertThat(deleted.earlier()).isEmpty();
        assertThat(deleted.reactions()).isEmpty();
    }

    @Test
    void each_of_a_group_has_an_emoji_of_his_own() {
        var both = customers()
                .after(reaction("👍", 1).by(PIA))
                .after(reaction("❤️", 2).by(IDA));

        assertThat(both.reactions())
                .containsExactly(
                        new Reaction("❤️", null, NOON.plusSeconds(2), IDA),
                        new Reaction("👍", null, NOON.plusSeconds(1), PIA));
        assertThat(both.after(reaction(null, 3).by(PIA)).reactions())
                .containsExactly(new Reaction("❤️", null, NOON.plusSeconds(2), IDA));
    }

    @Test
    void an_emoji_that_one_of_a_group_set_before_he_took_it_away_stays_away_when_it_comes_late() {
        var without = customers()
                .after(reaction("👍", 1).by(IDA))
                .after(reaction(null, 4).by(PIA));

        assertThat(without.after(reaction("🙏", 3).by(PIA)).reactions())
                .containsExactly(new Reaction("👍", null, NOON.plusSeconds(1), IDA));
    }

    @Test
    void what_was_deleted_stays_deleted() {
        var deleted = customers().after(revocation(1));

        assertThat(deleted.after(edit("Alle quattro", 2)).after(reaction("👍", 3)))
                .isEqualTo(deleted);
    }

    @Test
    void what_we_wrote_a_customer_neither_edits_nor_deletes() {
        var ours = new ChangingMessage(false, FIRST, List.of(), List.of(), List.of(), null);

        assertThat(ours.after(edit("Gratis", 1)).after(revocation(2))).isEqualTo(ours);
    }

    private static ChangingMessage customers() {
        return new ChangingMessage(true, FIRST, List.of(), List.of(), List.of(), null);
    }

    private static MessageChange.Reaction reaction(String emoji, int second) {
        return new MessageChange.Reaction(UUID.randomUUID(), "1", "wamid.1", null, emoji, NOON.plusSeconds(second));
    }

    private static MessageChange edit(String text, int second) {
        return new MessageChange.Edit(
                UUID.randomUUID(), "1", "wamid.1", false, new Content.Text(text), NOON.plusSeconds(second));
    }

    private static MessageChange revocation(int second) {
        return new MessageChange.Revocation(UUID.randomUUID(), "1", "wamid.1", false, NOON.plusSeconds(second));
    }
}
