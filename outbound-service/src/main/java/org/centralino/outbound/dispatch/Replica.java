package org.centralino.outbound.dispatch;

import jakarta.inject.Singleton;
import java.util.UUID;

/// This process among those that do the same work: the owner of what it claims.
@Singleton
class Replica {
    final UUID id = UUID.randomUUID();
}
