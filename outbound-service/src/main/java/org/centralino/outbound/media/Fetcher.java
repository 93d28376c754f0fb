package org.centralino.outbound.media;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.centralino.events.Media;
import org.centralino.events.Media.Loss;
import org.centralino.events.OutboundEvent.Fetched;
import org.centralino.events.OutboundEvent.MediaLost;
import org.centralino.events.OutboundEvent.MediaStored;
import org.centralino.kit.media.ObjectStore;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.media.domain.Fetch;
import org.centralino.outbound.media.domain.Fetch.Failure;
import org.centralino.outbound.media.domain.Fetch.Next;
import org.centralino.outbound.media.domain.Fetch.Pauses;
import org.centralino.outbound.media.domain.Fingerprint;
import org.centralino.outbound.whatsapp.CloudMedia;
import org.centralino.outbound.whatsapp.CloudMedia.NotHadException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/// Fetches one file: from the platform to a folder of its own, where it is looked into, and from
/// there to the object store. A try that is broken off anywhere leaves nothing behind that another
/// one minds: what is stored stands under its own hash.
@Singleton
class Fetcher {
    private static final Logger LOG = Logger.getLogger(Fetcher.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);

    private final CloudMedia platform;
    private final Inspection inspection;
    private final ObjectStore objects;
    private final FetchStore store;
    private final OutboundConfig config;
    private final FetchMetrics metrics;
    private final Clock clock;

    Fetcher(
            CloudMedia platform,
            Inspection inspection,
            ObjectStore objects,
            FetchStore store,
            OutboundConfig config,
            FetchMetrics metrics,
            Clock clock) {
        this.metrics = metrics;
        this.platform = platform;
        this.inspection = inspection;
        this.objects = objects;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /// One try, with what comes of it written down.
    void fetch(Fetch fetch) {
        try (var folder = WorkingFolder.make(config.filesFolder())) {
            if (settle(fetch, stored(fetch, folder.path()))) {
                metrics.stored();
            }
        } catch (NotHadException failed) {
            failed(fetch, failed.failure());
        } catch (IOException | SdkException failed) {
            failed(fetch, new Failure.Passing(failed.getClass().getSimpleName()));
        }
    }

    private MediaStored stored(Fetch fetch, Path folder) throws NotHadException, IOException {
        var file = folder.resolve("file");
        var came = come(fetch, file);
        var seen = inspection.of(file, folder, fetch, came.mimeType());
        var key = "%s/%s/%s"
                .formatted(
                        fetch.conversationId(),
                        fetch.messageId(),
                        HexFormat.of().formatHex(came.hash()));
        objects.put(key, file, String.valueOf(seen.media().mimeType()));
        var thumbnail = seen.thumbnail();
        String thumbnailKey = null;
        if (thumbnail != null) {
            thumbnailKey = key + "-small." + thumbnail.format();
            objects.put(thumbnailKey, thumbnail.file(), thumbnail.mimeType());
        }
        return new MediaStored(
                fetch.conversationId(),
                fetch.access(),
                fetch.messageId(),
                key,
                thumbnailKey,
                seen.media(),
                clock.instant());
    }

    private record Came(byte[] hash, @Nullable String mimeType) {}

    /// The address that came with the message saves a question, as long as it is good. What is
    /// wrong with it, asking mends.
    private Came come(Fetch fetch, Path file) throws NotHadException {
        var attachment = fetch.attachment();
        if (attachment.url() != null && fetch.attempt() == 1) {
            var address = platform.addressOf(attachment.url());
            if (address.isPresent()) {
                try {
                    return come(fetch, address.get(), file, attachment.sha256(), attachment.mimeType());
                } catch (NotHadException askInstead) {
                    LOG.debugf("The direct address of message %s: %s", fetch.messageId(), askInstead.failure());
                }
            }
        }
        var located = platform.locate(fetch.phoneNumberId(), attachment.mediaId());
        if (located.size() != null && located.size() > fetch.kind().mostBytes()) {
            throw new NotHadException(new Failure.Final(Loss.TOO_LARGE));
        }
        return come(
                fetch,
                located.address(),
                file,
                located.sha256() == null ? attachment.sha256() : located.sha256(),
                located.mimeType() == null ? attachment.mimeType() : located.mimeType());
    }

    private Came come(Fetch fetch, URI address, Path file, @Nullable String sha256, @Nullable String mimeType)
            throws NotHadException {
        var hash = platform.download(
                fetch.phoneNumberId(), address, file, fetch.kind().mostBytes(), config.fileWithin());
        if (sha256 != null && !Fingerprint.matches(sha256, hash)) {
            throw new NotHadException(new Failure.Hopeless(Loss.DAMAGED));
        }
        return new Came(hash, mimeType);
    }

    private void failed(Fetch fetch, Failure failure) {
        var pauses = new Pauses(config.firstFilePause(), config.longestFilePause());
        var chance = ThreadLocalRandom.current().nextDouble();
        switch (fetch.after(failure, clock.instant(), pauses, chance)) {
            case Next.TryAgain(var pause) -> {
                LOG.infof("The file of message %s is tried again in %s: %s", fetch.messageId(), pause, failure);
                metrics.again();
                store.later(fetch, pause).await().atMost(DATABASE_PATIENCE);
            }
            case Next.GiveUp(var loss) -> {
                LOG.warnf("The file of message %s is lost: %s", fetch.messageId(), failure);
                var end = new MediaLost(
                        fetch.conversationId(), fetch.access(), fetch.messageId(), Media.lost(loss), clock.instant());
                if (settle(fetch, end)) {
                    metrics.lost(loss);
                }
            }
        }
    }

    /// @return whether it was ours to tell
    private boolean settle(Fetch fetch, Fetched end) {
        var told = store.settle(fetch, end).await().atMost(DATABASE_PATIENCE);
        if (!told) {
            LOG.infof("The file of message %s was taken over by another worker", fetch.messageId());
        }
        return told;
    }
}
