package org.centralino.gateway.intake;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// The connections of each address that have proved nothing yet. When an address has one too many, the one that has
/// rested longest goes; nobody is cut off in the middle of an answer.
///
/// @param <C> a connection
final class Strangers<C> {
    private final int mostOfOneAddress;
    private final Map<String, Share<C>> shares = new ConcurrentHashMap<>();

    Strangers(int mostOfOneAddress) {
        this.mostOfOneAddress = mostOfOneAddress;
    }

    private record Share<C>(Set<C> busy, SequencedSet<C> resting) {
        int size() {
            return busy.size() + resting.size();
        }

        void remove(C connection) {
            busy.remove(connection);
            resting.remove(connection);
        }
    }

    /// A request has come over a connection.
    ///
    /// @return the connection that has to go for it: the one itself when all others are busy too
    Optional<C> work(String address, C connection) {
        return put(address, connection, true);
    }

    /// All requests of a connection have been answered.
    ///
    /// @return the connection that has to go for it
    Optional<C> rest(String address, C connection) {
        return put(address, connection, false);
    }

    /// A connection is closed, or a stranger's no longer.
    void leave(String address, C connection) {
        shares.computeIfPresent(address, (_, share) -> {
            share.remove(connection);
            return share.size() == 0 ? null : share;
        });
    }

    private Optional<C> put(String address, C connection, boolean isBusy) {
        var toGo = new AtomicReference<C>();
        shares.compute(address, (_, had) -> {
            var share = had == null ? new Share<C>(new HashSet<>(), new LinkedHashSet<>()) : had;
            share.remove(connection);
            (isBusy ? share.busy() : share.resting()).add(connection);
            if (share.size() > mostOfOneAddress) {
                toGo.set(
                        share.resting().isEmpty() ? connection : share.resting().getFirst());
                share.remove(toGo.get());
            }
            return share;
        });
        return Optional.ofNullable(toGo.get());
    }
}
