package org.centralino.conversation.thread;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.conversation.attachment.Attachment;
import org.centralino.conversation.attachment.domain.AttachmentKind;
import org.centralino.events.Content;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Makes of a file that an operator brought, and of how he wants it sent, what the timeline shows.
final class FileContents {
    private static final String VOICE = "audio/ogg";

    private FileContents() {}

    /// @return what it comes to; fails with a problem when it cannot be sent like that
    static Content of(ReplyContent.WithFile wanted, Attachment attachment) {
        return switch (wanted) {
            case ReplyContent.Image image -> {
                require(attachment, AttachmentKind.IMAGE);
                yield new Content.Image(wordsOf(image.caption()), attachment.named());
            }
            case ReplyContent.Video video -> {
                require(attachment, AttachmentKind.VIDEO);
                yield new Content.Video(wordsOf(video.caption()), attachment.named());
            }
            case ReplyContent.Audio _ -> {
                require(attachment, AttachmentKind.AUDIO);
                yield new Content.Audio(attachment.named());
            }
            case ReplyContent.Voice _ -> {
                require(attachment, AttachmentKind.AUDIO);
                requireVoice(attachment);
                yield new Content.Voice(attachment.named());
            }
            case ReplyContent.Document document -> document(wordsOf(document.caption()), attachment);
            case ReplyContent.Sticker _ -> {
                require(attachment, AttachmentKind.STICKER);
                yield new Content.Sticker(attachment.animated(), attachment.named());
            }
        };
    }

    /// @return the file as it stands above the words of a template
    static Content.WithFile aboveWords(Attachment attachment) {
        return switch (attachment.kind()) {
            case IMAGE -> new Content.Image(null, attachment.named());
            case VIDEO -> new Content.Video(null, attachment.named());
            case AUDIO -> new Content.Audio(attachment.named());
            case STICKER -> new Content.Sticker(attachment.animated(), attachment.named());
            case DOCUMENT -> new Content.Document(null, attachment.file().name(), null, attachment.named());
        };
    }

    /// @return whether the content names that file, or both name none
    static boolean isOf(@Nullable UUID attachmentId, Content.@Nullable WithFile content) {
        return attachmentId == null || content == null
                ? attachmentId == null && content == null
                : content.attachment().mediaId().equals(attachmentId.toString());
    }

    /// @return whether this is what that came to
    static boolean cameTo(ReplyContent.WithFile wanted, Content content) {
        return content instanceof Content.WithFile sent
                && isOf(wanted.attachmentId(), sent)
                && switch (wanted) {
                    case ReplyContent.Image image ->
                        sent instanceof Content.Image it && Objects.equals(it.text(), wordsOf(image.caption()));
                    case ReplyContent.Video video ->
                        sent instanceof Content.Video it && Objects.equals(it.text(), wordsOf(video.caption()));
                    case ReplyContent.Document document ->
                        sent instanceof Content.Document it
                                && Objects.equals(it.caption(), wordsOf(document.caption()));
                    case ReplyContent.Audio _ -> sent instanceof Content.Audio;
                    case ReplyContent.Voice _ -> sent instanceof Content.Voice;
                    case ReplyContent.Sticker _ -> sent instanceof Content.Sticker;
                };
    }

    private static Content document(@Nullable String caption, Attachment attachment) {
        var name = attachment.file().name();
        var text = Stream.of(name, caption).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return new Content.Document(text.isEmpty() ? null : text, name, caption, attachment.named());
    }

    private static @Nullable String wordsOf(@Nullable String caption) {
        return caption == null || caption.isBlank() ? null : ReplyContents.storable(caption);
    }

    private static void require(Attachment attachment, AttachmentKind kind) {
        if (attachment.kind() != kind) {
            throw Problem.invalid("The file is of the kind %s, and cannot be sent as %s."
                            .formatted(attachment.kind().word(), kind.word()))
                    .asException();
        }
    }

    private static void requireVoice(Attachment attachment) {
        if (!attachment.file().mimeType().equals(VOICE)) {
            throw Problem.invalid("WhatsApp takes only Opus in Ogg (audio/ogg) as a voice message.")
                    .asException();
        }
    }
}
