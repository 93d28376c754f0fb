package org.centralino.outbound.dispatch;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.GraphPlatform.accepts;
import static org.centralino.outbound.dispatch.GraphPlatform.acceptsAfter;
import static org.centralino.outbound.dispatch.GraphPlatform.answers;
import static org.centralino.outbound.dispatch.GraphPlatform.breaksTheConnection;
import static org.centralino.outbound.dispatch.GraphPlatform.neverAnswers;
import static org.centralino.outbound.dispatch.GraphPlatform.platformIdOf;
import static org.centralino.outbound.dispatch.GraphPlatform.redirectsTo;
import static org.centralino.outbound.dispatch.GraphPlatform.refusesWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationEvent.Resolved;
import org.centralino.events.ConversationState;
import org.centralino.events.OutboundEvent.MessageAccepted;
import org.centralino.events.OutboundEvent.MessageInDoubt;
import org.centralino.events.OutboundEvent.MessageRefused;
import org.centralino.events.Person;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.dispatch.domain.Claim;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Message;
import org.centralino.outbound.whatsapp.CloudApi;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Patience;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = Infrastructure.class, initArgs = @ResourceArg(name = "database", value = "outbound"))
@QuarkusTestResource(GraphPlatformResource.class)
class SendingTest {
    private static final Recipient GIULIA = new Recipient("+393330000042", "IT.7781930025541178");
    private static final Person ANNA = new Person(UUID.randomUUID(), "Anna Ricci");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    DispatchStore store;

    @Inject
    SessionFactory sessions;

    @Inject
    CloudApi cloudApi;

    @Inject
    OutboundConfig config;

    @Inject
    WhatsAppConfig whatsapp;

    @Inject
    DispatchMetrics metrics;

    @Inject
    Vertx vertx;

    private final GraphPlatform platform = GraphPlatform.INSTANCE;
    private Topic topic;

    @BeforeEach
    void listen() {
        topic = new Topic(broker);
    }

    @AfterEach
    void stopListening() throws InterruptedException {
        topic.close();
    }

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

    @Test
    void a_call_that_is_not_answered_is_in_doubt_and_never_repeated_until_a_status_tells_its_fate() {
        var reply = reply();
        platform.on(reply.messageId(), neverAnswers());

        queue(reply);

        assertInDoubt(reply);
        topic.status(reply.messageId(), "wamid.LEARNT", "sent");
        assertAcceptedAs(reply, "wamid.LEARNT");
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
        assertThat(topic.toldAbout(reply.messageId())).hasSize(2);
    }

