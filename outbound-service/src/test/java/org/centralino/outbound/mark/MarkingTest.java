package org.centralino.outbound.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.centralino.events.ConversationEvent.ReactionQueued;
import org.centralino.events.ConversationEvent.ReadShown;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationState;
import org.centralino.events.OutboundEvent.ReactionAnswered;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.lane.SendingLanes;
import org.centralino.testkit.Neighbours;
import org.centralino.testkit.Operators;
import org.centralino.testkit.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Emojis and what was read, from the topic to a platform that does as it is told, and back.
@QuarkusTest
class MarkingTest {
    private static final String EXPIRED = """
            {"error":{"code":190,"message":"Error validating access token","error_subcode":463}}""";

    private final MarkPlatform platform = MarkPlatform.INSTANCE;
    private final UUID conversation = UUID.randomUUID();
    private final UUID message = UUID.randomUUID();
    private final String wamid = "wamid." + message;
    private Neighbours neighbours;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @Inject
    OwnNumbers numbers;

    @Inject
    SendingLanes lanes;

    @BeforeEach
    void listen() {
        neighbours = new Neighbours();
    }

    @AfterEach
    void stopListening() {
        neighbours.close();
    }

    @Test
    void an_emoji_is_set_once_and_it_is_told() {
        var wish = wish("👍", clock.instant());

        tells(wish, wish);

        var told = told(1).getFirst();
        assertThat(told.reactionId()).isEqualTo(wish.reactionId());
        assertThat(told.messageId()).isEqualTo(message);
        assertThat(told.error()).isNull();
        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.getString("type")).isEqualTo("reaction");
            assertThat(call.getString("to")).isEqualTo("+393330000042");
            assertThat(call.getJsonObject("reaction").getString("emoji")).isEqualTo("👍");
            assertThat(call.containsKey("context")).isFalse();
            assertThat(call.getString("biz_opaque_callback_data"))
                    .isEqualTo(wish.reactionId().toString());
        });
    }

    @Test
    void one_is_taken_away_by_none() {
        tells(wish(null, clock.instant()));

        told(1);
        assertThat(calls())
                .singleElement()
                .satisfies(call -> assertThat(call.getJsonObject("reaction").getString("emoji"))
                        .isEmpty());
    }

    @Test
    void why_the_platform_does_not_set_one_is_told() {
        platform.answers(wamid, 400, "{\"error\":{\"code\":131009,\"message\":\"Parameter value is not valid\"}}");

        tells(wish("👍", clock.instant()));

        assertThat(told(1).getFirst().error().code()).isEqualTo(131009);
    }

    @Test
    void what_the_platform_could_not_do_for_a_moment_is_tried_again() {
        platform.answers(wamid, 500, "");
        platform.answers(wamid, 429, "{\"error\":{\"code\":131056,\"message\":\"pair rate limit hit\"}}");

        tells(wish("👍", clock.instant()));

        assertThat(told(1).getFirst().error()).isNull();
        assertThat(calls()).hasSize(3);
    }

    @Test
    void of_several_wishes_for_a_message_the_last_stays() {
        var now = clock.instant();

        tells(wish("👍", now), wish("❤️", now.plusMillis(1)), wish("🙏", now.plusMillis(2)));

        Patience.await("the last is set")
                .untilAsserted(() -> assertThat(calls())
                        .last()
                        .satisfies(call -> assertThat(
                                        call.getJsonObject("reaction").getString("emoji"))
                                .isEqualTo("🙏")));
    }

    @Test
    void one_that_comes_from_a_topic_that_is_read_again_is_not_set_by_itself() {
        tells(wish("👍", clock.instant().minus(Duration.ofHours(2))));

        assertThat(told(1).getFirst().error().title()).isEqualTo("Too old to be set by itself");
        assertThat(calls()).isEmpty();
    }

    @Test
    void the_customer_is_shown_that_he_was_read() {
        neighbours.tells(UUID.randomUUID().toString(), read(false));

        assertThat(awaitCall())
                .isEqualTo(new JsonObject()
                        .put("messaging_product", "whatsapp")
                        .put("status", "read")
                        .put("message_id", wamid));
    }

    @Test
    void and_that_somebody_is_typing() {
        neighbours.tells(UUID.randomUUID().toString(), read(true));

        assertThat(awaitCall().getJsonObject("typing_indicator").getString("type"))
                .isEqualTo("text");
    }

    @Test
    void that_it_could_not_be_shown_is_no_drama() {
        platform.answers(wamid, 400, "{\"error\":{\"code\":131009,\"message\":\"Message ID is not known\"}}");
        neighbours.tells(UUID.randomUUID().toString(), read(false));
        awaitCall();

        tells(wish("👍", clock.instant()));

        assertThat(told(1))
                .singleElement()
                .satisfies(told -> assertThat(told.error()).isNull());
        assertThat(calls()).hasSize(2);
    }

    @Test
    void one_whose_token_is_refused_stops_the_number_and_is_set_when_the_token_is_taken_again() {
        platform.answers(wamid, 401, EXPIRED);
        platform.answers(wamid, 401, EXPIRED);

        tells(wish("👍", clock.instant()));

        Patience.await("the number is stopped").until(this::isStopped);
        assertThat(told(1))
                .singleElement()
                .satisfies(told -> assertThat(told.error()).isNull());
        assertThat(calls()).hasSize(3);
        Patience.await("the number goes on").until(() -> !isStopped());
    }

    @Test
    void of_wishes_that_wait_for_a_token_the_last_is_set_as_soon_as_another_is_there() {
        refuseTheToken();
        var now = clock.instant();
        tells(wish("👍", now));
        Patience.await("it waits for a token, and for long").until(() -> isStopped() && waitsForLong());
        var last = wish(null, now.plusMillis(1));

        platform.doesAsItIsTold(wamid);
        tells(last);

        assertThat(told(1)).singleElement().satisfies(told -> {
            assertThat(told.reactionId()).isEqualTo(last.reactionId());
            assertThat(told.error()).isNull();
        });
        Patience.await("the number goes on").until(() -> !isStopped());
    }

    @Test
    void one_that_waits_for_a_token_is_set_when_something_else_went_by_it() {
        refuseTheToken();
        tells(wish("👍", clock.instant()));
        Patience.await("it waits for a token, and for long").until(() -> isStopped() && waitsForLong());

        platform.doesAsItIsTold(wamid);
        neighbours.tells(UUID.randomUUID().toString(), read(false));

        assertThat(told(1))
                .singleElement()
                .satisfies(told -> assertThat(told.error()).isNull());
    }

    @Test
    void a_read_mark_whose_token_is_refused_stops_the_number_and_is_not_shown_later() {
        platform.answers(wamid, 401, EXPIRED);

        neighbours.tells(UUID.randomUUID().toString(), read(false));

        Patience.await("the number is stopped").until(this::isStopped);
        tells(wish("👍", clock.instant()));
        told(1);
        assertThat(calls()).filteredOn(call -> call.containsKey("status")).hasSize(1);
        Patience.await("the number goes on").until(() -> !isStopped());
    }

    @Test
    void an_emoji_goes_by_the_lane_of_its_number_and_waits_for_the_replica_that_owns_it() throws SQLException {
        ask("""
                update sending_lane set owner = gen_random_uuid(), fence = fence + 1, leased_until = now() + interval '3 seconds'
                where phone_number_id = '510000000000023' returning true""");
        Patience.await("another owns the lane")
                .until(() -> lanes.of("510000000000023").isEmpty());

        tells(wish("👍", clock.instant()));

        told(1);
        assertThat(lanes.of("510000000000023")).isPresent();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void nothing_is_marked_from_a_number_that_was_removed_and_an_emoji_is_told_so() throws SQLException {
        ask("""
                insert into channel (phone_number_id, number, name, of_settings, added_at, removed_at, told_at)
                values ('510000000000028', '390699990008', 'Pisa', false, now(), now(), now()) returning true""");
        Patience.await("the replica knows").until(() -> numbers.wasRemoved("510000000000028"));
        var wish = wish("👍", clock.instant(), "510000000000028");

        tells(wish);

        assertThat(told(1).getFirst().error().title()).isEqualTo("This number is not connected any more");
        assertThat(calls()).isEmpty();
        ask("delete from channel where phone_number_id = '510000000000028' returning true");
    }

    private void refuseTheToken() {
        for (var call = 0; call < 1_000; call++) {
            platform.answers(wamid, 401, EXPIRED);
        }
    }

    private boolean waitsForLong() throws SQLException {
        return ask("""
                update message_mark set due_at = now() + interval '1 hour' where awaits_token and message_id = '%s'
                returning true""".formatted(message));
    }

    private boolean isStopped() throws SQLException {
        return ask("""
                select true from sending_lane
                where phone_number_id = '510000000000023' and stopped_since is not null""");
    }

    /// @return whether there is any row
    private boolean ask(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    private void tells(ReactionQueued... wishes) {
        for (var wish : wishes) {
            neighbours.tells(UUID.randomUUID().toString(), wish);
        }
    }

    private JsonObject awaitCall() {
        return Patience.await("it is called")
                .until(this::calls, calls -> !calls.isEmpty())
                .getFirst();
    }

    private List<JsonObject> calls() {
        return platform.callsAbout(wamid);
    }

    private ReactionQueued wish(String emoji, Instant at) {
        return wish(emoji, at, "510000000000023");
    }

    private ReactionQueued wish(String emoji, Instant at, String phoneNumberId) {
        var known = Neighbours.state(1, null, 0, null);
        var state = new ConversationState(
                known.version(),
                phoneNumberId,
                known.contact(),
                known.status(),
                known.teamId(),
                known.epoch(),
                known.assignee(),
                known.lastSequence(),
                known.windowExpiresAt(),
                known.waitingSince(),
                known.lastActivityAt(),
                known.createdAt());
        return new ReactionQueued(
                conversation,
                state.access(),
                UUID.randomUUID(),
                message,
                1,
                wamid,
                emoji,
                Operators.CARLA,
                new Recipient("+393330000042", null),
                at,
                state);
    }

    private ReadShown read(boolean typing) {
        var state = Neighbours.state(1, null, 0, null);
        var now = clock.instant();
        return new ReadShown(conversation, state.access(), message, 1, wamid, now, typing, now, state);
    }

    private List<ReactionAnswered> told(int atLeast) {
        return neighbours.told(Topics.OUTBOUND, WireFormat.OUTBOUND, conversation, atLeast).stream()
                .map(ReactionAnswered.class::cast)
                .toList();
    }
}
