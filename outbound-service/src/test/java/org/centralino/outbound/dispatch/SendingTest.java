package org.centralino.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.GraphPlatform.neverAnswers;
import static org.centralino.outbound.dispatch.GraphPlatform.redirectsTo;
import static org.centralino.outbound.dispatch.GraphPlatform.refusesWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationEvent.Resolved;
import org.centralino.events.OutboundEvent.MessageRefused;
import org.centralino.events.PlatformError;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = Infrastructure.class,
        initArgs = {
            @ResourceArg(name = "service", value = "outbound"),
            @ResourceArg(name = "objects", value = "true"),
            @ResourceArg(name = "keycloak", value = "true")
        })
@QuarkusTestResource(GraphPlatformResource.class)
class SendingTest extends Outbound {
    @Test
    void a_reply_reaches_the_platform_and_what_became_of_it_is_told() {
        var reply = reply();

        queue(reply);

        assertAccepted(reply);
        var call = platform.callsOf(reply.messageId()).getFirst();
        assertThat(call.uri()).isEqualTo("/v25.0/510000000000023/messages");
        assertThat(call.authorization()).isEqualTo("Bearer " + GraphPlatformResource.TOKEN);
        assertThat(call.body()).isEqualTo(new JsonObject("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+393330000042","type":"text",
                 "text":{"body":"Il pacco parte oggi 😊"},"biz_opaque_callback_data":"%s"}""".formatted(reply.messageId())));
    }

    @Test
    void nothing_that_the_customer_could_read_stays_here_when_it_was_sent() {
        var reply = reply();

        queue(reply);

        assertAccepted(reply);
        assertThat(rowOf(reply)).isEqualTo("ACCEPTED words=false phone=false");
    }

    @Test
    void a_reply_that_is_heard_many_times_is_sent_once() {
        var reply = reply();
        var sameEvent = UUID.randomUUID().toString();

        for (var time = 0; time < 5; time++) {
            topic.tells(sameEvent, reply);
            queue(reply);
        }
        var last = reply(reply.conversationId(), 2);
        queue(last);

        assertAccepted(last);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
        assertThat(topic.toldAbout(reply.messageId())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429, 130429", "400, 131056", "400, 80007"})
    void a_message_that_was_one_too_many_is_sent_a_second_later(int status, int code) {
        var reply = reply();
        platform.on(reply.messageId(), refusesWith(status, code));

        queue(reply);

        assertAccepted(reply);
        var calls = platform.callsOf(reply.messageId());
        assertThat(calls).hasSize(2);
        assertThat(Duration.ofNanos(calls.get(1).begun() - calls.get(0).begun()))
                .isBetween(Duration.ofMillis(1000), Duration.ofMillis(2500));
    }

    @ParameterizedTest
    @ValueSource(ints = {131047, 131026})
    void a_message_that_the_platform_does_not_want_is_refused_with_its_reason(int code) {
        var reply = reply();
        platform.on(reply.messageId(), refusesWith(400, code));

        queue(reply);

        Patience.await("the message is refused")
                .untilAsserted(() -> assertThat(topic.toldAbout(reply.messageId()))
                        .singleElement()
                        .isInstanceOfSatisfying(
                                MessageRefused.class,
                                refused -> assertThat(refused.error().code()).isEqualTo(code)));
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void a_redirect_is_not_followed_and_the_token_goes_nowhere_else() {
        var reply = reply();
        platform.on(reply.messageId(), redirectsTo(platform.url() + "/elsewhere"));

        queue(reply);

        assertInDoubt(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void while_the_platform_cannot_be_reached_messages_wait_and_go_out_when_it_is_back() {
        var reply = reply();
        platform.stop();
        try {
            queue(reply);
            Patience.await("three calls have begun")
                    .untilAsserted(() -> assertThat(callsBegun(reply)).isGreaterThanOrEqualTo(3));
            assertThat(topic.toldAbout(reply.messageId())).isEmpty();
        } finally {
            platform.start();
        }

        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void messages_of_a_conversation_go_out_in_order_and_conversations_side_by_side() {
        var conversations = new ArrayList<List<ReplyQueued>>();
        for (var number = 0; number < 20; number++) {
            conversations.add(conversationOf(5));
        }
        conversations.stream()
                .flatMap(List::stream)
                .forEach(reply -> platform.on(
                        reply.messageId(),
                        platform.acceptsAfter(ThreadLocalRandom.current().nextLong(20, 60))));

        for (var position = 0; position < 5; position++) {
            for (var conversation : conversations) {
                queue(conversation.get(position));
            }
        }

        conversations.forEach(conversation -> assertAccepted(conversation.getLast()));
        for (var conversation : conversations) {
            for (var position = 1; position < conversation.size(); position++) {
                var earlier = conversation.get(position - 1).messageId();
                var later = conversation.get(position).messageId();
                assertThat(platform.callsOf(later))
                        .singleElement()
                        .satisfies(call -> assertThat(call.begun()).isGreaterThan(platform.answeredAt(earlier)));
            }
        }
        assertThat(platform.mostOpen()).isBetween(2, 16);
    }

    @Test
    void a_message_waits_for_an_earlier_one_that_is_to_be_tried_again() {
        var replies = conversationOf(2);
        platform.on(replies.getFirst().messageId(), refusesWith(429, 130429));

        replies.forEach(this::queue);

        assertAccepted(replies.getLast());
        assertThat(platform.callsOf(replies.getFirst().messageId())).hasSize(2);
        assertThat(platform.callsOf(replies.getLast().messageId()).getFirst().begun())
                .isGreaterThan(platform.callsOf(replies.getFirst().messageId())
                        .getLast()
                        .begun());
    }

    @Test
    void a_message_does_not_wait_for_an_earlier_one_that_is_in_doubt_or_refused() {
        var replies = conversationOf(3);
        platform.on(replies.get(0).messageId(), neverAnswers());
        platform.on(replies.get(1).messageId(), refusesWith(400, 131026));

        replies.forEach(this::queue);

        assertAccepted(replies.getLast());
        assertInDoubt(replies.getFirst());
    }

    @Test
    void a_reply_without_a_recipient_is_refused_and_not_sent() {
        var reply = reply(UUID.randomUUID(), 1, new Recipient(null, null), clock.instant());

        queue(reply);

        Patience.await("the message is refused")
                .untilAsserted(() -> assertThat(topic.toldAbout(reply.messageId()))
                        .singleElement()
                        .isInstanceOf(MessageRefused.class));
        assertThat(platform.callsOf(reply.messageId())).isEmpty();
    }

    @Test
    void other_events_of_a_conversation_send_nothing() {
        var reply = reply();
        topic.tells(
                UUID.randomUUID().toString(),
                new Resolved(reply.conversationId(), reply.access(), ANNA, clock.instant(), reply.conversation()));

        queue(reply);

        assertAccepted(reply);
    }

    @Test
    void a_reply_that_was_queued_days_ago_is_refused_with_what_to_do_and_not_sent() {
        var old = reply(UUID.randomUUID(), 1, GIULIA, clock.instant().minus(Duration.ofDays(3)));

        queue(old);

        assertTooOld(old);
    }

    @Test
    void a_row_that_a_restored_database_brought_back_is_refused_with_what_to_do_and_not_sent() {
        var reply = reply();
        execute("""
                insert into dispatch (message_id, conversation_id, sequence, phone_number_id, phone, content, queued_at,
                                      recorded_at, due_at, state)
                values (?, '%s', 1, '510000000000023', '+393330000042', '{"type":"text","text":"Ciao"}',
                        now() - interval '3 days', now() - interval '3 days', now() - interval '3 days', 'INTENT')""".formatted(reply.conversationId()), reply);

        assertTooOld(reply);
    }

    @Test
    void what_waits_behind_an_old_row_goes_out() {
        var replies = conversationOf(2);
        execute("""
                insert into dispatch (message_id, conversation_id, sequence, phone_number_id, phone, content, queued_at, state)
                values (?, '%s', 1, '510000000000023', '+393330000042', '{"type":"text","text":"Ciao"}',
                        now() - interval '3 days', 'INTENT')""".formatted(replies.getFirst().conversationId()), replies.getFirst());

        queue(replies.getLast());

        assertAccepted(replies.getLast());
        assertTooOld(replies.getFirst());
    }

    private void assertTooOld(ReplyQueued reply) {
        Patience.await("the message is refused")
                .untilAsserted(() -> assertThat(topic.toldAbout(reply.messageId()))
                        .singleElement()
                        .isInstanceOfSatisfying(
                                MessageRefused.class,
                                refused -> assertThat(refused.error())
                                        .returns(0, PlatformError::code)
                                        .returns("Too old to be sent by itself", PlatformError::title)
                                        .extracting(PlatformError::detail)
                                        .asString()
                                        .endsWith("then send it again if it is still right.")));
        assertThat(platform.callsOf(reply.messageId())).isEmpty();
    }

    private int callsBegun(ReplyQueued reply) {
        return Integer.parseInt(ask("select calls from dispatch where message_id = ?", reply));
    }
}
