package org.centralino.conversation.thread;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Template.Place;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an operator wants the customer to get (fact sheet, section 8.3).
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReplyContent.Text.class, name = "text"),
    @JsonSubTypes.Type(value = ReplyContent.Image.class, name = "image"),
    @JsonSubTypes.Type(value = ReplyContent.Video.class, name = "video"),
    @JsonSubTypes.Type(value = ReplyContent.Audio.class, name = "audio"),
    @JsonSubTypes.Type(value = ReplyContent.Voice.class, name = "voice"),
    @JsonSubTypes.Type(value = ReplyContent.Document.class, name = "document"),
    @JsonSubTypes.Type(value = ReplyContent.Sticker.class, name = "sticker"),
    @JsonSubTypes.Type(value = ReplyContent.Template.class, name = "template")
})
@Schema(
        oneOf = {
            ReplyContent.Text.class,
            ReplyContent.Image.class,
            ReplyContent.Video.class,
            ReplyContent.Audio.class,
            ReplyContent.Voice.class,
            ReplyContent.Document.class,
            ReplyContent.Sticker.class,
            ReplyContent.Template.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "text", schema = ReplyContent.Text.class),
            @DiscriminatorMapping(value = "image", schema = ReplyContent.Image.class),
            @DiscriminatorMapping(value = "video", schema = ReplyContent.Video.class),
            @DiscriminatorMapping(value = "audio", schema = ReplyContent.Audio.class),
            @DiscriminatorMapping(value = "voice", schema = ReplyContent.Voice.class),
            @DiscriminatorMapping(value = "document", schema = ReplyContent.Document.class),
            @DiscriminatorMapping(value = "sticker", schema = ReplyContent.Sticker.class),
            @DiscriminatorMapping(value = "template", schema = ReplyContent.Template.class)
        })
public sealed interface ReplyContent {

    /// The most characters that may stand below a file.
    int LONGEST_CAPTION = 1024;

    /// Words.
    ///
    /// @param text up to 4,096 characters
    @Schema(name = "TextContent")
    record Text(
            @NotBlank(message = "must not be empty")
            @Size(max = 4096, message = "is longer than WhatsApp allows: at most 4096 characters")
            String text)
            implements ReplyContent {}

    /// A file that its author brought to this conversation.
    sealed interface WithFile extends ReplyContent {
        UUID attachmentId();
    }

    /// A picture.
    ///
    /// @param attachmentId the file: of the kind `image`
    /// @param caption the words below it
    @Schema(name = "ImageContent")
    record Image(
            @NotNull(message = "is missing") UUID attachmentId,

            @Size(max = LONGEST_CAPTION, message = "is longer than WhatsApp allows: at most 1024 characters") @Nullable
            String caption)
            implements WithFile {}

    /// A video.
    ///
    /// @param attachmentId the file: of the kind `video`
    /// @param caption the words below it
    @Schema(name = "VideoContent")
    record Video(
            @NotNull(message = "is missing") UUID attachmentId,

            @Size(max = LONGEST_CAPTION, message = "is longer than WhatsApp allows: at most 1024 characters") @Nullable
            String caption)
            implements WithFile {}

    /// Sound.
    ///
    /// @param attachmentId the file: of the kind `audio`
    @Schema(name = "AudioContent")
    record Audio(@NotNull(message = "is missing") UUID attachmentId) implements WithFile {}

    /// What its author spoke.
    ///
    /// @param attachmentId the file: of the kind `audio`, and Opus in Ogg
    @Schema(name = "VoiceContent")
    record Voice(@NotNull(message = "is missing") UUID attachmentId) implements WithFile {}

    /// A file that the customer saves.
    ///
    /// @param attachmentId the file, of any kind
    /// @param caption the words below it
    @Schema(name = "DocumentContent")
    record Document(
            @NotNull(message = "is missing") UUID attachmentId,

            @Size(max = LONGEST_CAPTION, message = "is longer than WhatsApp allows: at most 1024 characters") @Nullable
            String caption)
            implements WithFile {}

    /// A small picture in place of words.
    ///
    /// @param attachmentId the file: of the kind `sticker`
    @Schema(name = "StickerContent")
    record Sticker(@NotNull(message = "is missing") UUID attachmentId) implements WithFile {}

    /// A template of the conversation's number, which may be sent when the window is closed, too.
    ///
    /// @param language the platform's code
    /// @param parameters what is filled in: one for each place of the template
    /// @param attachmentId the picture, the video or the document above its words, where it has one
    @Schema(name = "TemplateContent")
    record Template(
            @NotBlank(message = "must not be empty") @Size(max = 512, message = "is longer than 512 characters")
            String name,

            @NotBlank(message = "must not be empty") @Size(max = 20, message = "is longer than 20 characters")
            String language,

            @NotNull(message = "is missing") @Size(max = 100, message = "holds more than 100 places")
            List<@NotNull(message = "is missing") @Valid FilledIn> parameters,

            @Nullable UUID attachmentId)
            implements ReplyContent {}

    /// What is filled in at one place of a template.
    ///
    /// @param place in which part it stands
    /// @param card of a carousel, counted from 0; left out outside of cards
    /// @param button in whose address or code it stands, counted from 0; left out elsewhere
    /// @param name as it stands between the braces
    @Schema(name = "FilledIn")
    record FilledIn(
            @NotNull(message = "is missing") Place place,

            @PositiveOrZero(message = "must not be negative") @Nullable
            Integer card,

            @PositiveOrZero(message = "must not be negative") @Nullable
            Integer button,

            @NotBlank(message = "must not be empty") @Size(max = 512, message = "is longer than 512 characters")
            String name,

            @NotNull(message = "is missing") @Size(max = 4096, message = "is longer than 4096 characters")
            String value) {}
}
