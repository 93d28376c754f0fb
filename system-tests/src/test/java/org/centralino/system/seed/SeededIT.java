package org.centralino.system.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.centralino.system.seed.Seeding.Seeded;
import org.centralino.system.stack.Api;
import org.centralino.system.stack.AsInProduction;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The product with a year's conversations in it, where they are not in the way of other tests.
@AsInProduction
class SeededIT {
    private static final Scale SCALE = new Scale(1, 2_000, 20_000);
    private static final List<String> VIEWS = List.of("mine", "unassigned", "all", "resolved");

    private final RunningStack stack;
    private int before;
    private Seeded seeded;
    private List<SeededConversation> conversations;

    SeededIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void seed() {
        before = conversations();
        var lengths = SCALE.lengths();
        var now = stack.simulator().now();
        conversations = IntStream.range(0, SCALE.conversations())
                .mapToObj(n -> SeededConversation.of(SCALE.seed(), n, lengths[n], now))
                .toList();
        seeded = Seeding.run(stack, SCALE, System.out::println);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "unassigned", "all", "resolved"})
    void a_list_is_read_to_its_end_newest_first_with_nothing_twice(String view) {
        var items = listed(stack.as(Operator.ANNA), view);

        assertThat(items).extracting(item -> item.path("id").asText()).doesNotHaveDuplicates();
        assertThat(items.reversed())
                .extracting(item ->
                        java.time.Instant.parse(item.path("lastActivityAt").asText()))
                .isSorted();
    }

    @Test
    void both_lists_together_leave_nothing_out() {
        assertThat(conversations()).isEqualTo(before + SCALE.conversations());
    }

    private int conversations() {
        var anna = stack.as(Operator.ANNA);
        return listed(anna, "all").size() + listed(anna, "resolved").size();
    }

    @Test
    void the_counts_are_those_of_the_lists() {
        var anna = stack.as(Operator.ANNA);

        assertCountsAreThoseOfTheLists(anna);
    }

    @Test
    void whoever_sees_only_his_own_counts_and_lists_only_that() {
        var own = stack.as(Staff.of(stack).hireForTheirOwn(1).getFirst());

        assertCountsAreThoseOfTheLists(own);
        assertThat(listed(own, "all"))
                .isNotEmpty()
                .allMatch(item -> item.path("assignee").isMissingNode());
    }

    private static void assertCountsAreThoseOfTheLists(Api operator) {
        var counts = operator.get("/api/conversations/counts").json();
        assertThat(VIEWS)
                .allSatisfy(view -> assertThat(counts.path(view).asInt())
                        .as(view)
                        .isEqualTo(listed(operator, view).size()));
    }

    @Test
    void a_long_thread_is_read_to_its_start() {
        var timeline = stack.as(Operator.ANNA).timeline(seeded.longestThreads().getFirst());

        assertThat(timeline)
                .extracting(item -> item.path("sequence").asInt())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, seeded.longestLength()).boxed().toList());
    }

    @Test
    void a_long_history_is_read_to_its_start() {
        var conversation = conversations.getFirst();

        var history =
                stack.as(Operator.CARLA).all("/api/conversations/%s/history?limit=100".formatted(conversation.id()));

        assertThat(history)
                .extracting(item -> item.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(conversation.history().stream()
                        .map(entry -> entry.id().toString())
                        .toList());
    }

    @Test
    void a_customer_whose_conversation_was_resolved_writes_and_it_is_open_again() {
        var resolved = one(
                conversations.stream().filter(SeededConversation::isResolved).toList());

        writes(resolved, "Ci risiamo");

        var anna = stack.as(Operator.ANNA);
        Patience.await("it is open")
                .until(() ->
                        anna.conversation(resolved.id()).path("status").asText().equals("open"));
        assertThat(anna.conversation(resolved.id()).path("lastSequence").asInt())
                .isEqualTo(resolved.messages().size() + 1);
    }

    @Test
    void the_holder_answers_and_the_customer_has_it() {
        var held = one(conversations.stream()
                .filter(it -> !it.isResolved() && it.epoch() == 1 && it.holder() != null)
                .filter(it -> it.holder().name().equals(Operator.BRUNO.name()))
                .toList());
        writes(held, "C'è qualcuno?");

        answers(held, stack.as(Operator.BRUNO), held.epoch());
    }

    @Test
    void whoever_takes_what_nobody_held_answers_and_notes() {
        var free = one(conversations.stream()
                .filter(it -> !it.isResolved() && it.holder() == null && it.epoch() == 2)
                .toList());
        writes(free, "C'è qualcuno?");
        var anna = stack.as(Operator.ANNA);

        var taken = anna.take(free.id()).json().path("epoch").asLong();

        assertThat(taken).isEqualTo(free.epoch() + 1);
        answers(free, anna, taken);
        assertThat(anna.note(free.id(), UUID.randomUUID(), "Richiamare").isSuccess())
                .isTrue();
    }

    @Test
    void the_notes_that_were_taken_are_there() {
        var noted =
                one(conversations.stream().filter(it -> !it.notes().isEmpty()).toList());

        assertThat(stack.as(Operator.CARLA).all("/api/conversations/%s/notes".formatted(noted.id())))
                .extracting(note -> note.path("text").asText())
                .containsExactly(noted.notes().getFirst().text());
    }

    @Test
    void the_same_is_not_seeded_twice() {
        assertThatExceptionOfType(Seeding.AlreadySeededException.class)
                .isThrownBy(() -> Seeding.run(stack, SCALE, System.out::println))
                .withMessageContaining("Seed 1 is there already");
    }

    private void writes(SeededConversation conversation, String text) {
        var customer = conversation.customer();
        var seen = conversation.messages().size();
        stack.simulator().writes(stack.simulator().add(customer.name(), customer.phone()), text);
        Patience.await("it is written down")
                .until(() -> stack.as(Operator.CARLA)
                                .conversation(conversation.id())
                                .path("lastSequence")
                                .asInt()
                        > seen);
    }

    /// @param epoch under which he holds it
    private void answers(SeededConversation conversation, Api operator, long epoch) {
        var since = stack.simulator().lastCall();
        var id = UUID.randomUUID();
        var seen = conversation.messages().size() + 1;
        assertThat(operator.reply(conversation.id(), id, "Sì, eccomi", seen, epoch)
                        .status())
                .isEqualTo(202);
        Patience.await("the platform has it")
                .until(() -> stack.simulator().calls(since).stream()
                        .anyMatch(call ->
                                call.path("bizOpaqueCallbackData").asText().equals(id.toString())));
    }

    /// Not the first, which the other tests read.
    private static SeededConversation one(List<SeededConversation> those) {
        return those.getLast();
    }

    private static List<JsonNode> listed(Api operator, String view) {
        return operator.all("/api/conversations?view=%s&limit=100".formatted(view));
    }
}
