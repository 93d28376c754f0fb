package org.centralino.gateway.live.domain;

/// An event as it came from a topic, on its way to browsers.
///
/// @param stream where it came from: an index into the [Streams]
/// @param offset its place there
/// @param type its wire name
/// @param id its CloudEvents id
/// @param json what it says; empty when nobody may see it
/// @param sight who may see it
public record LiveEvent(int stream, long offset, String type, String id, byte[] json, Sight sight) {
    /// What an event costs while it is kept, besides its JSON.
    private static final long LEAST_BYTES = 200;

    long bytes() {
        return LEAST_BYTES + json.length;
    }
}