    @Test
    void a_call_whose_connection_breaks_is_in_doubt() {
        var reply = reply();
        platform.on(reply.messageId(), breaksTheConnection());

        queue(reply);

        assertInDoubt(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | ''",
                "502 | <html>Bad gateway</html>",
                "500 | {\"error\":{\"code\":2,\"message\":\"Service down\",\"is_transient\":true}}",
                "400 | {\"error\":{\"code\":131000,\"message\":\"Something went wrong\"}}",
                "200 | OK",
                "200 | {\"messages\":[]}"
            })
    void an_answer_that_proves_nothing_leaves_the_message_in_doubt(int status, String body) {
        var reply = reply();
        platform.on(reply.messageId(), answers(status, body));

        queue(reply);

        assertInDoubt(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
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
    @ValueSource(ints = {131047, 131026, 190, 0})
    void a_message_that_the_platform_does_not_want_is_refused_with_its_reason(int code) {
        var reply = reply();
        platform.on(reply.messageId(), refusesWith(code == 190 ? 401 : 400, code));

        queue(reply);

        Patience.await("the reply is refused")
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
            Patience.await("the platform was called three times")
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
    void what_a_dead_replica_was_calling_is_in_doubt_and_not_called_again() throws SQLException {
        var reply = reply();
        leave(reply, "CALLING");

        assertInDoubt(reply);
        assertThat(platform.callsOf(reply.messageId())).isEmpty();
    }

    @Test
    void what_a_dead_replica_had_taken_but_not_called_is_sent() throws SQLException {
        var reply = reply();
        leave(reply, "CLAIMED");

        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void a_replica_that_was_asleep_while_another_took_over_does_not_call() throws Throwable {
        var reply = reply();
        leave(reply, "CLAIMED");
        assertAccepted(reply);
        var message = new Message(
                reply.messageId(), reply.conversationId(), 1, "510000000000023", GIULIA, reply.content(), reply.at());
        var asleep = new Claimed(message, new Claim(7, 0, Duration.ZERO));

        var call = VertxContextSupport.subscribeAndAwait(() -> store.beginCall(asleep));

        assertThat(call).isEmpty();
    }

    @Test
    void replicas_share_the_work_and_no_message_is_called_twice() throws InterruptedException {
        var other = new Dispatcher(
                new DispatchStore(sessions, config, clock), cloudApi, config, whatsapp, metrics, clock, vertx);
        other.start(null);
        try {
            var conversations =
                    Stream.generate(() -> conversationOf(3)).limit(15).toList();
            conversations.stream().flatMap(List::stream).forEach(reply -> {
                queue(reply);
                other.wake();
            });

            conversations.forEach(conversation -> assertAccepted(conversation.getLast()));
            for (var conversation : conversations) {
                assertThat(conversation)
                        .allSatisfy(reply ->
                                assertThat(platform.callsOf(reply.messageId())).hasSize(1));
                assertThat(conversation)
                        .isSortedAccordingTo(comparing(reply ->
                                platform.callsOf(reply.messageId()).getFirst().begun()));
            }
        } finally {
            other.stop(null);
        }
    }

    @Test
    void a_status_may_be_faster_than_the_answer() {
        var reply = reply();
        var answer = new CompletableFuture<Void>();
        platform.on(reply.messageId(), acceptsAfter(answer));

        queue(reply);
        Patience.await("the platform is called")
                .untilAsserted(
                        () -> assertThat(platform.callsOf(reply.messageId())).hasSize(1));
        topic.status(reply.messageId(), platformIdOf(reply.messageId()), "delivered");
        assertAccepted(reply);
        answer.complete(null);
        var next = reply(reply.conversationId(), 2);
        queue(next);

        assertAccepted(next);
        assertThat(topic.toldAbout(reply.messageId())).hasSize(1);
    }

    @Test
    void an_answer_that_comes_after_the_claim_ran_out_still_ends_the_doubt() throws SQLException {
        var reply = reply();
        var answer = new CompletableFuture<Void>();
        platform.on(reply.messageId(), acceptsAfter(answer));
        queue(reply);
        Patience.await("the platform is called")
                .untilAsserted(
                        () -> assertThat(platform.callsOf(reply.messageId())).hasSize(1));

        execute("""
                update dispatch set owner = gen_random_uuid(), claimed_until = now() - interval '1 second'
                where message_id = ?""", reply);
        assertInDoubt(reply);
        answer.complete(null);

        assertAccepted(reply);
        assertThat(platform.callsOf(reply.messageId())).hasSize(1);
    }

    @Test
    void a_reply_that_was_queued_days_ago_is_in_doubt_and_not_sent() {
        var now = reply();
        var old = new ReplyQueued(
                now.conversationId(),
                now.messageId(),
                1,
                ANNA,
                GIULIA,
                now.content(),
                false,
                now.at().minus(Duration.ofDays(3)),
                now.conversation());

        queue(old);

        assertInDoubt(old);
        assertThat(platform.callsOf(old.messageId())).isEmpty();
    }

    @Test
    void a_reply_without_a_recipient_is_refused_and_not_sent() {
        var reply = reply(UUID.randomUUID(), 1, new Recipient(null, null));

        queue(reply);

        Patience.await("the reply is refused")
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
                new Resolved(reply.conversationId(), ANNA, clock.instant(), reply.conversation()));

        queue(reply);

        assertAccepted(reply);
    }

    @Test
    void statuses_of_other_systems_messages_are_none_of_our_business() {
        var reply = reply();
        platform.on(reply.messageId(), accepts());
        topic.status(UUID.randomUUID(), "wamid.OTHER", "sent");

        queue(reply);

        assertAccepted(reply);
    }

    private void queue(ReplyQueued reply) {
        topic.tells(UUID.randomUUID().toString(), reply);
    }

    private void assertAccepted(ReplyQueued reply) {
        assertAcceptedAs(reply, platformIdOf(reply.messageId()));
    }

    private void assertAcceptedAs(ReplyQueued reply, String platformId) {
        Patience.await("the reply is accepted")
                .untilAsserted(() -> assertThat(topic.toldAbout(reply.messageId()))
                        .last()
                        .isInstanceOfSatisfying(MessageAccepted.class, accepted -> {
                            assertThat(accepted.platformId()).isEqualTo(platformId);
                            assertThat(accepted.conversationId()).isEqualTo(reply.conversationId());
                        }));
    }

    private void assertInDoubt(ReplyQueued reply) {
        Patience.await("the reply is in doubt")
                .untilAsserted(() ->
                        assertThat(topic.toldAbout(reply.messageId())).first().isInstanceOf(MessageInDoubt.class));
    }

    private ReplyQueued reply() {
        return reply(UUID.randomUUID(), 1);
    }

    private List<ReplyQueued> conversationOf(int replies) {
        var conversation = UUID.randomUUID();
        return IntStream.rangeClosed(1, replies)
                .mapToObj(sequence -> reply(conversation, sequence))
                .sorted(comparing(ReplyQueued::sequence))
                .toList();
    }

    private ReplyQueued reply(UUID conversation, long sequence) {
        return reply(conversation, sequence, GIULIA);
    }

    private ReplyQueued reply(UUID conversation, long sequence, Recipient recipient) {
        var now = clock.instant();
        var giulia = new ConversationState.Contact(UUID.randomUUID(), "Giulia Rossi", "+393330000042", null);
        var state = new ConversationState(
                sequence,
                "510000000000023",
                giulia,
                ConversationState.Status.OPEN,
                1,
                ANNA,
                sequence,
                now,
                null,
                now,
                now);
        return new ReplyQueued(
                conversation,
                UUID.randomUUID(),
                sequence,
                ANNA,
                recipient,
                new Content.Text("Il pacco parte oggi 😊"),
                false,
                now,
                state);
    }

    /// Leaves a message as a replica does that died.
    private void leave(ReplyQueued reply, String state) throws SQLException {
        execute("""
                insert into dispatch (message_id, conversation_id, sequence, phone_number_id, phone, content, queued_at,
                                      state, fence, calls, owner, claimed_at, claimed_until)
                values (?, '%s', 1, '510000000000023', '+393330000042', '{"type":"text","text":"Ciao"}',
                        now(), '%s', 7, 1, gen_random_uuid(), now(), now() - interval '1 second')""".formatted(reply.conversationId(), state), reply);
    }

    private int callsBegun(ReplyQueued reply) {
        return Integer.parseInt(ask("select calls from dispatch where message_id = ?", reply));
    }

    private String rowOf(ReplyQueued reply) {
        return ask("""
                select concat(state, ' words=', case when content is null then 'false' else 'true' end,
                              ' phone=', case when phone is null and bsuid is null then 'false' else 'true' end)
                from dispatch where message_id = ?""", reply);
    }

    private void execute(String sql, ReplyQueued reply) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, reply.messageId());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private String ask(String sql, ReplyQueued reply) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, reply.messageId());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "0";
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
