package org.centralino.outbound.upload;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.centralino.events.OutboundEvent.MediaStored;
import org.centralino.events.PlatformError;
import org.centralino.kit.media.ObjectStore;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.lane.LaneConfig;
import org.centralino.outbound.lane.SendingLanes;
import org.centralino.outbound.media.Inspection;
import org.centralino.outbound.media.WorkingFolder;
import org.centralino.outbound.upload.domain.Upload;
import org.centralino.outbound.upload.domain.Upload.Answer;
import org.centralino.outbound.upload.domain.Upload.Next;
import org.centralino.outbound.upload.domain.Upload.Patience;
import org.centralino.outbound.whatsapp.CloudUpload;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Brings one file to the platform: from the object store to a folder of its own, where it is looked into, and from
/// there on. A try that is broken off anywhere leaves nothing behind that another one minds.
@Singleton
class Uploader {
    private static final Logger LOG = Logger.getLogger(Uploader.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(30);

    private final CloudUpload platform;
    private final Inspection inspection;
    private final ObjectStore objects;
    private final UploadStore store;
    private final SendingLanes lanes;
    private final OutboundConfig config;
    private final LaneConfig laneConfig;
    private final Event<FileSettled> settled;
    private final Clock clock;

    Uploader(
            CloudUpload platform,
            Inspection inspection,
            ObjectStore objects,
            UploadStore store,
            SendingLanes lanes,
            OutboundConfig config,
            LaneConfig laneConfig,
            Event<FileSettled> settled,
            Clock clock) {
        this.platform = platform;
        this.inspection = inspection;
        this.objects = objects;
        this.store = store;
        this.lanes = lanes;
        this.config = config;
        this.laneConfig = laneConfig;
        this.settled = settled;
        this.clock = clock;
    }

    /// One try, with what comes of it written down.
    void upload(Upload upload) {
        try (var folder = WorkingFolder.make(config.filesFolder())) {
            var file = folder.path().resolve("file");
            objects.get(upload.file().key(), file);
            decide(upload, platform.upload(upload.phoneNumberId(), file, upload.file()), file, folder.path());
        } catch (NoSuchKeyException gone) {
            giveUp(upload, new PlatformError(0, "The file is gone", "It is not where files are kept any more."));
        } catch (IOException | SdkException failed) {
            failed(upload, new Answer.NotTaken(failed.getClass().getSimpleName()));
        }
    }

    private void decide(Upload upload, Answer answer, Path file, Path folder) throws IOException {
        if (upload.after(answer, patience()) instanceof Next.Done(var platformId)) {
            lanes.taken(upload.phoneNumberId()).await().atMost(DATABASE_PATIENCE);
            var seen = inspected(upload, file, folder);
            tell(upload, store.uploaded(upload, platformId, seen).await().atMost(DATABASE_PATIENCE));
        } else {
            failed(upload, answer);
        }
    }

    private MediaStored inspected(Upload upload, Path file, Path folder) throws IOException {
        var sent = upload.file();
        var seen = inspection.of(file, folder, sent.mimeType(), sent.name());
        var thumbnail = seen.thumbnail();
        String thumbnailKey = null;
        if (thumbnail != null) {
            thumbnailKey = sent.key() + "-small." + thumbnail.format();
            objects.put(thumbnailKey, thumbnail.file(), thumbnail.mimeType());
        }
        return new MediaStored(
                upload.conversationId(),
                upload.access(),
                upload.messageId(),
                sent.key(),
                thumbnailKey,
                seen.media(),
                clock.instant());
    }

    private void failed(Upload upload, Answer answer) {
        switch (upload.after(answer, patience())) {
            case Next.TryAgain(var pause) -> {
                LOG.infof("The file %s is tried again in %s: %s", upload.attachmentId(), pause, answer);
                store.later(upload, pause).await().atMost(DATABASE_PATIENCE);
            }
            case Next.AwaitToken(var error, var token) -> {
                store.awaitToken(upload, laneConfig.probeEvery()).await().atMost(DATABASE_PATIENCE);
                lanes.refused(upload.phoneNumberId(), error, token).await().atMost(DATABASE_PATIENCE);
            }
            case Next.GiveUp(var error) -> giveUp(upload, error);
            case Next.Done _ -> throw new IllegalStateException("That is no failure");
        }
    }

    private void giveUp(Upload upload, PlatformError error) {
        LOG.warnf("The file %s does not reach WhatsApp (code %d)", upload.attachmentId(), error.code());
        tell(upload, store.refused(upload, error).await().atMost(DATABASE_PATIENCE));
    }

    private void tell(Upload upload, boolean wasOurs) {
        if (wasOurs) {
            settled.fire(new FileSettled(upload.attachmentId()));
        } else {
            LOG.infof("The file %s was taken over by another worker", upload.attachmentId());
        }
    }

    private Patience patience() {
        return new Patience(config.firstFilePause(), config.longestPause(), config.giveUpAfter());
    }
}
