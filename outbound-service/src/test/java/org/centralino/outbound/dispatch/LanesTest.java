package org.centralino.outbound.dispatch;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.GraphPlatform.refusesWith;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.Held;
import org.centralino.events.HeldReason;
import org.centralino.events.OutboundEvent.MessageRefused;
import org.centralino.events.Precedence;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One lane for each number: how fast, in which order, and whether at all.
@QuarkusTest
class LanesTest extends Outbound {
    private static final String NUMBER = "510000000000023";

    @ParameterizedTest
    @ValueSource(ints = {190, 0})
    void a_message_whose_token_is_refused_waits_and_goes_out_when_it_is_taken_again(int code) {
        var reply = reply();
        platform.on(reply.messageId(), refusesWith(401, code), refusesWith(401, code));

        queue(reply);

        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(3);
        assertThat(topic.toldAbout(reply.messageId())).hasSize(1);
    }

    @Test
    void a_number_whose_token_is_refused_is_shown_as_stopped_until_it_goes_on() {
        var reply = reply();
        refuseTheToken(reply);

        queue(reply);

        Patience.await("the number is shown as stopped")
                .untilAsserted(() -> as("anna")
                        .get("/api/numbers")
                        .then()
                        .body(
                                "items.find { it.phoneNumberId == '%s' }.level".formatted(NUMBER),
                                org.hamcrest.Matchers.equalTo("stopped"))
                        .body(
                                "items.find { it.phoneNumberId == '%s' }.limitations.kind".formatted(NUMBER),
                                hasItem("token-refused")));
        takeTheToken(reply);
        assertAccepted(reply);
        Patience.await("the number goes on")
                .untilAsserted(() -> as("anna")
                        .get("/api/numbers")
                        .then()
                        .body(
                                "items.find { it.phoneNumberId == '%s' }.limitations.kind".formatted(NUMBER),
                                not(hasItem("token-refused"))));
    }

    @Test
    void the_author_of_a_reply_that_waits_for_another_token_is_told_so_once() {
        var reply = reply();
        platform.on(reply.messageId(), refusesWith(401, 190), refusesWith(401, 190), refusesWith(401, 190));

        queue(reply);

        Patience.await("the author is told")
                .untilAsserted(() -> assertThat(topic.toldOfWaiting(reply.messageId()))
                        .containsExactly(new Held(HeldReason.TOKEN, null)));
        assertAccepted(reply);
        assertThat(topic.toldOfWaiting(reply.messageId())).hasSize(1);
    }

    @Test
    void what_waited_for_a_token_until_it_was_too_old_is_refused_with_the_reason() {
        var reply = reply();
        platform.on(reply.messageId(), refusesWith(401, 190), refusesWith(401, 190));
        queue(reply);
        Patience.await("the author is told")
                .until(() -> !topic.toldOfWaiting(reply.messageId()).isEmpty());

        execute("update dispatch set queued_at = now() - interval '2 hours' where message_id = ?", reply);

        Patience.await("the message is refused")
                .untilAsserted(() -> assertThat(topic.toldAbout(reply.messageId()))
                        .singleElement()
                        .isInstanceOfSatisfying(
                                MessageRefused.class,
                                refused -> assertThat(refused.error().title())
                                        .isEqualTo("Waited too long to be sent by itself")));
    }

    @Test
    void while_a_number_is_stopped_nothing_else_is_called_by_it() {
        var refused = reply();
        refuseTheToken(refused);
        queue(refused);
        Patience.await("the number is stopped").until(() -> isStopped());
        var others = Stream.generate(this::reply).limit(5).toList();

        others.forEach(this::queue);
        takeTheToken(refused);

        others.forEach(this::assertAccepted);
        assertAccepted(refused);
        assertThat(others)
                .allSatisfy(
                        reply -> assertThat(platform.callsOf(reply.messageId())).hasSize(1));
    }

    @Test
    void a_stop_outlives_the_process_as_it_stands_in_the_database() throws SQLException {
        var waiting = reply();
        execute("""
                update sending_lane set owner = gen_random_uuid(), fence = fence + 1,
                  leased_until = now() + interval '1 second', stopped_since = now(),
                  stop_code = 190, stop_title = 'Expired', stop_token = 'of another token'
                where phone_number_id = '510000000000023'""");

        queue(waiting);

        assertAccepted(waiting);
        assertThat(isStopped()).isFalse();
    }

