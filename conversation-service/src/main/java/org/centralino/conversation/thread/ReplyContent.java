package org.centralino.conversation.thread;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Template.Place;
import org.centralino.kit.text.MaxCharacters;
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
    @JsonSubTypes.Type(value = ReplyContent.Template.class, name = "template"),
    @JsonSubTypes.Type(value = ReplyContent.Location.class, name = "location"),
    @JsonSubTypes.Type(value = ReplyContent.Contacts.class, name = "contacts"),
    @JsonSubTypes.Type(value = ReplyContent.Buttons.class, name = "buttons"),
    @JsonSubTypes.Type(value = ReplyContent.Options.class, name = "options"),
    @JsonSubTypes.Type(value = ReplyContent.Link.class, name = "link"),
    @JsonSubTypes.Type(value = ReplyContent.LocationRequest.class, name = "location-request"),
    @JsonSubTypes.Type(value = ReplyContent.Product.class, name = "product"),
    @JsonSubTypes.Type(value = ReplyContent.Products.class, name = "products"),
    @JsonSubTypes.Type(value = ReplyContent.Catalogue.class, name = "catalogue")
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
            ReplyContent.Template.class,
            ReplyContent.Location.class,
            ReplyContent.Contacts.class,
            ReplyContent.Buttons.class,
            ReplyContent.Options.class,
            ReplyContent.Link.class,
            ReplyContent.LocationRequest.class,
            ReplyContent.Product.class,
            ReplyContent.Products.class,
            ReplyContent.Catalogue.class
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
            @DiscriminatorMapping(value = "template", schema = ReplyContent.Template.class),
            @DiscriminatorMapping(value = "location", schema = ReplyContent.Location.class),
            @DiscriminatorMapping(value = "contacts", schema = ReplyContent.Contacts.class),
            @DiscriminatorMapping(value = "buttons", schema = ReplyContent.Buttons.class),
            @DiscriminatorMapping(value = "options", schema = ReplyContent.Options.class),
            @DiscriminatorMapping(value = "link", schema = ReplyContent.Link.class),
            @DiscriminatorMapping(value = "location-request", schema = ReplyContent.LocationRequest.class),
            @DiscriminatorMapping(value = "product", schema = ReplyContent.Product.class),
            @DiscriminatorMapping(value = "products", schema = ReplyContent.Products.class),
            @DiscriminatorMapping(value = "catalogue", schema = ReplyContent.Catalogue.class)
        })
public sealed interface ReplyContent {

    /// The most characters that may stand below a file, or in a question.
    int LONGEST_CAPTION = 1024;

    /// The most characters of a line above or below a question.
    int LONGEST_LINE = 60;

    /// The most characters on a button.
    int LONGEST_BUTTON = 20;

    /// The most characters of what is chosen from a list, and of what stands above it.
    int LONGEST_ROW = 24;

    /// The most characters of what a place is called.
    int LONGEST_NAME_OF_PLACE = 256;

    /// The most characters of where it is.
    int LONGEST_ADDRESS = 512;

