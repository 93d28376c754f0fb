package org.centralino.outbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Threads for what waits for the network, which is not done where messages are sent. Each does one thing after the
/// other while there is something to do, and looks again when it is woken or some time has passed.
public final class WorkingThreads {
    private static final Duration PAUSE_WHEN_BROKEN = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String name;
    private final int number;
    private final Duration lookEvery;
    private final BooleanSupplier work;
    private final Consumer<RuntimeException> trouble;
    private final Semaphore news = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    /// @param number how many threads
    /// @param lookEvery how long each waits when there was nothing to do and nobody wakes it
    /// @param work does one thing, and says whether there was one
    /// @param trouble told of what the work throws, unless it is because of the stop; after a pause it goes on
    public WorkingThreads(
            String name, int number, Duration lookEvery, BooleanSupplier work, Consumer<RuntimeException> trouble) {
        this.name = name;
        this.number = number;
        this.lookEvery = lookEvery;
        this.work = work;
        this.trouble = trouble;
    }

    public void start() {
        for (var each = 1; each <= number; each++) {
            threads.add(Thread.ofPlatform().daemon().name(name + "-" + each).start(this::goOn));
        }
    }

    /// What is under way is left to whoever comes when its claim has run out.
    public void stop() throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join(GRACE);
        }
    }

    public boolean isStopping() {
        return stopping;
    }

    /// There may be something to do.
    public void wake() {
        news.release(number);
    }

    private void goOn() {
        while (!stopping) {
            try {
                news.drainPermits();
                if (!work.getAsBoolean()) {
                    var _ = news.tryAcquire(lookEvery.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                pauseAfter(failure);
            }
        }
    }

    private void pauseAfter(RuntimeException failure) {
        if (stopping) {
            return;
        }
        trouble.accept(failure);
        try {
            Thread.sleep(PAUSE_WHEN_BROKEN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
