package org.centralino.kit.retry;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Tries work again after a pause that doubles, on the same Vert.x context.
///
/// @param times how often at most; negative means for ever
/// @param pause before the second try
/// @param longest what the pause grows to
public record Retry(int times, Duration pause, Duration longest) {

    public static Retry forEver(Duration pause, Duration longest) {
        return new Retry(-1, pause, longest);
    }

    /// @param when which failures are worth another try
    /// @return the work's result, or its last failure
    public <T> Uni<T> of(Supplier<Uni<T>> work, Predicate<Throwable> when) {
        return Uni.createFrom().deferred(() -> {
            var left = new AtomicReference<>(this);
            return Uni.createFrom()
                    .deferred(work::get)
                    .onFailure(failure -> left.get().times != 0 && when.test(failure))
                    .retry()
                    .when(failures -> failures.onItem()
                            .transformToUniAndConcatenate(_ -> Pause.of(left.getAndUpdate(Retry::next).pause)
                                    .replaceWith(true)));
        });
    }

    private Retry next() {
        var doubled = pause.multipliedBy(2);
        return new Retry(times - 1, doubled.compareTo(longest) < 0 ? doubled : longest, longest);
    }
}
