package org.centralino.conversation.attachment;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.centralino.conversation.attachment.AttachmentStore.Place;
import org.centralino.conversation.attachment.AttachmentStore.Use;
import org.centralino.conversation.attachment.domain.AttachmentKind;
import org.centralino.conversation.attachment.domain.Recognised;
import org.centralino.events.Person;
import org.centralino.events.SentFile;
import org.centralino.events.UnicodeText;
import org.centralino.kit.media.ObjectStore;
import org.centralino.kit.media.domain.FileKind;
import org.centralino.kit.media.domain.FileName;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes files that operators bring: asked for are the right to it, then the beginning, then the rest.
@ApplicationScoped
class Attachments {
    private static final Logger LOG = Logger.getLogger(Attachments.class);
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private final AttachmentStore store;
    private final AttachmentUpload upload;
    private final ObjectStore objects;
    private final Clock clock;

    Attachments(AttachmentStore store, AttachmentUpload upload, ObjectStore objects, Clock clock) {
        this.store = store;
        this.upload = upload;
        this.objects = objects;
        this.clock = clock;
    }

    /// A file as whoever brings it describes it.
    ///
    /// @param size in bytes
    /// @param asDocument whether it is to be a document, whatever it is
    record Offer(@Nullable String type, long size, @Nullable String name, boolean asDocument) {}

    /// @param id the caller's; null for one of ours
    /// @return the file, when it stands in the object store
    Uni<Attachment> bring(
            UUID conversation,
            @Nullable UUID id,
            Offer offer,
            Person author,
            Visibility visibility,
            Use use,
            HttpServerRequest request) {
        var place = new Place(id == null ? UUID.randomUUID() : id, conversation);
        return store.begin(place, author, visibility, use)
                .chain(known ->
                        known.map(stands -> Uni.createFrom().item(stands)).orElseGet(() -> take(place, offer, request)))
                .call(() -> Uni.createFrom().item(request::resume));
    }

    private Uni<Attachment> take(Place place, Offer offer, HttpServerRequest request) {
        var key = place.newKey();
        return upload.pass(request, offer.size(), key, head -> judged(head, offer))
                .chain(came -> {
                    var file = new SentFile(key, came.judged().mimeType(), offer.size(), nameOf(offer, came.judged()));
                    return store.stored(place.id(), came.judged(), came.sha256(), file);
                })
                .call(isOurs -> isOurs ? Uni.createFrom().voidItem() : forget(key))
                .chain(() -> store.find(place.id()));
    }

    private static Recognised judged(byte[] head, Offer offer) {
        var recognised = offer.asDocument()
                ? Recognised.asDocument(head, offer.type())
                : Recognised.of(head, offer.type(), offer.size());
        if (offer.size() > recognised.kind().mostBytes()) {
            throw tooLarge(recognised.kind()).asException();
        }
        return recognised;
    }

    private String nameOf(Offer offer, Recognised recognised) {
        var kind = FileKind.valueOf(recognised.kind().name());
        var name = Optional.ofNullable(offer.name())
                .filter(UnicodeText::isStorable)
                .orElse(null);
        return FileName.of(name, kind, recognised.mimeType(), clock.instant());
    }

    /// Another try was first. What cannot be deleted now goes with the folder one day.
    private Uni<Void> forget(String key) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> objects.delete(key))
                .onFailure()
                .invoke(failure -> LOG.debugf("A file that was brought twice stays for now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    static Problem tooLarge(AttachmentKind kind) {
        var most = kind.mostBytes();
        return Problem.of(
                        413,
                        "file-too-large",
                        "The file is too large",
                        most < MEGABYTE
                                ? "WhatsApp takes at most %d KB as %s.".formatted(most / KILOBYTE, kind.word())
                                : "WhatsApp takes at most %d MB as %s.".formatted(most / MEGABYTE, kind.word()))
                .with("kind", kind.word())
                .with("limit", most);
    }
}
