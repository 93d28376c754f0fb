package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a message says (fact sheet, section 4). Every kind has its words in `text`, for lists, for
/// searching, and for a reader who does not know the kind. Kinds are added over time; such a reader
/// sees [Unsupported].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", visible = true, defaultImpl = Content.Unsupported.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Content.Location.class, name = "location"),
    @JsonSubTypes.Type(value = Content.Contacts.class, name = "contacts"),
    @JsonSubTypes.Type(value = Content.Order.class, name = "order"),
    @JsonSubTypes.Type(value = Content.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Content.Form.class, name = "form"),
    @JsonSubTypes.Type(value = Content.CallPermission.class, name = "call-permission"),
    @JsonSubTypes.Type(value = Content.Image.class, name = "image"),
    @JsonSubTypes.Type(value = Content.Video.class, name = "video"),
    @JsonSubTypes.Type(value = Content.Audio.class, name = "audio"),
    @JsonSubTypes.Type(value = Content.Voice.class, name = "voice"),
    @JsonSubTypes.Type(value = Content.Document.class, name = "document"),
    @JsonSubTypes.Type(value = Content.Sticker.class, name = "sticker"),
    @JsonSubTypes.Type(value = Content.Call.class, name = "call"),
    @JsonSubTypes.Type(value = Content.FromTemplate.class, name = "template"),
    @JsonSubTypes.Type(value = Content.Buttons.class, name = "buttons"),
    @JsonSubTypes.Type(value = Content.Options.class, name = "options"),
    @JsonSubTypes.Type(value = Content.Link.class, name = "link"),
    @JsonSubTypes.Type(value = Content.LocationRequest.class, name = "location-request"),
    @JsonSubTypes.Type(value = Content.Product.class, name = "product"),
    @JsonSubTypes.Type(value = Content.Products.class, name = "products"),
    @JsonSubTypes.Type(value = Content.Catalogue.class, name = "catalogue"),
    @JsonSubTypes.Type(value = Content.Revoked.class, name = "revoked"),
    @JsonSubTypes.Type(value = Content.Unsupported.class, name = "unsupported")
})
public sealed interface Content {

    /// @return the words of it; null when it has none
    @Nullable
    String text();

    /// @return what it has of files: itself, or what stands above a template's words; null when it has none
    default @Nullable WithFile file() {
        return null;
    }

    /// @return all its files: the one that it has, or those of a template's cards in their order
    default List<WithFile> files() {
        var file = file();
        return file == null ? List.of() : List.of(file);
    }

    /// Plain text with the platform's own formatting marks left in.
    ///
    /// @param text what was written; never holds U+0000 or a lone surrogate
    @JsonIgnoreProperties("type")
    record Text(String text) implements Content {}

    /// A place: where the customer is, or one that he chose.
    ///
    /// @param text name and address
    /// @param latitude degrees, north of the equator
    /// @param longitude degrees, east of Greenwich
    /// @param name what is there; neither name nor address means where the customer was
    /// @param address as the platform wrote it
    /// @param url a page about the place, as the platform sent it
    @JsonIgnoreProperties("type")
    record Location(
            @Nullable String text,
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address,
            @Nullable String url)
            implements Content {}

    /// Contact cards (fact sheet, 4.5).
    ///
    /// @param text the names on them
    /// @param cards at least one
    /// @param requested whether we had asked the customer for it
    @JsonIgnoreProperties("type")
    record Contacts(@Nullable String text, List<Card> cards, boolean requested) implements Content {
        public Contacts {
            cards = cards == null ? List.of() : List.copyOf(cards);
        }

        /// One card. Everything on it is optional, its name too.
        ///
        /// @param name as it is to be shown
        /// @param organization company, department and title
        /// @param birthday as the platform wrote it, usually `YYYY-MM-DD`
        /// @param phones numbers, as they were typed in
        /// @param emails addresses of e-mail
        /// @param urls pages: a reader opens only what begins with `http://` or `https://`
        /// @param addresses street, city and country in one line each
        public record Card(
                @Nullable String name,
                @Nullable String organization,
                @Nullable String birthday,
                List<Entry> phones,
                List<Entry> emails,
                List<Entry> urls,
                List<Entry> addresses) {
            public Card {
                phones = phones == null ? List.of() : List.copyOf(phones);
                emails = emails == null ? List.of() : List.copyOf(emails);
                urls = urls == null ? List.of() : List.copyOf(urls);
                addresses = addresses == null ? List.of() : List.copyOf(addresses);
            }
        }

