package org.centralino.outbound.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.GraphPlatform.acceptsAfter;
import static org.centralino.outbound.dispatch.GraphPlatform.platformIdOf;
import static org.centralino.testkit.Caller.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.centralino.events.Consent;
import org.centralino.events.Content;
import org.centralino.events.Content.FromTemplate.SentOffer;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.ConsentChanged;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.MessageStatus;
import org.centralino.events.OutboundEvent.MessageRefused;
import org.centralino.events.Quoted;
import org.centralino.events.Template.Category;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is sent to customers who may not want it, and what becomes of templates.
@QuarkusTest
class AdvertisingTest extends Outbound {
    private static final Instant ENDS = Instant.parse("2031-05-04T20:00:00.123Z");
    private static final String OURS = "510000000000023";
    private static final String ACCOUNT = "290000000000017";

    private final String name = "saldi_" + UUID.randomUUID().toString().replace('-', '_');

    @BeforeEach
    void known() throws SQLException {
        template("utility");
    }

    @AfterEach
    void forget() throws SQLException {
        execute("delete from template where id = '%s'".formatted(name));
    }

    @Test
    void advertising_for_who_must_not_get_any_is_refused_and_never_called() {
        var sale = template(reply(), Category.MARKETING, false);

        queue(sale);

        assertUnwanted(sale);
    }

    @Test
    void what_is_no_advertising_reaches_everybody() {
        var notice = template(reply(), Category.UTILITY, false);

        queue(notice);

        assertAccepted(notice);
        assertThat(platform.callsOf(notice.messageId()).getFirst().body().encode())
                .contains("\"expiration_time_ms\":%d".formatted(ENDS.toEpochMilli()));
    }

    @Test
    void a_template_that_has_become_advertising_meanwhile_is_refused() throws SQLException {
        execute("update template set category = 'marketing' where id = '%s'".formatted(name));
        var notice = template(reply(), Category.UTILITY, false);

        queue(notice);

        assertUnwanted(notice);
    }

    @Test
    void a_template_of_the_same_name_in_another_account_says_nothing_of_it() throws SQLException {
        execute("""
                insert into template (id, account_id, name, language, status, category, template, written_at, told_at)
                select id || '-other', '290000000000099', name, language, status, 'marketing', template, written_at, told_at
                from template where id = '%s'""".formatted(name));
        var notice = template(reply(), Category.UTILITY, false);

        queue(notice);

        assertAccepted(notice);
        execute("delete from template where id = '%s-other'".formatted(name));
    }

    @Test
    void advertising_that_waits_is_not_sent_when_the_customer_withdraws_and_what_is_queued_later_is() {
        var conversation = UUID.randomUUID();
        var first = reply(conversation, 1);
        var sale = template(reply(conversation, 2), Category.MARKETING, true);
        var later = template(reply(conversation, 3), Category.MARKETING, true);
        var answer = new CompletableFuture<Void>();
        platform.on(first.messageId(), acceptsAfter(answer));
        queue(first);
        Patience.await("the first is being sent")
                .until(() -> !platform.callsOf(first.messageId()).isEmpty());

        queue(sale);
        tell(consent(sale, Consent.WITHDRAWN));
        tell(consent(sale, Consent.GIVEN));
        queue(later);
        Patience.await("all is heard").until(() -> rowOf(later).startsWith("INTENT"));
        answer.complete(null);

        assertUnwanted(sale);
        assertAccepted(later);
    }

    @Test
    void how_often_a_template_was_sent_and_with_what_result_is_counted_once_whatever_is_told_twice() {
        var first = template(reply(), Category.UTILITY, true);
        var second = template(reply(), Category.UTILITY, true);
        for (var twice = 0; twice < 2; twice++) {
            tell(first);
            tell(second);
            tell(moved(first, MessageStatus.ACCEPTED));
            tell(moved(first, MessageStatus.READ));
            tell(moved(second, MessageStatus.FAILED));
            tell(answered(first));
        }

        Patience.await("all of it is counted")
                .untilAsserted(() -> shown().body("use.lastUsedAt", notNullValue())
                        .body("use.lastWeek.sent", equalTo(1))
                        .body("use.lastMonth.delivered", equalTo(1))
                        .body("use.total.read", equalTo(1))
                        .body("use.total.failed", equalTo(1))
                        .body("use.total.answered", equalTo(1)));
    }

