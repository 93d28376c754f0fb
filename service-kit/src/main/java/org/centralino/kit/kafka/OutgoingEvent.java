package org.centralino.kit.kafka;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event on its way to Kafka.
///
/// @param topic where to
/// @param key what keeps its order
/// @param id the CloudEvents id; the same event told twice has the same id
/// @param type the CloudEvents type
/// @param at when it was written down to be told
/// @param traceParent the trace that it belongs to, if that is followed
/// @param value its JSON
public record OutgoingEvent(
        String topic,
        String key,
        String id,
        String type,
        Instant at,
        @Nullable String traceParent,
        byte[] value) {}