        /// A line of a card.
        ///
        /// @param value as it stands on the card: nobody has checked it
        /// @param label of what kind it is, such as `WORK`, in the platform's word or the customer's own
        public record Entry(String value, @Nullable String label) {}
    }

    /// An order from the business' catalogue.
    ///
    /// @param text what the customer wrote with it
    /// @param catalogId the platform's id of the catalogue
    /// @param lines what was ordered
    @JsonIgnoreProperties("type")
    record Order(@Nullable String text, @Nullable String catalogId, List<Line> lines) implements Content {
        public Order {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }

        /// One product of an order.
        ///
        /// @param productId the business' own id of the product
        /// @param quantity how many of it
        /// @param price of one, as the customer saw it
        /// @param currency of the price, by ISO 4217
        public record Line(
                String productId,
                int quantity,
                @Nullable BigDecimal price,
                @Nullable String currency) {}
    }

    /// The customer pressed a button or chose from a list. Which one it was of, the message's context says.
    ///
    /// @param text what stands on it
    /// @param description what stands below, in a list
    /// @param of what was pressed
    /// @param payload the name that the business had given to it; the customer does not see it
    @JsonIgnoreProperties("type")
    record Choice(
            String text,
            @Nullable String description,
            Of of,
            @Nullable String payload) implements Content {

        /// Where a choice was made.
        public enum Of {
            /// A quick-reply button of a template.
            @JsonProperty("template")
            TEMPLATE,
            /// A button of an ordinary message.
            @JsonProperty("button")
            BUTTON,
            /// A row of a list.
            @JsonProperty("list")
            LIST
        }
    }

    /// The customer filled in a form (a WhatsApp Flow, or an address).
    ///
    /// @param text what the platform says in its place, such as `Sent`
    /// @param name the platform's name of the kind of form: `flow` or `address_message`
    /// @param fields what was filled in, without the platform's own tokens; those of groups inside by a
    ///     path with dots
    @JsonIgnoreProperties("type")
    record Form(@Nullable String text, @Nullable String name, List<Field> fields) implements Content {
        public Form {
            fields = fields == null ? List.of() : List.copyOf(fields);
        }

        /// What was filled in in one place.
        ///
        /// @param name the form's own name of the field
        /// @param value what was filled in; several values are joined by commas
        public record Field(String name, String value) {}
    }

