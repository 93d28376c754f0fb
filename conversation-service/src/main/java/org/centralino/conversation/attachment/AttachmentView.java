package org.centralino.conversation.attachment;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A file that is here, to be named in one reply.
///
/// @param kind as what it can be sent; as a document, any can
/// @param mimeType of what type it is, by its own bytes
/// @param size in bytes
/// @param name under which it is saved
@Schema(name = "BroughtFile")
public record AttachmentView(
        UUID id,

        @Schema(enumeration = {"image", "video", "audio", "document", "sticker"})
        String kind,

        String mimeType,
        long size,
        @Nullable String name) {
    static AttachmentView of(Attachment attachment) {
        var file = attachment.file();
        return new AttachmentView(attachment.id(), attachment.kind().word(), file.mimeType(), file.size(), file.name());
    }
}
