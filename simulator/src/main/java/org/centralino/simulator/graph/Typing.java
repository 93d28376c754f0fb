package org.centralino.simulator.graph;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The business is typing to a customer: shown on the phone until its message comes, or for 25 seconds.
@Singleton
public class Typing {
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /// Tells the listener whom the business types to.
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    void begins(String customerId) {
        listeners.forEach(listener -> listener.accept(customerId));
    }
}
