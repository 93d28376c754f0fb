package org.centralino.simulator.media;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.centralino.simulator.SimulatorConfig;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.media.domain.MediaFile;
import org.centralino.simulator.media.domain.MediaTrouble;

/// The files that the platform has, in a folder: bytes, and beside them what is known of them.
@Singleton
public class MediaFiles {
    private static final Pattern ID = Pattern.compile("[0-9]{1,30}");

    private final Path folder;
    private final URI secondHost;
    private final Map<String, AtomicInteger> downloads = new ConcurrentHashMap<>();

    MediaFiles(SimulatorConfig config) {
        this.folder = config.state().resolve("media");
        this.secondHost = config.mediaUrl();
    }

    /// A customer sends a file.
    public MediaFile receive(byte[] bytes, String mimeType, Instant now, MediaTrouble trouble) {
        return keep(MediaFile.fromCustomer(nextId(), mimeType, bytes, now, trouble), bytes);
    }

    /// The business brings a file, which may be a large one.
    public MediaFile upload(Path brought, String mimeType, Instant now) throws IOException {
        var file = MediaFile.uploaded(nextId(), mimeType, sha256(brought), Files.size(brought), now);
        Files.createDirectories(folder);
        Files.copy(brought, bytes(file.id()), StandardCopyOption.REPLACE_EXISTING);
        PlainJson.MAPPER.writeValue(about(file.id()).toFile(), file);
        return file;
    }

    private static byte[] sha256(Path file) throws IOException {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MediaFile.hashing())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return bytes.getMessageDigest().digest();
        }
    }

    /// @return the file, as long as the platform has it
    public Optional<MediaFile> file(String id, Instant now) {
        if (!ID.matcher(id).matches() || !Files.exists(about(id))) {
            return Optional.empty();
        }
        try {
            var file = PlainJson.MAPPER.readValue(about(id).toFile(), MediaFile.class);
            return Optional.of(file).filter(it -> it.keptUntil().isAfter(now));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @return where the file can be had from now on for five minutes
    public String addressOf(MediaFile file, Instant now) {
        return file.trouble().address() == null
                ? "%s/media-downloads/%s?until=%d"
                        .formatted(
                                secondHost,
                                file.id(),
                                now.plus(MediaFile.ADDRESS_GOOD_FOR).toEpochMilli())
                : file.trouble().address();
    }

    /// @return how often this was asked before for the file since this process began
    int downloadsBefore(String id) {
        return downloads.computeIfAbsent(id, _ -> new AtomicInteger()).getAndIncrement();
    }

    Path bytes(String id) {
        return folder.resolve(id);
    }

    private Path about(String id) {
        return folder.resolve(id + ".json");
    }

    private MediaFile keep(MediaFile file, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Files.write(bytes(file.id()), bytes);
            PlainJson.MAPPER.writeValue(about(file.id()).toFile(), file);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String nextId() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(700_000_000_000_000L, 800_000_000_000_000L));
    }
}
