package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template of a business account in one language (fact sheet, section 10). Name and language together tell it from
/// the others of its account.
///
/// @param id the platform's
/// @param accountId of the WhatsApp Business account that it belongs to
/// @param phoneNumberIds of our numbers that may send it: those of its account
/// @param name lower case letters, digits and underscores
/// @param language the platform's code, exactly: `en` is another one than `en_US`
/// @param status whether it can be sent
/// @param category what it is for
/// @param header what stands above the text
/// @param offer that does not last, between what stands above and the text; null when it has none
/// @param body with the places to fill in as `{{name}}` or `{{1}}`
/// @param footer the small line below
/// @param buttons in the order in which they are shown
/// @param cards of a carousel
/// @param parameters all that whoever sends it has to fill in, in the platform's order
/// @param quality what customers think of it: `GREEN`, `YELLOW`, `RED`, `UNKNOWN`, or a new word of the platform's
/// @param unknownParts that it also has, in the platform's words: nobody here can fill them in, or
///     hand them in again; null when there are none
/// @param reason why it was rejected, paused or disabled, in the platform's word
public record Template(
        String id,
        String accountId,
        List<String> phoneNumberIds,
        String name,
        String language,
        Approval status,
        Category category,
        @Nullable Header header,
        @Nullable Offer offer,
        String body,
        @Nullable String footer,
        List<Button> buttons,
        List<CarouselCard> cards,
        List<Parameter> parameters,
        @Nullable List<String> unknownParts,
        @Nullable String quality,
        @Nullable String reason) {

    public Template {
        phoneNumberIds = phoneNumberIds == null ? List.of() : List.copyOf(phoneNumberIds);
        buttons = buttons == null ? List.of() : List.copyOf(buttons);
        cards = cards == null ? List.of() : List.copyOf(cards);
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
        unknownParts = unknownParts == null || unknownParts.isEmpty() ? null : List.copyOf(unknownParts);
    }

    /// Where it stands. Only an approved one can be sent.
    public enum Approval {
        @JsonProperty("approved")
        APPROVED,
        /// The platform looks at it.
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("rejected")
        REJECTED,
        /// For some hours, because customers did not like it.
        @JsonProperty("paused")
        PAUSED,
        @JsonProperty("disabled")
        DISABLED,
        @JsonProperty("in-appeal")
        IN_APPEAL,
        @JsonProperty("pending-deletion")
        PENDING_DELETION,
        @JsonProperty("archived")
        ARCHIVED,
        /// Something that cannot be sent.
        @JsonProperty("other")
        @JsonEnumDefaultValue
        OTHER
    }

    /// What it is for, which decides what it costs and who may get it.
    public enum Category {
        @JsonProperty("marketing")
        MARKETING,
        @JsonProperty("utility")
        UTILITY,
        @JsonProperty("authentication")
        AUTHENTICATION,
        @JsonProperty("other")
        @JsonEnumDefaultValue
        OTHER
    }

    /// What stands above the text.
    ///
    /// @param format a line of words, or of what kind its file is
    /// @param text of a line of words; may hold one place to fill in
    public record Header(HeaderFormat format, @Nullable String text) {}

    /// What a header can be.
    public enum HeaderFormat {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("image")
        IMAGE,
        @JsonProperty("video")
        VIDEO,
        @JsonProperty("document")
        DOCUMENT,
        @JsonProperty("location")
        LOCATION,
        /// A product of the business' catalogue, which whoever sends the template chooses.
        @JsonProperty("product")
        PRODUCT,
        @JsonProperty("other")
        @JsonEnumDefaultValue
        OTHER
    }

    /// An offer that does not last.
    ///
    /// @param text what it is, in at most 16 characters
    /// @param ends whether whoever sends the template says when it ends
    public record Offer(String text, boolean ends) {}

    /// Something to press.
    ///
    /// @param kind what pressing it does
    /// @param text what stands on it
    /// @param value the page that it opens, perhaps with a place to fill in at its end, the number that it
    ///     calls, the platform's id of the form that it opens, or how else than by copying a code gets
    ///     into an app: `ONE_TAP` or `ZERO_TAP`
    public record Button(
            ButtonKind kind, String text, @Nullable String value) {}

    /// What pressing it does.
    public enum ButtonKind {
        /// The customer answers with its text.
        @JsonProperty("quick-reply")
        QUICK_REPLY,
        @JsonProperty("url")
        URL,
        @JsonProperty("phone-number")
        PHONE_NUMBER,
        @JsonProperty("copy-code")
        COPY_CODE,
        /// Opens a form; what the customer fills in comes back as [Content.Form].
        @JsonProperty("flow")
        FLOW,
        /// Opens all of the business' catalogue.
        @JsonProperty("catalogue")
        CATALOG,
        /// Opens products that whoever sends the template chooses from the catalogue.
        @JsonProperty("products")
        MPM,
        /// Opens the product above the text, or on its card.
        @JsonProperty("product")
        SPM,
        /// Calls the business within WhatsApp.
        @JsonProperty("voice-call")
        VOICE_CALL,
        /// Sends the customer's own contact card back.
        @JsonProperty("contact-request")
        REQUEST_CONTACT_INFO,
        /// Asks whether the business may call; what the customer says comes back as
        /// [Content.CallPermission].
        @JsonProperty("call-permission")
        CALL_PERMISSION_REQUEST,
        /// Opens an app of the business on the customer's phone.
        @JsonProperty("app")
        APP,
        /// Copies or fills in a code of an authentication template.
        @JsonProperty("one-time-code")
        ONE_TIME_CODE,
        @JsonProperty("other")
        @JsonEnumDefaultValue
        OTHER;

        /// @return whether it opens products of the business' catalogue, or all of it
        public boolean isOfCatalogue() {
            return this == CATALOG || this == MPM || this == SPM;
        }
    }

    /// One card of a carousel.
    ///
    /// @param header its picture, video or product
    /// @param body its words, with places to fill in
    /// @param buttons the same on each card of it
    public record CarouselCard(
            @Nullable Header header, @Nullable String body, List<Button> buttons) {
        public CarouselCard {
            buttons = buttons == null ? List.of() : List.copyOf(buttons);
        }
    }

    /// Something that whoever sends the template fills in.
    ///
    /// @param place in which part it stands
    /// @param card of a carousel, counted from 0; null outside of cards
    /// @param button in whose address or code it stands, counted from 0; null elsewhere
    /// @param name as it stands between the braces: a word, or a number from 1; of a header's file, `file`
    /// @param kind what is to be filled in
    /// @param example what its author gave as an example
    public record Parameter(
            Place place,
            @Nullable Integer card,
            @Nullable Integer button,
            String name,
            ParameterKind kind,
            @Nullable String example) {}

    /// A part of a template.
    public enum Place {
        @JsonProperty("header")
        HEADER,
        @JsonProperty("body")
        BODY,
        @JsonProperty("button")
        BUTTON
    }

    /// What is to be filled in.
    public enum ParameterKind {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("image")
        IMAGE,
        @JsonProperty("video")
        VIDEO,
        @JsonProperty("document")
        DOCUMENT,
        @JsonProperty("location")
        LOCATION,
        /// A code of at most 15 characters.
        @JsonProperty("code")
        CODE
    }
}
