package org.centralino.conversation.message;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.Media;
import org.centralino.events.SentFile;
import org.centralino.kit.database.Documents;
import org.jspecify.annotations.Nullable;

/// What a message's row says of a file that stands in the object store.
///
/// @param key where it stands there
record StoredMedia(@JsonUnwrapped Media media, String key) {

    /// @return the document; null when the reply has no file
    static @Nullable String of(ReplyQueued reply) {
        var file = reply.file();
        return file == null ? null : Documents.writeIfAny(new StoredMedia(file.media(), file.key()));
    }

    /// @param document of a row
    /// @return the file, for a message that repeats this one; null when none stands there
    static @Nullable SentFile file(@Nullable String document) {
        var media = Documents.readIfAny(document, Media.class);
        var key = document == null ? null : Documents.read(document, Key.class).key();
        return media == null || key == null || media.mimeType() == null || media.size() == null
                ? null
                : new SentFile(key, media.mimeType(), media.size(), media.name());
    }

    private record Key(@Nullable String key) {}
}