    /// The customer answered whether the business may call.
    ///
    /// @param accepted whether it may
    /// @param permanent whether it may until the customer says no
    /// @param until until when it may; null when it may not, or always
    @JsonIgnoreProperties("type")
    record CallPermission(
            boolean accepted, boolean permanent, @Nullable Instant until) implements Content {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /// A message with a file (fact sheet, section 9). What became of the file is told apart from it: see [Media].
    sealed interface WithFile extends Content {
        /// The file as the platform told of it, or as we have it.
        Attachment attachment();

        @Override
        default WithFile file() {
            return this;
        }
    }

    /// A file as the platform told of it, into which nobody has looked; or one that an operator sends.
    ///
    /// @param mediaId the platform's id of it, good for seven days; of what an operator sends, ours
    /// @param mimeType of what type the platform says it is
    /// @param sha256 what its bytes are to hash to, as the platform wrote it: in base64 or in hex
    /// @param url where the platform says that it can be had for a few minutes
    record Attachment(
            String mediaId,
            @Nullable String mimeType,
            @Nullable String sha256,
            @Nullable String url) {}

    /// A picture.
    ///
    /// @param text the words below it
    /// @param attachment the file
    @JsonIgnoreProperties("type")
    record Image(@Nullable String text, Attachment attachment) implements WithFile {}

    /// A video.
    ///
    /// @param text the words below it
    /// @param attachment the file
    @JsonIgnoreProperties("type")
    record Video(@Nullable String text, Attachment attachment) implements WithFile {}

    /// A piece of sound that was not spoken into WhatsApp: music, or a recording.
    ///
    /// @param attachment the file
    @JsonIgnoreProperties("type")
    record Audio(Attachment attachment) implements WithFile {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /// What the customer spoke into WhatsApp.
    ///
    /// @param attachment the file
    @JsonIgnoreProperties("type")
    record Voice(Attachment attachment) implements WithFile {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /// A file of any type.
    ///
    /// @param text its name and the words below it
    /// @param name as the customer's phone called it: nobody has looked whether it deceives
    /// @param caption the words below it
    /// @param attachment the file
    @JsonIgnoreProperties("type")
    record Document(
            @Nullable String text,
            @Nullable String name,
            @Nullable String caption,
            Attachment attachment) implements WithFile {}

    /// A small picture in place of words.
    ///
    /// @param animated whether it moves
    /// @param attachment the file
    @JsonIgnoreProperties("type")
    record Sticker(boolean animated, Attachment attachment) implements WithFile {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /// The customer called. Calls are not taken here: somebody who called waits, as somebody who wrote,
    /// and the window is open since then (fact sheet, sections 6 and 18).
    @JsonIgnoreProperties("type")
    record Call() implements Content {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /// A template that we sent, with everything filled in: as the customer sees it (fact sheet, section 10).
    ///
    /// @param text its words
    /// @param name of the template
    /// @param language the platform's code
    /// @param category what it is for
    /// @param header the line above; null when there is none, or a file
    /// @param fileAbove the picture, the video or the document above; null when there is none
    /// @param placeAbove the place above; null when there is none
    /// @param cards of a carousel, below the words; null when it has none
    /// @param footer the small line below
    /// @param buttons in the order in which they are shown
    /// @param parameters what was filled in, in the template's order
    /// @param products of the catalogue that stand above its words, on its cards, or are opened by
    ///     a button of it; null for none
    /// @param offer that ends at some time; null when it has none
    @JsonIgnoreProperties("type")
    record FromTemplate(
            String text,
            String name,
            String language,
            Template.Category category,
            @Nullable String header,
            @Nullable String footer,
            List<Template.Button> buttons,
            List<Filled> parameters,
            @Nullable FileAbove fileAbove,
            @Nullable PlaceAbove placeAbove,
            @Nullable List<SentCard> cards,
            @Nullable OpenedProducts products,
            @Nullable SentOffer offer)
            implements Content {
        public FromTemplate {
            buttons = buttons == null ? List.of() : List.copyOf(buttons);
            parameters = parameters == null ? List.of() : List.copyOf(parameters);
            cards = cards == null ? null : List.copyOf(cards);
        }

        @Override
        public @Nullable WithFile file() {
            return fileAbove == null ? null : fileAbove.content();
        }

        @Override
        public List<WithFile> files() {
            return Stream.concat(
                            Stream.ofNullable(file()),
                            Stream.ofNullable(cards).flatMap(List::stream).map(SentCard::file))
                    .toList();
        }

        /// @param attachment what each file is to be called, by what it is called now
        /// @return the same with its files called so
        public FromTemplate with(UnaryOperator<Attachment> attachment) {
            return new FromTemplate(
                    text,
                    name,
                    language,
                    category,
                    header,
                    footer,
                    buttons,
                    parameters,
                    fileAbove == null
                            ? null
                            : new FileAbove(
                                    fileAbove.format(), attachment.apply(fileAbove.attachment()), fileAbove.name()),
                    placeAbove,
                    cards == null
                            ? null
                            : cards.stream()
                                    .map(card -> new SentCard(
                                            card.format(),
                                            attachment.apply(card.attachment()),
                                            card.text(),
                                            card.buttons()))
                                    .toList(),
                    products,
                    offer);
        }

        /// What a button opens of the catalogue, as we showed it.
        ///
        /// @param catalogId the platform's id of the catalogue
        /// @param thumbnail whose picture stands above the words; null for that of the first product
        /// @param sections one to ten, with thirty products in all; a single product when it stands above
        ///     the words; those of the cards in one section, in their order; none when it opens all
        ///     of the catalogue
        public record OpenedProducts(
                String catalogId, @Nullable ShownProduct thumbnail, List<Products.ProductSection> sections) {
            public OpenedProducts {
                sections = sections == null ? List.of() : List.copyOf(sections);
            }
        }

        /// An offer that does not last.
        ///
        /// @param text what it is
        /// @param endsAt when it ends; null when its author left that open
        public record SentOffer(String text, @Nullable Instant endsAt) {}

        /// A place above its words.
        ///
        /// @param latitude degrees, north of the equator
        /// @param longitude degrees, east of Greenwich
        /// @param name what is there
        /// @param address where that is, as people say it
        public record PlaceAbove(
                double latitude,
                double longitude,
                @Nullable String name,
                @Nullable String address) {}

        /// One card of a carousel, with everything filled in.
        ///
        /// @param format what its file is: a picture or a video
        /// @param attachment the file
        /// @param text its words; null when it has none
        /// @param buttons in the order in which they are shown
        public record SentCard(
                Template.HeaderFormat format,
                Attachment attachment,
                @Nullable String text,
                List<Template.Button> buttons) {
            public SentCard {
                buttons = buttons == null ? List.of() : List.copyOf(buttons);
            }

            /// @return its file, as a message has one
            public WithFile file() {
                return format == Template.HeaderFormat.VIDEO
                        ? new Video(null, attachment)
                        : new Image(null, attachment);
            }
        }

        /// What stands above its words.
        ///
        /// @param format what it is
        /// @param attachment the file
        /// @param name under which a document is saved
        public record FileAbove(
                Template.HeaderFormat format,
                Attachment attachment,
                @Nullable String name) {

            /// @return null when it is no file that a message could have
            @Nullable
            WithFile content() {
                return switch (format) {
                    case IMAGE -> new Image(null, attachment);
                    case VIDEO -> new Video(null, attachment);
                    case DOCUMENT -> new Document(name, name, null, attachment);
                    case TEXT, LOCATION, PRODUCT, OTHER -> null;
                };
            }
        }

        /// What was filled in at one place.
        ///
        /// @param parameter which place it is
        /// @param value what was filled in
        public record Filled(Template.Parameter parameter, String value) {}
    }

    /// A question of ours with buttons for the answers: pressing one sends a [Choice] back (fact sheet, 8.4).
    ///
    /// @param text the question
    /// @param header the line above; null when there is none
    /// @param footer the small line below
    /// @param buttons one to three
    @JsonIgnoreProperties("type")
    record Buttons(
            String text, @Nullable String header, @Nullable String footer, List<ReplyButton> buttons)
            implements Content {
        public Buttons {
            buttons = buttons == null ? List.of() : List.copyOf(buttons);
        }

        /// An answer that is pressed.
        ///
        /// @param id what the answer brings back as its payload; the customer does not see it
        /// @param text what stands on it
        public record ReplyButton(String id, String text) {}
    }

    /// A question of ours with a list to choose from: choosing sends a [Choice] back (fact sheet, 8.4).
    ///
    /// @param text the question
    /// @param header the line above; null when there is none
    /// @param footer the small line below
    /// @param button what stands on the button that opens the list
    /// @param sections one to ten, with ten rows in all
    @JsonIgnoreProperties("type")
    record Options(
            String text, @Nullable String header, @Nullable String footer, String button, List<OptionSection> sections)
            implements Content {
        public Options {
            sections = sections == null ? List.of() : List.copyOf(sections);
        }

        /// A part of the list.
        ///
        /// @param title above its rows; null only when it is the only section
        /// @param rows at least one
        public record OptionSection(@Nullable String title, List<OptionRow> rows) {
            public OptionSection {
                rows = rows == null ? List.of() : List.copyOf(rows);
            }
        }

        /// An answer that is chosen.
        ///
        /// @param id what the answer brings back as its payload; the customer does not see it
        /// @param title what is chosen
        /// @param description the small line below
        public record OptionRow(
                String id, String title, @Nullable String description) {}
    }

    /// Words of ours with a button that opens a page (fact sheet, 8.4, `cta_url`).
    ///
    /// @param text the words
    /// @param header the line above; null when there is none
    /// @param footer the small line below
    /// @param button what stands on the button
    /// @param url the page
    @JsonIgnoreProperties("type")
    record Link(
            String text, @Nullable String header, @Nullable String footer, String button, String url)
            implements Content {}

    /// We ask the customer where he is: a button of it sends a [Location] back (fact sheet, 8.4).
    ///
    /// @param text the question
    @JsonIgnoreProperties("type")
    record LocationRequest(String text) implements Content {}

    /// A product as we showed it: what is changed in the catalogue later changes nothing of it.
    ///
    /// @param productId the business' own id of the product
    /// @param name as the catalogue called it
    /// @param price with its currency, as the catalogue wrote it; null when it had none
    record ShownProduct(
            String productId, String name, @Nullable String price) {}

    /// A product of ours, which the customer can order or ask about (fact sheet, 8.4, `product`).
    ///
    /// @param text its name and the words with it
    /// @param words what stands with it; null when nothing does
    /// @param footer the small line below
    /// @param catalogId the platform's id of the catalogue
    /// @param product the product
    @JsonIgnoreProperties("type")
    record Product(
            String text, @Nullable String words, @Nullable String footer, String catalogId, ShownProduct product)
            implements Content {}

    /// Several products of ours in sections, which the customer can order (fact sheet, 8.4, `product_list`).
    ///
    /// @param text the words with them
    /// @param header the line above
    /// @param footer the small line below
    /// @param catalogId the platform's id of the catalogue
    /// @param sections one to ten, with thirty products in all
    @JsonIgnoreProperties("type")
    record Products(
            String text, String header, @Nullable String footer, String catalogId, List<ProductSection> sections)
            implements Content {
        public Products {
            sections = sections == null ? List.of() : List.copyOf(sections);
        }

        /// Some of the products.
        ///
        /// @param title above them; null only when it is the only section
        /// @param products at least one
        public record ProductSection(@Nullable String title, List<ShownProduct> products) {
            public ProductSection {
                products = products == null ? List.of() : List.copyOf(products);
            }
        }
    }

    /// All of our catalogue behind a button (fact sheet, 8.4, `catalog_message`).
    ///
    /// @param text the words with it
    /// @param footer the small line below
    /// @param catalogId the platform's id of the catalogue
    /// @param thumbnail whose picture stands above; null for that of the first product
    @JsonIgnoreProperties("type")
    record Catalogue(
            String text,
            @Nullable String footer,
            String catalogId,
            @Nullable ShownProduct thumbnail) implements Content {}

    /// The customer deleted the message: what it said is gone here, too.
    @JsonIgnoreProperties("type")
    record Revoked() implements Content {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /// A kind of message that Centralino does not show yet, or that the platform does not tell. The
    /// customer's phone has it.
    ///
    /// @param platformType the platform's name of the kind, such as `image`
    /// @param text a caption or other words that came with it
    /// @param detail what the platform calls it more closely, such as `poll_creation`
    /// @param error why the platform does not tell what it says
    record Unsupported(
            String platformType,
            @Nullable String text,
            @Nullable String detail,
            @Nullable PlatformError error) implements Content {
        private static final String NAME = "unsupported";

        public Unsupported(String platformType, @Nullable String text) {
            this(platformType, text, null, null);
        }

        /// Reads this kind, and every kind that a newer writer knows and we do not: its name is kept.
        @JsonCreator
        static Unsupported read(
                @JsonProperty("type") String kind,
                @JsonProperty("platformType") @Nullable String platformType,
                @JsonProperty("text") @Nullable String text,
                @JsonProperty("detail") @Nullable String detail,
                @JsonProperty("error") @Nullable PlatformError error) {
            return new Unsupported(
                    Objects.requireNonNullElse(platformType, kind == null ? NAME : kind), text, detail, error);
        }
    }
}
