package org.centralino.events;

/// Something that is told under a key of its own: of records with one key the order is kept.
public interface Keyed {
    /// @return the key of its record on Kafka
    String recordKey();
}
