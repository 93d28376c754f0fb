package org.centralino.simulator.platform.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A webhook that has to reach the business: retried until it is answered 200, or too old.
///
/// @param lane deliveries of one lane are first tried one after the other; null: at any time
/// @param copy whether it repeats another delivery
/// @param parts what it tells; empty for a raw one
/// @param layout how parts share a POST
/// @param raw exact body, instead of one made of the parts; null normally
/// @param queuedAt the platform's time
public record Delivery(
        long id,
        @Nullable String lane,
        boolean copy,
        List<Part> parts,
        Layout layout,
        @Nullable String raw,
        Instant queuedAt) {

    /// @return whether it is given up when it is not answered 200 at once: exact bytes of a driver
    public boolean isPostedOnce() {
        return raw != null && lane == null;
    }

    /// How parts share a POST. All three are the platform's.
    public enum Layout {
        /// One change with several messages.
        MESSAGES,
        /// One entry with several changes.
        CHANGES,
        /// Several entries.
        ENTRIES
    }

    /// One message or one status.
    ///
    /// @param kind `messages`, `message_echoes` or `statuses`
    /// @param what the message's type, or the status
    /// @param contact the element of `contacts[]`; null where the platform gives none
    /// @param content the element of the list that is called as the kind
    /// @param excerpt the text that it is about, for the log on the page; null when it is about none
    public record Part(
            String kind,
            String what,
            String phoneNumberId,
            String wamid,
            @Nullable Map<String, Object> contact,
            Map<String, Object> content,
            @Nullable String excerpt) {
        /// The `kind` of customers' messages.
        public static final String MESSAGES = "messages";
        /// The `kind` of what the business writes on its phone.
        public static final String ECHOES = "message_echoes";
        /// The `kind` of statuses.
        public static final String STATUSES = "statuses";
    }
}
