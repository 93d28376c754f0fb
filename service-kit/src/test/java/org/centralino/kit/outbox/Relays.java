package org.centralino.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import org.centralino.kit.database.OwnServers;
import org.centralino.kit.database.Replica;
import org.centralino.kit.kafka.EventPublisher;

/// Relays of a service that is not there.
public final class Relays {
    private Relays() {}

    public static OutboxRelay of(OwnServers servers, EventPublisher publisher, Replica replica, MeterRegistry metrics) {
        return new OutboxRelay(
                servers.jdbcUrl(), servers.user(), servers.password(), publisher, replica.lanes(), metrics);
    }
}
