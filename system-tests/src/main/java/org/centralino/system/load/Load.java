package org.centralino.system.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.centralino.system.stack.Interrupted;

/// Does things at a rate, or as fast as they can be done.
final class Load {
    private Load() {}

    /// One thread's way to do things; each thread has its own.
    interface Worker extends AutoCloseable {
        /// @param number which thing, from 0
        /// @param intended when it was meant to begin, by [System#nanoTime]
        /// @return whether it went well
        boolean act(int number, long intended);

        @Override
        default void close() {}
    }

    /// Open loop: thing number n is meant to begin n/rate after the start, whatever became of those before
    /// it, and its time counts from there.
    ///
    /// @param threads enough that a slow answer keeps no other thing waiting
    static Measured atRate(double perSecond, Duration duration, int threads, IntFunction<Worker> workers) {
        return atRate(perSecond, duration, threads, workers, () -> false);
    }

    /// @param enough whether to end before the time
    static Measured atRate(
            double perSecond, Duration duration, int threads, IntFunction<Worker> workers, BooleanSupplier enough) {
        var count = (int) (perSecond * duration.toMillis() / 1_000);
        var start = System.nanoTime() + Duration.ofMillis(50).toNanos();
        return run(count, threads, workers, enough, number -> {
            var intended = start + (long) (number * 1e9 / perSecond);
            for (var left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return intended;
        });
    }

    /// Closed loop: each thread does one thing after the other.
    ///
    /// @return what was measured, and things a second
    static Flood flood(int count, int threads, IntFunction<Worker> workers) {
        var start = System.nanoTime();
        var measured = run(count, threads, workers, () -> false, _ -> System.nanoTime());
        return new Flood(measured, count / ((System.nanoTime() - start) / 1e9));
    }

    record Flood(Measured measured, double perSecond) {}

    private interface Start {
        long of(int number);
    }

    private static Measured run(
            int count, int threads, IntFunction<Worker> workers, BooleanSupplier enough, Start start) {
        var measured = new Measured();
        var next = new AtomicInteger();
        var people = new ArrayList<Thread>();
        for (var i = 0; i < threads; i++) {
            var thread = i;
            people.add(Thread.ofPlatform().name("load-" + i).start(() -> {
                try (var worker = workers.apply(thread)) {
                    for (var number = next.getAndIncrement();
                            number < count && !enough.getAsBoolean();
                            number = next.getAndIncrement()) {
                        var began = start.of(number);
                        if (worker.act(number, began)) {
                            measured.took(System.nanoTime() - began);
                        } else {
                            measured.failed();
                        }
                    }
                }
            }));
        }
        for (var person : people) {
            try {
                person.join();
            } catch (InterruptedException stopped) {
                throw Interrupted.on(stopped);
            }
        }
        return measured;
    }
}
