package org.centralino.kit.kafka;

import java.util.Map;

/// Publishers of a service that is not there.
public final class Publishers {
    private Publishers() {}

    /// @param broker the settings of Kafka's client
    public static EventPublisher of(Map<String, Object> broker) {
        return new EventPublisher(broker, "notes");
    }

    public static void close(EventPublisher publisher) {
        publisher.close();
    }
}
