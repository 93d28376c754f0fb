package org.centralino.events;

import org.jspecify.annotations.Nullable;

/// A file that an operator sends, as it stands in the object store. Services alone can fetch it there.
///
/// @param key where it stands
/// @param mimeType of what type it is, by its own bytes
/// @param size in bytes
/// @param name under which it is saved: one line, no folder, its true ending in sight
public record SentFile(
        String key, String mimeType, long size, @Nullable String name) {

    /// @return what is known of it before anybody has looked into it
    public Media media() {
        return new Media(Media.State.STORED, mimeType, size, name, null, null, false, null, null, null);
    }
}