    @Test
    void a_lane_whose_owner_died_is_taken_over_when_its_lease_has_run_out() throws SQLException {
        var reply = reply();
        execute("""
                update sending_lane set owner = gen_random_uuid(), fence = fence + 1, leased_until = now() + interval '2 seconds'
                where phone_number_id = '510000000000023'""");

        queue(reply);

        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void replies_go_before_what_a_rule_sends_and_that_before_campaigns() throws SQLException {
        var stopped = reply();
        refuseTheToken(stopped);
        queue(stopped);
        Patience.await("the number is stopped").until(() -> isStopped());
        var campaign = sent(Precedence.CAMPAIGN, 10);
        var rule = sent(Precedence.RULE, 10);
        var replies = sent(null, 10);

        var all = Stream.of(campaign, rule, replies).flatMap(List::stream).toList();
        all.forEach(this::queue);
        Patience.await("all of them wait").until(() -> waiting() > all.size());
        takeTheToken(stopped);
        all.forEach(this::assertAccepted);

        assertThat(lastOf(replies)).isLessThan(firstOf(rule));
        assertThat(lastOf(rule)).isLessThan(firstOf(campaign));
    }

    @Test
    void a_number_never_sends_more_in_any_second_than_it_may() {
        var sent = sent(Precedence.CAMPAIGN, 200);

        sent.forEach(this::queue);
        sent.forEach(this::assertAccepted);

        var times = sent.stream()
                .map(reply -> platform.callsOf(reply.messageId()).getFirst().begun())
                .sorted()
                .toList();
        for (var first = 0; first + 80 < times.size(); first++) {
            assertThat(times.get(first + 80) - times.get(first)).isGreaterThan(990_000_000L);
        }
    }

    @Test
    void what_customers_do_leaves_so_much_less_for_what_is_sent() {
        var began = System.nanoTime();
        for (var n = 0; n < 60; n++) {
            topic.publish(reacted());
        }

        var sent = sent(Precedence.CAMPAIGN, 150);
        sent.forEach(this::queue);
        sent.forEach(this::assertAccepted);

        assertThat(sent.stream()
                        .map(reply ->
                                platform.callsOf(reply.messageId()).getFirst().begun() - began)
                        .filter(after -> after > 1_000_000_000L && after <= 2_000_000_000L))
                .hasSizeBetween(1, 20);
    }

    @Test
    void a_customer_is_sent_no_more_than_the_platform_takes_for_one() {
        var conversation = conversationOf(46);

        conversation.forEach(this::queue);

        assertAccepted(conversation.get(44));
        var burst =
                platform.callsOf(conversation.get(43).messageId()).getFirst().begun();
        var next = platform.callsOf(conversation.get(44).messageId()).getFirst().begun();
        assertThat(next - burst).isGreaterThan(1_000_000_000L);
        assertThat(topic.toldOfWaiting(conversation.get(44).messageId()))
                .first()
                .satisfies(held -> {
                    assertThat(held.reason()).isEqualTo(HeldReason.PAIR);
                    assertThat(held.until()).isBefore(clock.instant().plusSeconds(7));
                });
        assertThat(platform.callsOf(conversation.get(45).messageId())).isEmpty();
        assertAccepted(conversation.get(45));
    }

    /// From now on the number's token is refused, as far as this message tells.
    private void refuseTheToken(ReplyQueued reply) {
        platform.on(
                reply.messageId(),
                Stream.generate(() -> refusesWith(401, 190)).limit(1_000).toArray(GraphPlatform.Reaction[]::new));
    }

    private void takeTheToken(ReplyQueued reply) {
        platform.on(reply.messageId());
    }

    private int waiting() {
        return Integer.parseInt(
                ask("select count(*) from dispatch where state = 'INTENT' and ? is not null", UUID.randomUUID()));
    }

    private ReactionReceived reacted() {
        var giulia = new WhatsAppEvent.Customer("IT.7781930025541178", null, "393330000042", null, null);
        var id = "wamid." + UUID.randomUUID();
        return new ReactionReceived(NUMBER, id, giulia, "wamid.of-ours", "👍", clock.instant(), clock.instant(), "{}");
    }

    private List<ReplyQueued> sent(Precedence precedence, int number) {
        var all = new ArrayList<ReplyQueued>();
        for (var each = 0; each < number; each++) {
            var reply = reply();
            all.add(new ReplyQueued(
                    reply.conversationId(),
                    reply.access(),
                    reply.messageId(),
                    reply.sequence(),
                    reply.author(),
                    reply.recipient(),
                    reply.content(),
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    precedence,
                    null,
                    reply.at(),
                    reply.conversation()));
        }
        return all;
    }

    private long firstOf(List<ReplyQueued> replies) {
        return platform.callsOf(byTime(replies).getFirst().messageId())
                .getFirst()
                .begun();
    }

    private long lastOf(List<ReplyQueued> replies) {
        return platform.callsOf(byTime(replies).getLast().messageId())
                .getFirst()
                .begun();
    }

    private List<ReplyQueued> byTime(List<ReplyQueued> replies) {
        return replies.stream()
                .sorted(comparing(
                        reply -> platform.callsOf(reply.messageId()).getFirst().begun()))
                .toList();
    }

    private boolean isStopped() {
        return ask(
                        "select count(*) from sending_lane where stopped_since is not null and ? is not null",
                        UUID.randomUUID())
                .equals("1");
    }
}
