package org.centralino.outbound.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.centralino.events.ConversationEvent.BlockRequested;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.OutboundEvent.BlockAnswered;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Neighbours;
import org.centralino.testkit.Operators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is to be blocked, from the topic to a platform that does as it is told, and back.
@QuarkusTest
class BlockingTest {
    private final BlockPlatform platform = BlockPlatform.INSTANCE;
    private final String phone = "+39" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 10_000_000_000L);
    private Neighbours neighbours;

    @Inject
    Clock clock;

    @BeforeEach
    void listen() {
        neighbours = new Neighbours();
    }

    @AfterEach
    void stopListening() {
        neighbours.close();
    }

    @Test
    void who_is_to_be_blocked_is_blocked_once_and_it_is_told() {
        var request = requested(true);

        neighbours.tells(UUID.randomUUID().toString(), request);
        neighbours.tells(UUID.randomUUID().toString(), request);
        var told = told(request);

        assertThat(told.blocked()).isTrue();
        assertThat(told.error()).isNull();
        assertThat(told.requestId()).isEqualTo(request.requestId());
        assertThat(platform.callsAbout(phone)).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.path()).endsWith("/block_users");
            assertThat(call.authorization()).isEqualTo("Bearer the-test-token");
        });
    }

    @Test
    void who_is_not_to_be_blocked_any_more_is_taken_from_the_list() {
        var request = requested(false);

        neighbours.tells(UUID.randomUUID().toString(), request);

        assertThat(told(request).error()).isNull();
        assertThat(platform.callsAbout(phone))
                .singleElement()
                .satisfies(call -> assertThat(call.method()).isEqualTo("DELETE"));
    }

    @Test
    void why_the_platform_does_not_block_somebody_is_told() {
        platform.answers(phone, 400, """
                {"messaging_product":"whatsapp","block_users":{"failed_users":[{"input":"%s",
                 "errors":[{"code":131047,"message":"Re-engagement message"}]}]},
                 "error":{"code":139100,"message":"Failed to block users"}}""".formatted(phone));
        var request = requested(true);

        neighbours.tells(UUID.randomUUID().toString(), request);

        assertThat(told(request).error().code()).isEqualTo(131047);
    }

    @Test
    void what_the_platform_could_not_do_for_a_moment_is_tried_again() {
        platform.answers(phone, 500, "");
        platform.answers(phone, 400, "{\"error\":{\"code\":139103,\"message\":\"Internal error\"}}");
        var request = requested(true);

        neighbours.tells(UUID.randomUUID().toString(), request);

        assertThat(told(request).error()).isNull();
        assertThat(platform.callsAbout(phone)).hasSize(3);
    }

    private BlockRequested requested(boolean blocked) {
        var state = Neighbours.state(1, null, 0, null);
        return new BlockRequested(
                UUID.randomUUID(),
                state.access(),
                UUID.randomUUID(),
                blocked,
                Operators.CARLA,
                new Recipient(phone, null),
                clock.instant(),
                state);
    }

    private BlockAnswered told(BlockRequested request) {
        return (BlockAnswered) neighbours
                .told(Topics.OUTBOUND, WireFormat.OUTBOUND, request.conversationId(), 1)
                .getFirst();
    }
}
