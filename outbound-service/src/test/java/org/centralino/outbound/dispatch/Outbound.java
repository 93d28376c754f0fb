package org.centralino.outbound.dispatch;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.GraphPlatform.platformIdOf;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.DoubtSettled;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationState;
import org.centralino.events.OutboundEvent.MessageAccepted;
import org.centralino.events.OutboundEvent.MessageInDoubt;
import org.centralino.events.Person;
import org.centralino.outbound.dispatch.domain.Dispatch;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The service between its real database, its real topics and a platform that does as it is told.
abstract class Outbound {
    static final Recipient GIULIA = new Recipient("+393330000042", "IT.7781930025541178");
    static final Person ANNA = new Person(UUID.randomUUID(), "Anna Ricci");
    static final UUID ORDERS = UUID.randomUUID();

    final GraphPlatform platform = GraphPlatform.INSTANCE;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    Topic topic;

    @BeforeEach
    void listen() {
        topic = new Topic();
    }

    @AfterEach
    void stopListening() {
        topic.close();
    }

    void queue(ReplyQueued reply) {
        topic.tells(UUID.randomUUID().toString(), reply);
    }

    void assertAccepted(ReplyQueued reply) {
        assertAcceptedAs(reply, platformIdOf(reply.messageId()));
    }

    void assertAcceptedAs(ReplyQueued reply, String platformId) {
        Patience.await("the message is accepted")
                .untilAsserted(() -> assertThat(topic.toldAbout(reply.messageId()))
                        .last()
                        .isInstanceOfSatisfying(MessageAccepted.class, accepted -> {
                            assertThat(accepted.platformId()).isEqualTo(platformId);
                            assertThat(accepted.conversationId()).isEqualTo(reply.conversationId());
                            assertThat(accepted.access()).isEqualTo(reply.access());
                        }));
    }

    void assertInDoubt(ReplyQueued reply) {
        Patience.await("the message is in doubt")
                .untilAsserted(() ->
                        assertThat(topic.toldAbout(reply.messageId())).first().isInstanceOf(MessageInDoubt.class));
    }

    ReplyQueued reply() {
        return reply(UUID.randomUUID(), 1);
    }

    List<ReplyQueued> conversationOf(int replies) {
        var conversation = UUID.randomUUID();
        return IntStream.rangeClosed(1, replies)
                .mapToObj(sequence -> reply(conversation, sequence))
                .sorted(comparing(ReplyQueued::sequence))
                .toList();
    }

    ReplyQueued reply(UUID conversation, long sequence) {
        return reply(conversation, sequence, GIULIA, clock.instant());
    }

    ReplyQueued replyFrom(String phoneNumberId) {
        return reply(UUID.randomUUID(), GIULIA, clock.instant(), state(1, phoneNumberId));
    }

    ReplyQueued reply(UUID conversation, long sequence, Recipient recipient, Instant at) {
        return reply(conversation, recipient, at, state(sequence));
    }

    private static ReplyQueued reply(UUID conversation, Recipient recipient, Instant at, ConversationState state) {
        return new ReplyQueued(
                conversation,
                state.access(),
                UUID.randomUUID(),
                state.version(),
                ANNA,
                recipient,
                new Content.Text("Il pacco parte oggi 😊"),
                false,
                null,
                null,
                at,
                state);
    }

    /// Anna decides about a message in doubt.
    DoubtSettled decision(ReplyQueued reply, DoubtSettled.Outcome outcome) {
        var state = state(reply.sequence());
        var again = outcome == DoubtSettled.Outcome.SEND_AGAIN ? UUID.randomUUID() : null;
        return new DoubtSettled(
                reply.conversationId(),
                state.access(),
                reply.messageId(),
                reply.sequence(),
                outcome,
                ANNA,
                again,
                clock.instant(),
                state);
    }

    private ConversationState state(long sequence) {
        return state(sequence, "510000000000023");
    }

    private ConversationState state(long sequence, String phoneNumberId) {
        var now = clock.instant();
        var giulia = new ConversationState.Contact(UUID.randomUUID(), "Giulia Rossi", "+393330000042", null);
        return new ConversationState(
                sequence,
                phoneNumberId,
                giulia,
                ConversationState.Status.OPEN,
                ORDERS,
                1,
                ANNA,
                sequence,
                now,
                null,
                now,
                now);
    }

    Intent intent(ReplyQueued reply) {
        return (Intent) Dispatch.of(reply, clock.instant(), Duration.ofHours(1));
    }

    /// Leaves a message as a replica does that died.
    void leave(ReplyQueued reply, String state) {
        leave(reply, state, UUID.randomUUID());
    }

    void leave(ReplyQueued reply, String state, UUID owner) {
        execute("""
                insert into dispatch (message_id, conversation_id, sequence, phone_number_id, team_id, assignee_id,
                                      phone, content, queued_at, state, fence, calls, owner, claimed_at, claimed_until)
                values (?, '%s', 1, '510000000000023', '%s', '%s', '+393330000042', '{"type":"text","text":"Ciao"}',
                        now(), '%s', 7, 1, '%s', now(), now() - interval '1 second')""".formatted(reply.conversationId(), ORDERS, ANNA.id(), state, owner), reply);
    }

    /// Leaves a message that nobody knows the fate of.
    void leaveInDoubt(ReplyQueued reply, String since) {
        execute("""
                insert into dispatch (message_id, conversation_id, sequence, phone_number_id, queued_at, state, fence, calls,
                                      settled_at, doubt)
                values (?, '%s', 1, '510000000000023', now(), 'UNKNOWN', 7, 1, now() - interval '%s', 'No answer.')""".formatted(reply.conversationId(), since), reply);
    }

    String rowOf(ReplyQueued reply) {
        return ask("""
                select concat_ws(' ', state, decision, 'words=' || (content is not null),
                                 'phone=' || (phone is not null or bsuid is not null))
                from dispatch where message_id = ?""", reply);
    }

    void execute(String sql, ReplyQueued reply) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, reply.messageId());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    String ask(String sql, ReplyQueued reply) {
        return ask(sql, reply.messageId());
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    String ask(String sql, UUID parameter) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "0";
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /// @return what the work comes to on an event loop, where stores are used
    static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
