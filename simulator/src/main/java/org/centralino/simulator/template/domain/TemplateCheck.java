package org.centralino.simulator.template.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks at a template that is handed in, as the platform does before a person sees it (fact sheet, section 10.4).
public final class TemplateCheck {
    private static final int TOO_LONG = 2388040;
    private static final int HEADER_FORM = 2388047;
    private static final int BODY_FORM = 2388072;
    private static final int FOOTER_FORM = 2388073;
    private static final int TOO_MANY_PLACES = 2388293;
    private static final int PLACE_AT_THE_EDGE = 2388299;

    private static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY", "AUTHENTICATION");
    private static final Set<String> FILES = Set.of("IMAGE", "VIDEO", "DOCUMENT", "GIF");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}\\s]+)\\s*}}");
    private static final Pattern TOUCHING = Pattern.compile("}}\\s*\\{\\{");
    private static final Pattern EDGE = Pattern.compile("^\\s*\\{\\{|}}[\\s.,;:!?]*$");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s{}]+(\\{\\{1}})?");
    private static final Set<String> WITHOUT_TEXT = Set.of("COPY_CODE", "CALL_PERMISSION_REQUEST");
    private static final int LINE = 60;
    private static final int OFFER = 16;
    private static final int BODY = 1024;
    private static final int BODY_OF_OFFER = 600;
    private static final int BODY_OF_CARD = 160;
    private static final int FEWEST_CARDS = 2;
    private static final int MOST_CARDS = 10;
    private static final int MOST_BUTTONS_OF_CARD = 2;
    private static final Set<String> OF_CARDS = Set.of("IMAGE", "VIDEO");
    private static final int BUTTON_TEXT = 25;
    private static final int MOST_BUTTONS = 10;

    private TemplateCheck() {}

    /// @param asked the body of the call
    /// @return why it is not taken; nothing when it is
    public static Optional<Refusal> newOne(Map<?, ?> asked) {
        if (!NAME.matcher(text(asked, "name")).matches()) {
            return Optional.of(
                    Refusal.plain("name can only contain lowercase letters, digits and underscores, up to 512."));
        }
        if (text(asked, "language").isEmpty()) {
            return Optional.of(Refusal.plain("language is required."));
        }
        return parts(asked, text(asked, "category"));
    }

    /// @param category that it has or is to have
    public static Optional<Refusal> parts(Map<?, ?> asked, String category) {
        if (!CATEGORIES.contains(category)) {
            return Optional.of(Refusal.plain("category must be one of MARKETING, UTILITY, AUTHENTICATION."));
        }
        if (!(asked.get("components") instanceof List<?> components) || part(components, "BODY") == null) {
            return Optional.of(Refusal.of(BODY_FORM, "Message template body is missing", "A template needs a BODY."));
        }
        return category.equals("AUTHENTICATION") ? code(components) : words(components, category);
    }

    private static Optional<Refusal> code(List<?> components) {
        var body = part(components, "BODY");
        var footer = part(components, "FOOTER");
        if (body != null && body.get("text") != null) {
            return Optional.of(Refusal.of(BODY_FORM, "Fixed text", "The body of authentication templates is fixed."));
        }
        if (footer != null
                && (!(footer.get("code_expiration_minutes") instanceof Integer minutes)
                        || minutes < 1
                        || minutes > 90)) {
            return Optional.of(Refusal.of(FOOTER_FORM, "Invalid footer", "code_expiration_minutes goes from 1 to 90."));
        }
        var buttons = buttons(components);
        return buttons.size() == 1 && text(buttons.getFirst(), "type").equals("OTP")
                ? Optional.empty()
                : Optional.of(Refusal.plain("An authentication template has one OTP button."));
    }

    private static Optional<Refusal> words(List<?> components, String category) {
        var offer = part(components, "LIMITED_TIME_OFFER");
        return header(part(components, "HEADER"))
                .or(() -> body(part(components, "BODY"), offer == null ? BODY : BODY_OF_OFFER))
                .or(() -> footer(part(components, "FOOTER")))
                .or(() -> together(buttons(components)))
                .or(() -> ofCatalogue(components, category))
                .or(() -> offer == null ? Optional.empty() : offer(offer, components, category))
                .or(() -> carousel(components, category));
    }

    /// The fact sheet does not say it; the platform's own pages on templates with products do.
    private static Optional<Refusal> ofCatalogue(List<?> components, String category) {
        var buttons = buttons(components);
        if (isProduct(components) != number(buttons, "SPM") > 0) {
            return Optional.of(Refusal.plain("A PRODUCT header and a SPM button go together."));
        }
        var opening = number(buttons, "MPM") + number(buttons, "CATALOG") + number(buttons, "SPM");
        if (opening == 0) {
            return Optional.empty();
        }
        return buttons.size() > 1 || !category.equals("MARKETING")
                ? Optional.of(Refusal.plain(
                        "A MPM, SPM or CATALOG button is the only one of its template, which is a MARKETING template."))
                : Optional.empty();
    }

    private static boolean isProduct(List<?> components) {
        var header = part(components, "HEADER");
        return header != null && text(header, "format").equals("PRODUCT");
    }

    /// Beyond its text, the platform's own pages on such offers say it, not the fact sheet.
    private static Optional<Refusal> offer(Map<?, ?> offer, List<?> components, String category) {
        var text = offer.get("limited_time_offer") instanceof Map<?, ?> said ? text(said, "text") : "";
        if (text.isBlank() || length(text) > OFFER) {
            return tooLong("limited_time_offer", OFFER);
        }
        var header = part(components, "HEADER");
        if (header != null && !OF_CARDS.contains(text(header, "format"))) {
            return Optional.of(Refusal.plain("The header of a template with an offer is an IMAGE or a VIDEO."));
        }
        var buttons = buttons(components);
        if (part(components, "FOOTER") != null
                || buttons.isEmpty()
                || number(buttons, "COPY_CODE") + number(buttons, "URL") < buttons.size()
                || !category.equals("MARKETING")) {
            return Optional.of(
                    Refusal.plain(
                            "A template with an offer is a MARKETING template without footer, with COPY_CODE and URL buttons."));
        }
        return Optional.empty();
    }

    /// Cards differ in their words and files alone: so say the platform's own pages, of which the fact sheet has the
    /// number of cards and that their buttons are laid out in the same way.
    private static Optional<Refusal> carousel(List<?> components, String category) {
        var carousel = part(components, "CAROUSEL");
        if (carousel == null) {
            return Optional.empty();
        }
        var cards = carousel.get("cards") instanceof List<?> list
                ? list.stream()
                        .map(card -> card instanceof Map<?, ?> map && map.get("components") instanceof List<?> parts
                                ? parts
                                : List.of())
                        .toList()
                : List.<List<?>>of();
        if (cards.size() < FEWEST_CARDS || cards.size() > MOST_CARDS) {
            return Optional.of(Refusal.plain("A carousel has 2 to 10 cards."));
        }
        if (part(components, "HEADER") != null
                || part(components, "FOOTER") != null
                || !buttons(components).isEmpty()) {
            return Optional.of(Refusal.plain("Above and below a carousel there is a BODY and nothing else."));
        }
        if (!category.equals("MARKETING") && cards.stream().anyMatch(TemplateCheck::isProduct)) {
            return Optional.of(Refusal.plain("Cards of products are part of MARKETING templates."));
        }
        if (cards.stream().map(TemplateCheck::layout).distinct().count() > 1) {
            return Optional.of(Refusal.plain("All cards must have the same components."));
        }
        return cards.stream().flatMap(card -> card(card).stream()).findFirst();
    }

    private static String layout(List<?> card) {
        var header = part(card, "HEADER");
        return "%s %s %s"
                .formatted(
                        header == null ? "" : text(header, "format"),
                        part(card, "BODY") != null,
                        buttons(card).stream()
                                .map(button -> text(button, "type"))
                                .toList());
    }

    private static Optional<Refusal> card(List<?> card) {
        var header = part(card, "HEADER");
        if (isProduct(card)) {
            var opening = buttons(card);
            return part(card, "BODY") == null && opening.size() == 1 && number(opening, "SPM") == 1
                    ? together(opening)
                    : Optional.of(Refusal.plain("A card with a PRODUCT has one SPM button and no words."));
        }
        if (header == null || !OF_CARDS.contains(text(header, "format"))) {
            return Optional.of(Refusal.plain("The header of a card is an IMAGE, a VIDEO or a PRODUCT."));
        }
        var buttons = buttons(card);
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS_OF_CARD) {
            return Optional.of(Refusal.plain("A card has one or two buttons."));
        }
        var body = part(card, "BODY");
        return header(header)
                .or(() -> body == null ? Optional.empty() : body(body, BODY_OF_CARD))
                .or(() -> together(buttons));
    }

    private static Optional<Refusal> header(@Nullable Map<?, ?> header) {
        if (header == null) {
            return Optional.empty();
        }
        var format = text(header, "format");
        if (FILES.contains(format)) {
            return header.get("example") == null
                    ? Optional.of(Refusal.of(HEADER_FORM, "Header needs an example", "Add an example.header_handle."))
                    : Optional.empty();
        }
        if (!format.equals("TEXT")) {
            return Optional.empty();
        }
        var text = text(header, "text");
        if (length(text) > LINE) {
            return tooLong("header", LINE);
        }
        var places = count(text);
        if (text.isBlank() || places > 1 || text.contains("\n")) {
            return Optional.of(Refusal.of(
                    HEADER_FORM,
                    "Message header format is incorrect",
                    "The header is one line with one variable at most."));
        }
        return places > 0 && header.get("example") == null ? examples("header") : Optional.empty();
    }

    private static Optional<Refusal> body(@Nullable Map<?, ?> body, int most) {
        var text = body == null ? "" : text(body, "text");
        if (text.isBlank()) {
            return Optional.of(Refusal.of(BODY_FORM, "Message template body is missing", "The body has no text."));
        }
        if (length(text) > most) {
            return tooLong("body", most);
        }
        var places = count(text);
        if (places == 0) {
            return Optional.empty();
        }
        if (EDGE.matcher(text).find()) {
            return Optional.of(Refusal.of(
                    PLACE_AT_THE_EDGE,
                    "Variables can't be at the start or end of the template",
                    "This template has variables at the start or the end."));
        }
        if (TOUCHING.matcher(text).find()) {
            return Optional.of(Refusal.of(
                    BODY_FORM, "Message template body format is incorrect", "Two variables touch each other."));
        }
        var words = PLACE.matcher(text).replaceAll(" ").strip().split("\\s+").length;
        if (words < 2 * places + 1) {
            return Optional.of(Refusal.of(
                    TOO_MANY_PLACES,
                    "This template has too many variables for its length",
                    "Use fewer variables or a longer message."));
        }
        return body != null && body.get("example") == null ? examples("body") : Optional.empty();
    }

    private static Optional<Refusal> footer(@Nullable Map<?, ?> footer) {
        if (footer == null) {
            return Optional.empty();
        }
        var text = text(footer, "text");
        if (length(text) > LINE) {
            return tooLong("footer", LINE);
        }
        return text.isBlank() || count(text) > 0
                ? Optional.of(
                        Refusal.of(FOOTER_FORM, "Message footer format is incorrect", "A footer has no variables."))
                : Optional.empty();
    }

    private static Optional<Refusal> together(List<Map<?, ?>> buttons) {
        if (buttons.size() > MOST_BUTTONS
                || number(buttons, "URL") > 2
                || number(buttons, "PHONE_NUMBER") > 1
                || number(buttons, "COPY_CODE") > 1
                || number(buttons, "FLOW") > 1
                || number(buttons, "VOICE_CALL") > 1
                || number(buttons, "REQUEST_CONTACT_INFO") > 1
                || number(buttons, "CALL_PERMISSION_REQUEST") > 1) {
            return Optional.of(Refusal.plain("There are too many buttons of a kind."));
        }
        var turns = 0;
        for (var index = 1; index < buttons.size(); index++) {
            turns += isQuick(buttons.get(index)) == isQuick(buttons.get(index - 1)) ? 0 : 1;
        }
        if (turns > 1) {
            return Optional.of(Refusal.plain("Quick reply buttons must be grouped together."));
        }
        return buttons.stream().flatMap(button -> button(button).stream()).findFirst();
    }

    private static Optional<Refusal> button(Map<?, ?> button) {
        var type = text(button, "type");
        var text = text(button, "text");
        if (!WITHOUT_TEXT.contains(type) && (text.isBlank() || length(text) > BUTTON_TEXT)) {
            return tooLong("button text", BUTTON_TEXT);
        }
        if (type.equals("URL")) {
            var address = text(button, "url");
            if (!ADDRESS.matcher(address).matches()) {
                return Optional.of(Refusal.plain("url is not valid: its one variable stands at its end."));
            }
            return address.contains("{{") && button.get("example") == null ? examples("button") : Optional.empty();
        }
        if (type.equals("FLOW")
                && text(button, "flow_id").isBlank()
                && text(button, "flow_name").isBlank()) {
            return Optional.of(Refusal.plain("A FLOW button needs a flow_id or a flow_name."));
        }
        return type.equals("COPY_CODE") && button.get("example") == null ? examples("button") : Optional.empty();
    }

    private static Optional<Refusal> tooLong(String part, int most) {
        return Optional.of(Refusal.of(
                TOO_LONG,
                "Character limit exceeded",
                "The %s has no more than %d characters, and at least one.".formatted(part, most)));
    }

    private static Optional<Refusal> examples(String part) {
        return Optional.of(Refusal.of(
                BODY_FORM, "Variables need examples", "The %s is missing expected example values.".formatted(part)));
    }

    private static @Nullable Map<?, ?> part(List<?> components, String type) {
        for (var component : components) {
            if (component instanceof Map<?, ?> map
                    && text(map, "type").toUpperCase(Locale.ROOT).equals(type)) {
                return map;
            }
        }
        return null;
    }

    private static List<Map<?, ?>> buttons(List<?> components) {
        var part = part(components, "BUTTONS");
        return part != null && part.get("buttons") instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(Map.class::cast)
                        .toList()
                : List.of();
    }

    private static long number(List<Map<?, ?>> buttons, String type) {
        return buttons.stream()
                .filter(button -> text(button, "type").equals(type))
                .count();
    }

    private static boolean isQuick(Map<?, ?> button) {
        return text(button, "type").equals("QUICK_REPLY");
    }

    private static long count(String text) {
        return PLACE.matcher(text).results().count();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }
}
