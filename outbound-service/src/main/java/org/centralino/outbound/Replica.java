package org.centralino.outbound;

import jakarta.inject.Singleton;
import java.util.UUID;

/// This process among those that do the same work: the owner of what it claims.
@Singleton
public class Replica {
    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }
}
