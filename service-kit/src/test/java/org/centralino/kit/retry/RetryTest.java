package org.centralino.kit.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration LONGER = Duration.ofMillis(3);

    private final OnEventLoop eventLoop = new OnEventLoop();
    private final AtomicInteger tries = new AtomicInteger();
    private final Set<Context> contexts = new HashSet<>();

    @AfterEach
    void close() {
        eventLoop.close();
    }

    @Test
    void what_succeeds_is_done_once() throws Exception {
        assertThat(eventLoop.await(() -> new Retry(5, MOMENT, LONGER).of(succeedingAt(1), _ -> true)))
                .isEqualTo("done");
        assertThat(tries).hasValue(1);
    }

    @Test
    void what_fails_is_tried_again_until_it_succeeds() throws Exception {
        assertThat(eventLoop.await(() -> Retry.forEver(MOMENT, LONGER).of(succeedingAt(8), _ -> true)))
                .isEqualTo("done");
        assertThat(tries).hasValue(8);
    }

    @Test
    void what_keeps_failing_is_tried_as_often_as_said_and_its_last_failure_is_told() {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> eventLoop.await(() -> new Retry(2, MOMENT, LONGER).of(succeedingAt(99), _ -> true)))
                .withCauseInstanceOf(IOException.class)
                .withMessageContaining("try 3");
        assertThat(tries).hasValue(3);
    }

    @Test
    void what_is_not_worth_another_try_gets_none() {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> eventLoop.await(() -> Retry.forEver(MOMENT, LONGER)
                        .of(succeedingAt(9), failure -> !(failure instanceof IOException))));
        assertThat(tries).hasValue(1);
    }

    @Test
    void work_that_throws_has_failed_like_any_other() throws Exception {
        Supplier<Uni<String>> throwing = () -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("before there was a Uni");
            }
            return Uni.createFrom().item("done");
        };

        assertThat(eventLoop.await(() -> Retry.forEver(MOMENT, LONGER).of(throwing, _ -> true)))
                .isEqualTo("done");
    }

    /// What the framework keeps for the work is bound to the context: work that wakes up elsewhere would miss it.
    @Test
    void every_try_is_on_the_context_of_the_first() throws Exception {
        eventLoop.await(() -> Retry.forEver(MOMENT, LONGER).of(succeedingAt(5), _ -> true));

        assertThat(contexts).containsExactly(eventLoop.context());
    }

    @Test
    void a_pause_ends_on_the_context_on_which_it_began() throws Exception {
        var after = eventLoop.await(() -> Pause.of(MOMENT).map(_ -> Vertx.currentContext()));

        assertThat(after).isSameAs(eventLoop.context());
    }

    @Test
    void a_pause_of_nothing_is_a_short_one() throws Exception {
        assertThat(eventLoop.await(() -> Pause.of(Duration.ZERO).replaceWith("awake")))
                .isEqualTo("awake");
    }

    @Test
    void a_pause_outside_an_event_loop_is_a_mistake() {
        assertThatNullPointerException()
                .isThrownBy(() -> Pause.of(MOMENT).await().indefinitely())
                .withMessage("a pause needs an event loop");
    }

    private Supplier<Uni<String>> succeedingAt(int number) {
        return () -> {
            contexts.add(Vertx.currentContext());
            var now = tries.incrementAndGet();
            return now < number
                    ? Uni.createFrom().failure(new IOException("try " + now))
                    : Uni.createFrom().item("done");
        };
    }
}
