package org.centralino.outbound.media;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.centralino.events.Media;
import org.centralino.kit.media.domain.FileName;
import org.centralino.kit.media.domain.FileType;
import org.centralino.outbound.media.domain.Fetch;
import org.jspecify.annotations.Nullable;

/// Looks into a file that has come, or goes: what it is, how it is called, and how it looks or sounds in small.
@Singleton
public class Inspection {
    /// Pictures and voice notes are smaller; what is larger may be made to fill the memory of whoever looks.
    private static final long LARGEST_LOOKED_INTO = 20L * 1024 * 1024;

    private final Pictures pictures;

    Inspection(Pictures pictures) {
        this.pictures = pictures;
    }

    /// @param thumbnail the small form, when there is one
    public record Seen(Media media, Pictures.@Nullable Thumbnail thumbnail) {}

    /// @param folder where the small form may be put
    /// @param declared what the platform says that it is
    Seen of(Path file, Path folder, Fetch fetch, @Nullable String declared) throws IOException {
        var mimeType = FileType.of(head(file), fetch.kind(), declared);
        return of(file, folder, mimeType, FileName.of(fetch.name(), fetch.kind(), mimeType, fetch.sentAt()));
    }

    /// @param folder where the small form may be put
    /// @param mimeType what it is, by its own bytes
    /// @param name under which it is saved
    public Seen of(Path file, Path folder, String mimeType, @Nullable String name) throws IOException {
        var size = Files.size(file);
        var isLookedInto = size <= LARGEST_LOOKED_INTO;
        var picture = isLookedInto && mimeType.startsWith("image/")
                ? pictures.look(file, folder)
                : Optional.<Pictures.Picture>empty();
        var sound = isLookedInto && mimeType.equals("audio/ogg") ? VoiceNote.listen(file) : Optional.<VoiceNote>empty();
        var thumbnail = picture.map(Pictures.Picture::thumbnail).orElse(null);
        var media = new Media(
                Media.State.STORED,
                mimeType,
                size,
                name,
                picture.map(Pictures.Picture::width).orElse(null),
                picture.map(Pictures.Picture::height).orElse(null),
                thumbnail != null,
                sound.map(VoiceNote::seconds).orElse(null),
                sound.map(VoiceNote::waveform).orElse(null),
                null);
        return new Seen(media, thumbnail);
    }

    private static byte[] head(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(FileType.HEAD);
        }
    }
}
