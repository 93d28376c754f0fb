package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of the file of a message. While it is fetched, nothing but that.
///
/// @param state whether it can be had
/// @param mimeType of what type it is, by its own bytes: not always what the platform said
/// @param size in bytes
/// @param name under which it is saved: one line, no folder, its true ending in sight
/// @param width of a picture as it is shown, in pixels
/// @param height of a picture as it is shown, in pixels
/// @param thumbnail whether there is a small form of it
/// @param seconds how long it plays
/// @param waveform how loud it is from the beginning to the end, each from 0 to 100
/// @param loss why it cannot be had
public record Media(
        State state,
        @Nullable String mimeType,
        @Nullable Long size,
        @Nullable String name,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean thumbnail,
        @Nullable Double seconds,
        @Nullable List<Integer> waveform,
        @Nullable Loss loss) {

    public Media {
        waveform = waveform == null ? null : List.copyOf(waveform);
    }

    /// A file of which nothing is known yet.
    public static final Media FETCHING =
            new Media(State.FETCHING, null, null, null, null, null, false, null, null, null);

    /// A file that cannot be had any more, or never could.
    public static Media lost(Loss loss) {
        return new Media(State.LOST, null, null, null, null, null, false, null, null, loss);
    }

    /// Whether a file can be had.
    public enum State {
        /// It is on its way from the platform.
        @JsonProperty("fetching")
        FETCHING,
        /// It is here.
        @JsonProperty("stored")
        STORED,
        /// It cannot be had.
        @JsonProperty("lost")
        LOST
    }

    /// Why a file cannot be had.
    public enum Loss {
        /// The platform does not have it any more, or never gave it.
        @JsonProperty("expired")
        EXPIRED,
        /// It is larger than WhatsApp allows.
        @JsonProperty("too-large")
        TOO_LARGE,
        /// Its bytes are not those that the platform told of.
        @JsonProperty("damaged")
        DAMAGED,
        /// The platform named an address that is not its own.
        @JsonProperty("strange-address")
        STRANGE_ADDRESS,
        /// For another reason.
        @JsonProperty("other")
        @JsonEnumDefaultValue
        OTHER
    }
}
