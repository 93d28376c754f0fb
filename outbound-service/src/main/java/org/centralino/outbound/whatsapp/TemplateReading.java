package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.centralino.events.Template;
import org.centralino.events.Template.Approval;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.CarouselCard;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.Header;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.events.Template.Offer;
import org.centralino.events.Template.Parameter;
import org.centralino.events.Template.ParameterKind;
import org.centralino.events.Template.Place;
import org.centralino.outbound.template.domain.Places;
import org.jspecify.annotations.Nullable;

/// Reads a template as the platform has it (fact sheet, sections 10.1 and 10.4). Words that are not known become
/// `OTHER`,
/// and parts that are not known are only named: what the platform adds stops nothing.
final class TemplateReading {
    /// What a place is called that has no braces.
    private static final String FILE = "file";

    private static final String CODE = "code";

    private TemplateReading() {}

    /// @param of what the platform has
    /// @param accountId to which it belongs
    /// @param phoneNumberIds of our numbers of the account
    /// @return the template; nothing when it has no id or no name
    static Optional<Template> read(JsonNode of, String accountId, List<String> phoneNumberIds) {
        var id = of.path("id").asText("");
        var name = of.path("name").asText("");
        if (id.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        var language = of.path("language").asText("");
        var category = word(Category.class, of.path("category"), Category.OTHER);
        var parts = new Parts(null);
        of.path("components").forEach(component -> parts.read(component, category, language));
        if (parts.body == null && category == Category.AUTHENTICATION) {
            parts.read(FixedWords.body(language, false), category, language);
        }
        return Optional.of(new Template(
                id,
                accountId,
                phoneNumberIds,
                name,
                language,
                word(Approval.class, of.path("status"), Approval.OTHER),
                category,
                parts.header,
                parts.offer,
                Objects.requireNonNullElse(parts.body, ""),
                parts.footer,
                parts.buttons,
                parts.cards,
                parts.inOrder(),
                parts.unknown,
                text(of.path("quality_score").path("score")),
                reason(of)));
    }

    private static @Nullable String reason(JsonNode of) {
        var reason = text(of.path("rejected_reason"));
        return "NONE".equals(reason) ? null : reason;
    }

    private static @Nullable String text(JsonNode node) {
        var text = node.asText("");
        return text.isBlank() ? null : text;
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode node, E otherwise) {
        try {
            return Enum.valueOf(type, node.asText("").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return otherwise;
        }
    }

    /// The parts of a template, or of one card of it.
    private static final class Parts {
        private final @Nullable Integer card;
        private @Nullable Header header;
        private @Nullable Offer offer;
        private @Nullable String body;
        private @Nullable String footer;
        private final List<Button> buttons = new ArrayList<>();
        private final List<CarouselCard> cards = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private final List<Parameter> ofHeader = new ArrayList<>();
        private final List<Parameter> ofBody = new ArrayList<>();
        private final List<Parameter> ofRest = new ArrayList<>();

        Parts(@Nullable Integer card) {
            this.card = card;
        }

        List<Parameter> inOrder() {
            var all = new ArrayList<Parameter>(ofHeader);
            all.addAll(ofBody);
            all.addAll(ofRest);
            return all;
        }

        void read(JsonNode component, Category category, String language) {
            switch (component.path("type").asText("").toUpperCase(Locale.ROOT)) {
                case "HEADER" -> readHeader(component);
                case "BODY" -> readBody(component, category, language);
                case "FOOTER" -> readFooter(component, language);
                case "BUTTONS" -> component.path("buttons").forEach(this::readButton);
                case "LIMITED_TIME_OFFER" -> readOffer(component.path("limited_time_offer"));
                // The sheet names it among the buttons; it also comes as a part of its own.
                case "CALL_PERMISSION_REQUEST" -> readButton(component);
                case "CAROUSEL" -> component.path("cards").forEach(each -> readCard(each, category, language));
                default -> unknown.add(component.path("type").asText(""));
            }
        }

        private void readHeader(JsonNode component) {
            var format = word(HeaderFormat.class, component.path("format"), HeaderFormat.OTHER);
            var text = text(component.path("text"));
            header = new Header(format, format == HeaderFormat.TEXT ? text : null);
            var example = component.path("example");
            switch (format) {
                case TEXT -> {
                    for (var name :
                            Places.of(Objects.requireNonNullElse(text, "")).names()) {
                        var given = named(example.path("header_text_named_params"), name)
                                .orElse(text(example.path("header_text").path(0)));
                        ofHeader.add(at(Place.HEADER, null, name, ParameterKind.TEXT, given));
                    }
                }
                case IMAGE -> ofHeader.add(at(Place.HEADER, null, FILE, ParameterKind.IMAGE, null));
                case VIDEO -> ofHeader.add(at(Place.HEADER, null, FILE, ParameterKind.VIDEO, null));
                case DOCUMENT -> ofHeader.add(at(Place.HEADER, null, FILE, ParameterKind.DOCUMENT, null));
                case LOCATION -> ofHeader.add(at(Place.HEADER, null, "location", ParameterKind.LOCATION, null));
                case PRODUCT -> {
                    // Which one is chosen with what the buttons open.
                }
                case OTHER -> {
                    // What it needs is not known.
                }
            }
        }

        private void readOffer(JsonNode of) {
            offer = new Offer(
                    of.path("text").asText(""), of.path("has_expiration").asBoolean());
        }

        private void readBody(JsonNode component, Category category, String language) {
            var given = text(component.path("text"));
            if (given == null && category == Category.AUTHENTICATION) {
                var advice = component.path("add_security_recommendation").asBoolean();
                given = FixedWords.body(language, advice).path("text").asText();
            }
            body = given;
            var names = Places.of(Objects.requireNonNullElse(given, "")).names();
            var example = component.path("example");
            for (var place = 0; place < names.size(); place++) {
                var name = names.get(place);
                var at = Places.of("{{%s}}".formatted(name)).areNumbered() ? Integer.parseInt(name) - 1 : place;
                ofBody.add(at(
                        Place.BODY,
                        null,
                        name,
                        category == Category.AUTHENTICATION ? ParameterKind.CODE : ParameterKind.TEXT,
                        named(example.path("body_text_named_params"), name)
                                .orElse(text(example.path("body_text").path(0).path(at)))));
            }
        }

        private void readFooter(JsonNode component, String language) {
            var minutes = component.path("code_expiration_minutes");
            var given = text(component.path("text"));
            footer = given == null && minutes.isInt() ? FixedWords.footer(language, minutes.asInt()) : given;
        }

        private void readButton(JsonNode button) {
            var index = buttons.size();
            var type = button.path("type").asText("").toUpperCase(Locale.ROOT);
            var isCode = type.equals("OTP") || button.hasNonNull("otp_type");
            var kind =
                    isCode ? ButtonKind.ONE_TIME_CODE : word(ButtonKind.class, button.path("type"), ButtonKind.OTHER);
            var value = text(
                    switch (kind) {
                        case URL -> button.path("url");
                        case PHONE_NUMBER -> button.path("phone_number");
                        case FLOW -> button.path("flow_id");
                        case ONE_TIME_CODE ->
                            button.path("otp_type").asText("COPY_CODE").equals("COPY_CODE")
                                    ? button.path("nothing")
                                    : button.path("otp_type");
                        case QUICK_REPLY,
                                COPY_CODE,
                                CATALOG,
                                MPM,
                                SPM,
                                VOICE_CALL,
                                REQUEST_CONTACT_INFO,
                                CALL_PERMISSION_REQUEST,
                                APP,
                                OTHER -> button.path("nothing");
                    });
            buttons.add(new Button(kind, button.path("text").asText(""), value));
            var example = button.path("example");
            var given = text(example.isArray() ? example.path(0) : example);
            switch (kind) {
                case URL ->
                    Places.of(Objects.requireNonNullElse(value, ""))
                            .names()
                            .forEach(name -> ofRest.add(at(Place.BUTTON, index, name, ParameterKind.TEXT, given)));
                case COPY_CODE -> ofRest.add(at(Place.BUTTON, index, CODE, ParameterKind.CODE, given));
                case ONE_TIME_CODE -> ofRest.add(at(Place.BUTTON, index, "1", ParameterKind.CODE, null));
                case QUICK_REPLY,
                        PHONE_NUMBER,
                        FLOW,
                        CATALOG,
                        MPM,
                        SPM,
                        VOICE_CALL,
                        REQUEST_CONTACT_INFO,
                        CALL_PERMISSION_REQUEST,
                        APP,
                        OTHER -> {
                    // Nothing of it is filled in with words.
                }
            }
        }

        private void readCard(JsonNode of, Category category, String language) {
            var parts = new Parts(cards.size());
            of.path("components").forEach(component -> parts.read(component, category, language));
            cards.add(new CarouselCard(parts.header, parts.body, parts.buttons));
            ofRest.addAll(parts.inOrder());
            unknown.addAll(parts.unknown);
        }

        private Parameter at(
                Place place, @Nullable Integer button, String name, ParameterKind kind, @Nullable String example) {
            return new Parameter(place, card, button, name, kind, example);
        }

        private static Optional<String> named(JsonNode examples, String name) {
            for (var example : examples) {
                if (example.path("param_name").asText("").equals(name)) {
                    return Optional.ofNullable(text(example.path("example")));
                }
            }
            return Optional.empty();
        }
    }
}