    @Test
    void what_a_customer_says_within_a_day_answers_the_template_that_he_got_last() {
        var notice = template(reply(), Category.UTILITY, true);
        tell(notice);
        tell(says(notice, null));

        Patience.await("the answer is counted").untilAsserted(() -> shown().body("use.total.answered", equalTo(1)));
        assertAccepted(notice);
    }

    private void assertUnwanted(ReplyQueued reply) {
        Patience.await("the refusal")
                .untilAsserted(() -> assertThat(topic.toldAbout(reply.messageId()))
                        .last()
                        .isInstanceOfSatisfying(
                                MessageRefused.class,
                                refused -> assertThat(refused.error().title())
                                        .isEqualTo("The customer wants no advertising")));
        assertThat(platform.callsOf(reply.messageId())).isEmpty();
    }

    private void tell(ConversationEvent.Recorded event) {
        topic.tells(UUID.randomUUID().toString(), event);
    }

    private void template(String category) throws SQLException {
        execute("""
                insert into template (id, account_id, name, language, status, category, template, written_at, told_at)
                values ('%1$s', '%2$s', '%1$s', 'it', 'approved', '%3$s', '{"id": "%1$s", "accountId": "%2$s",
                  "phoneNumberIds": ["%4$s"], "name": "%1$s", "language": "it", "status": "approved",
                  "category": "%3$s", "body": "Da oggi in saldo."}', now(), now())""".formatted(name, ACCOUNT, category, OURS));
    }

    private ValidatableResponse shown() {
        return as("anna")
                .get("/api/numbers/%s/templates/%s".formatted(OURS, name))
                .then()
                .statusCode(200);
    }

    private ReplyQueued template(ReplyQueued reply, Category category, boolean mayAdvertise) {
        return new ReplyQueued(
                reply.conversationId(),
                reply.access(),
                reply.messageId(),
                reply.sequence(),
                reply.author(),
                reply.recipient(),
                new Content.FromTemplate(
                        "Da oggi in saldo.",
                        name,
                        "it",
                        category,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        new SentOffer("Saldi", ENDS)),
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                mayAdvertise,
                reply.at(),
                reply.conversation());
    }

    private ConsentChanged consent(ReplyQueued about, Consent consent) {
        return new ConsentChanged(
                about.conversationId(),
                about.access(),
                UUID.randomUUID(),
                consent,
                Consent.Source.CUSTOMER,
                null,
                null,
                clock.instant(),
                clock.instant(),
                about.conversation());
    }

    private MessageStatusChanged moved(ReplyQueued reply, MessageStatus status) {
        return new MessageStatusChanged(
                reply.conversationId(),
                reply.access(),
                reply.messageId(),
                reply.sequence(),
                status,
                clock.instant(),
                null,
                null,
                clock.instant(),
                reply.conversation());
    }

    private MessageReceived answered(ReplyQueued reply) {
        return says(reply, new Quoted(reply.messageId(), reply.author(), null, reply.content()));
    }

    private MessageReceived says(ReplyQueued reply, Quoted quoted) {
        var at = clock.instant().plusSeconds(1);
        return new MessageReceived(
                reply.conversationId(),
                reply.access(),
                UUID.randomUUID(),
                reply.sequence() + 1,
                platformIdOf(reply.messageId()) + ".answer",
                at,
                new Content.Text("Va bene"),
                null,
                quoted,
                false,
                false,
                at,
                reply.conversation());
    }
}