    /// Words.
    ///
    /// @param text up to 4,096 characters
    @Schema(name = "TextContent")
    record Text(
            @NotBlank(message = "must not be empty") @MaxCharacters(value = 4096, message = MaxCharacters.OF_WHATSAPP)
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

            @MaxCharacters(value = LONGEST_CAPTION, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String caption)
            implements WithFile {}

    /// A video.
    ///
    /// @param attachmentId the file: of the kind `video`
    /// @param caption the words below it
    @Schema(name = "VideoContent")
    record Video(
            @NotNull(message = "is missing") UUID attachmentId,

            @MaxCharacters(value = LONGEST_CAPTION, message = MaxCharacters.OF_WHATSAPP) @Nullable
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

            @MaxCharacters(value = LONGEST_CAPTION, message = MaxCharacters.OF_WHATSAPP) @Nullable
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
    /// @param place the place above its words, where it has one
    /// @param cards the file of each card of a carousel, in their order; its words are among the parameters
    /// @param products what it shows, or its button opens, of the catalogue: a single product above its
    ///     words, one for each card, or those behind its button
    /// @param offerEndsAt when its offer ends, where it says so
    @Schema(name = "TemplateContent")
    record Template(
            @NotBlank(message = "must not be empty") @MaxCharacters(512)
            String name,

            @NotBlank(message = "must not be empty") @MaxCharacters(20)
            String language,

            @NotNull(message = "is missing") @Size(max = 100, message = "holds more than 100 places")
            List<@NotNull(message = "is missing") @Valid FilledIn> parameters,

            @Nullable UUID attachmentId,

            @Valid @Nullable TemplatePlace place,

            @Size(max = 10, message = "holds more than ten cards") @Nullable
            List<@NotNull(message = "is missing") @Valid TemplateCard> cards,

            @Valid @Nullable TemplateProducts products,
            @Nullable Instant offerEndsAt)
            implements ReplyContent {}

    /// What a template shows, or its button opens, of the catalogue of the conversation's number.
    ///
    /// @param catalogId the platform's id of the catalogue
    /// @param thumbnail whose picture stands above the words; left out for that of the first product
    /// @param sections one to ten, with thirty products in all; left out when the button opens all of it
    @Schema(name = "TemplateProducts")
    record TemplateProducts(
            @NotBlank(message = "must not be empty") @MaxCharacters(32)
            String catalogId,

            @Valid @Nullable ShownProduct thumbnail,

            @Size(min = 1, max = 10, message = "must hold one to ten sections") @Nullable
            List<@NotNull(message = "is missing") @Valid ProductSection> sections) {}

    /// A place above the words of a template.
    ///
    /// @param latitude degrees, north of the equator
    /// @param longitude degrees, east of Greenwich
    /// @param name what is there
    /// @param address where that is, as people say it
    @Schema(name = "TemplatePlace")
    record TemplatePlace(
            @NotNull(message = "is missing")
            @DecimalMin(value = "-90", message = "must be between -90 and 90")
            @DecimalMax(value = "90", message = "must be between -90 and 90")
            Double latitude,

            @NotNull(message = "is missing")
            @DecimalMin(value = "-180", message = "must be between -180 and 180")
            @DecimalMax(value = "180", message = "must be between -180 and 180")
            Double longitude,

            @MaxCharacters(LONGEST_NAME_OF_PLACE) @Nullable String name,

            @MaxCharacters(LONGEST_ADDRESS) @Nullable String address) {}

    /// One card of a carousel.
    ///
    /// @param attachmentId its picture or video
    @Schema(name = "TemplateCard")
    record TemplateCard(@NotNull(message = "is missing") UUID attachmentId) {}

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

            @NotBlank(message = "must not be empty") @MaxCharacters(512)
            String name,

            @NotNull(message = "is missing") @MaxCharacters(4096)
            String value) {}

    /// What its author made up in place: neither a file nor a template.
    sealed interface Made extends ReplyContent {}

    /// A place.
    ///
    /// @param latitude degrees, north of the equator
    /// @param longitude degrees, east of Greenwich
    /// @param name what is there
    /// @param address where that is, as people say it
    @Schema(name = "LocationContent")
    record Location(
            @NotNull(message = "is missing")
            @DecimalMin(value = "-90", message = "must be between -90 and 90")
            @DecimalMax(value = "90", message = "must be between -90 and 90")
            Double latitude,

            @NotNull(message = "is missing")
            @DecimalMin(value = "-180", message = "must be between -180 and 180")
            @DecimalMax(value = "180", message = "must be between -180 and 180")
            Double longitude,

            @MaxCharacters(LONGEST_NAME_OF_PLACE) @Nullable String name,

            @MaxCharacters(LONGEST_ADDRESS) @Nullable String address)
            implements Made {}

    /// Contact cards.
    ///
    /// @param cards one to ten
    @Schema(name = "ContactsContent")
    record Contacts(
            @NotNull(message = "is missing") @Size(min = 1, max = 10, message = "must hold one to ten cards")
            List<@NotNull(message = "is missing") @Valid ContactCard> cards)
            implements Made {}

    /// One card.
    ///
    /// @param name as it is to be shown
    /// @param organization the company
    @Schema(name = "ContactCardContent")
    record ContactCard(
            @NotBlank(message = "must not be empty") @MaxCharacters(256)
            String name,

            @MaxCharacters(256) @Nullable String organization,

            @Size(max = 10, message = "holds more than ten") @Nullable
            List<@NotNull(message = "is missing") @Valid CardLine> phones,

            @Size(max = 10, message = "holds more than ten") @Nullable
            List<@NotNull(message = "is missing") @Valid CardLine> emails,

            @Size(max = 10, message = "holds more than ten") @Nullable
            List<@NotNull(message = "is missing") @Valid CardLine> urls) {}

    /// A line of a card.
    ///
    /// @param label of what kind it is, such as `WORK`
    @Schema(name = "CardLineContent")
    record CardLine(
            @NotBlank(message = "must not be empty") @MaxCharacters(256)
            String value,

            @MaxCharacters(40) @Nullable String label) {}

    /// A question with buttons for the answers.
    ///
    /// @param text the question
    /// @param header the line above
    /// @param footer the small line below
    /// @param buttons what stands on each: one to three, no two the same
    @Schema(name = "ButtonsContent")
    record Buttons(
            @NotBlank(message = "must not be empty")
            @MaxCharacters(value = LONGEST_CAPTION, message = MaxCharacters.OF_WHATSAPP)
            String text,

            @MaxCharacters(value = LONGEST_LINE, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String header,

            @MaxCharacters(value = LONGEST_LINE, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String footer,

            @NotNull(message = "is missing") @Size(min = 1, max = 3, message = "must hold one to three buttons")
            List<
                            @NotBlank(message = "must not be empty")
                            @MaxCharacters(value = LONGEST_BUTTON, message = MaxCharacters.OF_WHATSAPP) String>
                    buttons)
            implements Made {}

    /// A question with a list to choose from.
    ///
    /// @param text the question
    /// @param header the line above
    /// @param footer the small line below
    /// @param button what stands on the button that opens the list
    /// @param sections one to ten, with ten rows in all
    @Schema(name = "OptionsContent")
    record Options(
            @NotBlank(message = "must not be empty")
            @MaxCharacters(value = LONGEST_CAPTION, message = MaxCharacters.OF_WHATSAPP)
            String text,

            @MaxCharacters(value = LONGEST_LINE, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String header,

            @MaxCharacters(value = LONGEST_LINE, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String footer,

            @NotBlank(message = "must not be empty")
            @MaxCharacters(value = LONGEST_BUTTON, message = MaxCharacters.OF_WHATSAPP)
            String button,

            @NotNull(message = "is missing") @Size(min = 1, max = 10, message = "must hold one to ten sections")
            List<@NotNull(message = "is missing") @Valid Section> sections)
            implements Made {}

    /// A part of a list.
    ///
    /// @param title above its rows; may be left out when it is the only section
    @Schema(name = "OptionSectionContent")
    record Section(
            @MaxCharacters(value = LONGEST_ROW, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String title,

            @NotNull(message = "is missing") @Size(min = 1, max = 10, message = "must hold one to ten rows")
            List<@NotNull(message = "is missing") @Valid Choice> rows) {}

    /// What can be chosen from a list.
    ///
    /// @param description the small line below
    @Schema(name = "OptionRowContent")
    record Choice(
            @NotBlank(message = "must not be empty")
            @MaxCharacters(value = LONGEST_ROW, message = MaxCharacters.OF_WHATSAPP)
            String title,

            @MaxCharacters(value = 72, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String description) {}

    /// Words with a button that opens a page.
    ///
    /// @param text the words
    /// @param header the line above
    /// @param footer the small line below
    /// @param button what stands on the button
    /// @param url the page: http or https
    @Schema(name = "LinkContent")
    record Link(
            @NotBlank(message = "must not be empty")
            @MaxCharacters(value = LONGEST_CAPTION, message = MaxCharacters.OF_WHATSAPP)
            String text,

            @MaxCharacters(value = LONGEST_LINE, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String header,

            @MaxCharacters(value = LONGEST_LINE, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String footer,

            @NotBlank(message = "must not be empty")
            @MaxCharacters(value = LONGEST_BUTTON, message = MaxCharacters.OF_WHATSAPP)
            String button,

            @NotBlank(message = "must not be empty") @MaxCharacters(2000)
            String url)
            implements Made {}

    /// The customer is asked where he is.
    ///
    /// @param text the question
    @Schema(name = "LocationRequestContent")
    record LocationRequest(
            @NotBlank(message = "must not be empty")
            @MaxCharacters(value = LONGEST_CAPTION, message = MaxCharacters.OF_WHATSAPP)
            String text)
            implements Made {}

    /// What its author chose from the catalogue of the conversation's number.
    sealed interface OfCatalogue extends Made {
        /// @return the platform's id of the catalogue from which it was chosen
        String catalogId();
    }

    /// A product as the catalogue has it now. The conversation keeps it so, whatever becomes of it there.
    ///
    /// @param productId the business' own id of the product
    /// @param price with its currency, as the catalogue writes it
    @Schema(name = "ShownProductContent")
    record ShownProduct(
            @NotBlank(message = "must not be empty") @MaxCharacters(100)
            String productId,

            @NotBlank(message = "must not be empty") @MaxCharacters(200)
            String name,

            @MaxCharacters(60) @Nullable String price) {}

    /// One product.
    ///
    /// @param text what stands with it
    /// @param footer the small line below
    @Schema(name = "ProductContent")
    record Product(
            @NotBlank(message = "must not be empty") @MaxCharacters(32)
            String catalogId,

            @NotNull(message = "is missing") @Valid ShownProduct product,

            @MaxCharacters(value = LONGEST_CAPTION, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String text,

            @MaxCharacters(value = LONGEST_LINE, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String footer)
            implements OfCatalogue {}

    /// Several products in sections.
    ///
    /// @param text what stands with them
    /// @param header the line above
    /// @param footer the small line below
    /// @param sections one to ten, with thirty products in all
    @Schema(name = "ProductsContent")
    record Products(
            @NotBlank(message = "must not be empty") @MaxCharacters(32)
            String catalogId,

            @NotBlank(message = "must not be empty")
            @MaxCharacters(value = LONGEST_CAPTION, message = MaxCharacters.OF_WHATSAPP)
            String text,

            @NotBlank(message = "must not be empty")
            @MaxCharacters(value = LONGEST_LINE, message = MaxCharacters.OF_WHATSAPP)
            String header,

            @MaxCharacters(value = LONGEST_LINE, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String footer,

            @NotNull(message = "is missing") @Size(min = 1, max = 10, message = "must hold one to ten sections")
            List<@NotNull(message = "is missing") @Valid ProductSection> sections)
            implements OfCatalogue {}

    /// Some of the products.
    ///
    /// @param title above them; may be left out when it is the only section
    @Schema(name = "ProductSectionContent")
    record ProductSection(
            @MaxCharacters(value = LONGEST_ROW, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String title,

            @NotNull(message = "is missing") @Size(min = 1, max = 30, message = "must hold one to thirty products")
            List<@NotNull(message = "is missing") @Valid ShownProduct> products) {}

    /// All of the catalogue, behind a button.
    ///
    /// @param text what stands with it
    /// @param footer the small line below
    /// @param thumbnail whose picture stands above; left out for that of the first product
    @Schema(name = "CatalogueContent")
    record Catalogue(
            @NotBlank(message = "must not be empty") @MaxCharacters(32)
            String catalogId,

            @NotBlank(message = "must not be empty")
            @MaxCharacters(value = LONGEST_CAPTION, message = MaxCharacters.OF_WHATSAPP)
            String text,

            @MaxCharacters(value = LONGEST_LINE, message = MaxCharacters.OF_WHATSAPP) @Nullable
            String footer,

            @Valid @Nullable ShownProduct thumbnail)
            implements OfCatalogue {}
}
