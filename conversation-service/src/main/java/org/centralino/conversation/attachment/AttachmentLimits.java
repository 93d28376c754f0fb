package org.centralino.conversation.attachment;

import java.util.List;
import java.util.stream.Stream;
import org.centralino.conversation.attachment.domain.AttachmentKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What WhatsApp takes.
public record AttachmentLimits(List<Limit> kinds) {
    static final AttachmentLimits ALL = new AttachmentLimits(
            Stream.of(AttachmentKind.values()).map(Limit::of).toList());

    /// How large a file of a kind may be.
    ///
    /// @param types that a file of this kind has; none when it may have any
    /// @param mostBytes what is larger is refused
    @Schema(name = "AttachmentLimit")
    public record Limit(
            @Schema(enumeration = {"image", "video", "audio", "document", "sticker"})
            String kind,

            List<String> types,
            long mostBytes) {
        static Limit of(AttachmentKind kind) {
            return new Limit(kind.word(), kind.types(), kind.mostBytes());
        }
    }
}
