package org.centralino.kit.kafka;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;

/// Reads a topic in steps, because to ask for news costs more than the news themselves: what comes within a step is
/// read together, and what comes after a longer silence is read at once. Belongs to the one thread that reads.
public final class Gathering {
    /// An answer that comes sooner was there before it was asked for.
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    /// The broker has what it is asked for, or there is nothing.
    private static final Duration ONE_QUESTION = Duration.ofMillis(3);

    private final long step;
    private long nextStep = System.nanoTime();

    public Gathering(Duration step) {
        this.step = step.toNanos();
    }

    /// Waits for the next step and reads what there is.
    ///
    /// A client asks the broker for more as soon as it has handed something out, and is answered when there is
    /// one record. After a step it therefore holds what came first; what has come since takes another question.
    ///
    /// @param longest how long to wait for a first record
    /// @param records take what was read, once or twice
    /// @throws WakeupException when the reader was woken before there was anything
    public <K, V> void read(
            Consumer<K, V> consumer, Duration longest, java.util.function.Consumer<ConsumerRecords<K, V>> records) {
        LockSupport.parkNanos(nextStep - System.nanoTime());
        var began = System.nanoTime();
        nextStep = began + step;
        var first = consumer.poll(longest);
        records.accept(first);
        if (!first.isEmpty() && System.nanoTime() - began < AT_ONCE.toNanos()) {
            try {
                records.accept(consumer.poll(ONE_QUESTION));
            } catch (WakeupException woken) {
                // What was read first is handed out, and the reader looks why it was woken.
            }
        }
    }
}
