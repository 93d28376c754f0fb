package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.outbound.template.domain.Draft;
import org.centralino.outbound.template.domain.Draft.DraftButton;
import org.centralino.outbound.template.domain.Draft.DraftCard;
import org.centralino.outbound.template.domain.Draft.DraftCode;
import org.centralino.outbound.template.domain.Draft.DraftExample;
import org.centralino.outbound.template.domain.Draft.DraftHeader;
import org.centralino.outbound.template.domain.Places;
import org.jspecify.annotations.Nullable;

/// Writes a draft as the platform wants it (fact sheet, section 10.4). It is for drafts without flaws.
final class TemplateWriting {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TemplateWriting() {}

    /// @return what makes a new template
    static ObjectNode whole(Draft draft) {
        var body = JSON.objectNode();
        body.put("name", draft.name());
        body.put("language", draft.language());
        body.setAll(changed(draft, true));
        return body;
    }

    /// @param categoryToo whether its category may be another one
    /// @return what replaces all that a template was before
    static ObjectNode changed(Draft draft, boolean categoryToo) {
        var body = JSON.objectNode();
        if (categoryToo) {
            body.put("category", Objects.requireNonNull(draft.category()).name());
        }
        var isCode = draft.category() == Category.AUTHENTICATION;
        if (!isCode && hasPlaces(draft)) {
            body.put("parameter_format", areNumbered(draft) ? "POSITIONAL" : "NAMED");
        }
        body.set("components", isCode ? ofCode(draft.code()) : components(draft));
        return body;
    }

    private static boolean hasPlaces(Draft draft) {
        return places(draft).anyMatch(places -> !places.names().isEmpty());
    }

    private static boolean areNumbered(Draft draft) {
        return places(draft).anyMatch(Places::areNumbered);
    }

    private static Stream<Places> places(Draft draft) {
        var header = draft.header() == null ? null : draft.header().text();
        return Stream.concat(
                        Stream.of(draft.body(), header), draft.cards().stream().map(DraftCard::body))
                .filter(Objects::nonNull)
                .map(Places::of);
    }

    private static ArrayNode ofCode(@Nullable DraftCode code) {
        var components = JSON.arrayNode();
        components.addObject().put("type", "BODY").put("add_security_recommendation", code != null && code.advice());
        if (code != null && code.minutes() != null) {
            components.addObject().put("type", "FOOTER").put("code_expiration_minutes", code.minutes());
        }
        components
                .addObject()
                .put("type", "BUTTONS")
                .putArray("buttons")
                .addObject()
                .put("type", "OTP")
                .put("otp_type", "COPY_CODE");
        return components;
    }

    private static ArrayNode components(Draft draft) {
        var components = JSON.arrayNode();
        if (draft.header() != null) {
            components.add(header(draft.header()));
        }
        if (draft.offer() != null) {
            components
                    .addObject()
                    .put("type", "LIMITED_TIME_OFFER")
                    .putObject("limited_time_offer")
                    .put("text", draft.offer().text())
                    .put("has_expiration", draft.offer().ends());
        }
        components.add(body(draft.body(), draft.examples()));
        if (draft.footer() != null && !draft.footer().isBlank()) {
            components.addObject().put("type", "FOOTER").put("text", draft.footer());
        }
        buttons(components, draft.buttons());
        if (!draft.cards().isEmpty()) {
            var cards = components.addObject().put("type", "CAROUSEL").putArray("cards");
            draft.cards().forEach(card -> cards.addObject().set("components", components(card)));
        }
        return components;
    }

    private static ArrayNode components(DraftCard card) {
        var components = JSON.arrayNode();
        components.add(above(Objects.requireNonNull(card.format()), card.handle()));
        if (card.body() != null && !card.body().isBlank()) {
            components.add(body(card.body(), card.examples()));
        }
        buttons(components, card.buttons());
        return components;
    }

    private static void buttons(ArrayNode components, List<DraftButton> buttons) {
        if (!buttons.isEmpty()) {
            var list = components.addObject().put("type", "BUTTONS").putArray("buttons");
            buttons.forEach(button -> list.add(button(button)));
        }
    }

    private static ObjectNode above(HeaderFormat format, @Nullable String handle) {
        var component = JSON.objectNode().put("type", "HEADER").put("format", format.name());
        if (format == HeaderFormat.LOCATION || format == HeaderFormat.PRODUCT) {
            return component;
        }
        component.putObject("example").putArray("header_handle").add(handle);
        return component;
    }

    private static ObjectNode header(DraftHeader header) {
        if (header.format() != null && header.format() != HeaderFormat.TEXT) {
            return above(header.format(), header.handle());
        }
        var text = Objects.requireNonNullElse(header.text(), "");
        var component =
                JSON.objectNode().put("type", "HEADER").put("format", "TEXT").put("text", text);
        var places = Places.of(text);
        if (places.areNumbered()) {
            component.putObject("example").putArray("header_text").add(header.example());
        } else if (!places.names().isEmpty()) {
            component
                    .putObject("example")
                    .putArray("header_text_named_params")
                    .addObject()
                    .put("param_name", places.names().getFirst())
                    .put("example", header.example());
        }
        return component;
    }

    private static ObjectNode body(@Nullable String written, List<DraftExample> given) {
        var text = Objects.requireNonNullElse(written, "");
        var component = JSON.objectNode().put("type", "BODY").put("text", text);
        var places = Places.of(text);
        if (places.areNumbered()) {
            var examples = component.putObject("example").putArray("body_text").addArray();
            for (var place = 1; place <= places.names().size(); place++) {
                examples.add(Draft.exampleOf(given, String.valueOf(place)));
            }
        } else if (!places.names().isEmpty()) {
            var examples = component.putObject("example").putArray("body_text_named_params");
            places.names()
                    .forEach(name ->
                            examples.addObject().put("param_name", name).put("example", Draft.exampleOf(given, name)));
        }
        return component;
    }

    private static ObjectNode button(DraftButton button) {
        var kind = Objects.requireNonNull(button.kind());
        var written = JSON.objectNode().put("type", kind.name());
        switch (kind) {
            case QUICK_REPLY, SPM, VOICE_CALL, APP, OTHER, ONE_TIME_CODE -> written.put("text", button.text());
            case PHONE_NUMBER -> written.put("text", button.text()).put("phone_number", button.value());
            case FLOW -> written.put("text", button.text()).put("flow_id", button.value());
            // What stands on these is the platform's: these are its words for it.
            case CATALOG -> written.put("text", "View catalog");
            case MPM -> written.put("text", "View items");
            case REQUEST_CONTACT_INFO -> written.put("text", "Share contact info");
            case CALL_PERMISSION_REQUEST -> {
                // It has no words of its own.
            }
            case COPY_CODE -> written.put("example", button.example());
            case URL -> {
                written.put("text", button.text()).put("url", button.value());
                if (Objects.requireNonNullElse(button.value(), "").contains("{{")) {
                    written.putArray("example").add(button.example());
                }
            }
        }
        return written;
    }
}
