package org.centralino.outbound.whatsapp;

import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.centralino.events.Content.FromTemplate;
import org.centralino.events.Content.FromTemplate.Filled;
import org.centralino.events.Content.FromTemplate.OpenedProducts;
import org.centralino.events.Content.FromTemplate.PlaceAbove;
import org.centralino.events.Content.FromTemplate.SentCard;
import org.centralino.events.Content.WithFile;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.Place;
import org.jspecify.annotations.Nullable;

/// A template as the platform wants it: which one, and what is filled in (fact sheet, section 10.6).
final class CloudTemplate {
    private static final String PARAMETERS = "parameters";
    private static final String THUMBNAIL = "thumbnail_product_retailer_id";
    /// Places that are counted are filled in by the order of their numbers, and have no names.
    private static final Pattern COUNTED = Pattern.compile("\\d{1,9}");

    private CloudTemplate() {}

    /// @param token what a form that the customer fills in brings back
    static ObjectNode of(FromTemplate sent, String token) {
        var template = JsonNodeFactory.instance.objectNode();
        template.put("name", sent.name());
        template.putObject("language").put("code", sent.language());
        var components = JsonNodeFactory.instance.arrayNode();
        var file = sent.file();
        if (file != null) {
            file(components, file);
        }
        if (sent.placeAbove() != null) {
            place(components, sent.placeAbove());
        }
        if (sent.products() != null && showsProducts(sent) && !areOnCards(sent.products())) {
            product(components, sent.products(), 0);
        }
        words(components, Place.HEADER, null, sent.parameters());
        if (sent.offer() != null && sent.offer().endsAt() != null) {
            offer(components, sent.offer().endsAt());
        }
        words(components, Place.BODY, null, sent.parameters());
        buttons(components, sent, null, sent.buttons(), token);
        if (sent.cards() != null) {
            cards(components, sent, sent.cards(), token);
        }
        if (sent.products() != null && showsProducts(sent) && areOnCards(sent.products())) {
            cards(components, sent.products());
        }
        if (!components.isEmpty()) {
            template.set("components", components);
        }
        return template;
    }

    private static void file(ArrayNode components, WithFile file) {
        var parameter = components
                .addObject()
                .put("type", "header")
                .putArray(PARAMETERS)
                .addObject();
        CloudMessage.file(parameter, file);
    }

    private static void place(ArrayNode components, PlaceAbove place) {
        var parameter = components
                .addObject()
                .put("type", "header")
                .putArray(PARAMETERS)
                .addObject()
                .put("type", "location");
        CloudMessage.location(
                parameter.putObject("location"), place.latitude(), place.longitude(), place.name(), place.address());
    }

    /// @return whether its products stand in it, and are not opened by a button
    private static boolean showsProducts(FromTemplate sent) {
        return sent.buttons().stream().anyMatch(button -> button.kind() == ButtonKind.SPM);
    }

    /// One stands above the words; a carousel has two at least.
    private static boolean areOnCards(OpenedProducts products) {
        return products.sections().getFirst().products().size() > 1;
    }

    private static void product(ArrayNode components, OpenedProducts products, int index) {
        components
                .addObject()
                .put("type", "header")
                .putArray(PARAMETERS)
                .addObject()
                .put("type", "product")
                .putObject("product")
                .put(
                        "product_retailer_id",
                        products.sections().getFirst().products().get(index).productId())
                .put("catalog_id", products.catalogId());
    }

    /// The sheet names the parameter, and public clients its only field: when it ends, in milliseconds.
    private static void offer(ArrayNode components, Instant endsAt) {
        components
                .addObject()
                .put("type", "limited_time_offer")
                .putArray(PARAMETERS)
                .addObject()
                .put("type", "limited_time_offer")
                .putObject("limited_time_offer")
                .put("expiration_time_ms", endsAt.toEpochMilli());
    }

    private static void cards(ArrayNode components, OpenedProducts products) {
        var list = components.addObject().put("type", "carousel").putArray("cards");
        for (var index = 0; index < products.sections().getFirst().products().size(); index++) {
            product(list.addObject().put("card_index", index).putArray("components"), products, index);
        }
    }

    /// The sheet has no example of sent cards. Their form is the one in which public clients of the platform send
    /// them: a component `carousel` with `cards`, each with its `card_index`, counted from 0, and components as the
    /// template itself has them; buttons are counted anew on each card.
    private static void cards(ArrayNode components, FromTemplate sent, List<SentCard> cards, String token) {
        var list = components.addObject().put("type", "carousel").putArray("cards");
        for (var index = 0; index < cards.size(); index++) {
            var parts = list.addObject().put("card_index", index).putArray("components");
            file(parts, cards.get(index).file());
            words(parts, Place.BODY, index, sent.parameters());
            buttons(parts, sent, index, cards.get(index).buttons(), token);
        }
    }

    private static void words(ArrayNode components, Place place, @Nullable Integer card, List<Filled> parameters) {
        var filled = parameters.stream()
                .filter(it -> it.parameter().place() == place
                        && Objects.equals(it.parameter().card(), card))
                .sorted(comparingInt(it -> numberOf(it.parameter().name())))
                .toList();
        if (!filled.isEmpty()) {
            var list = components
                    .addObject()
                    .put("type", place.name().toLowerCase(Locale.ROOT))
                    .putArray(PARAMETERS);
            filled.forEach(it -> text(list, it));
        }
    }

    /// The first goes into the place with the number 1, wherever in the text that stands.
    private static int numberOf(String place) {
        return COUNTED.matcher(place).matches() ? Integer.parseInt(place) : 0;
    }

    private static void text(ArrayNode list, Filled filled) {
        var text = list.addObject().put("type", "text");
        if (!COUNTED.matcher(filled.parameter().name()).matches()) {
            text.put("parameter_name", filled.parameter().name());
        }
        text.put("text", filled.value());
    }

    private static void buttons(
            ArrayNode components, FromTemplate sent, @Nullable Integer card, List<Button> buttons, String token) {
        for (var index = 0; index < buttons.size(); index++) {
            button(components, sent, card, buttons.get(index), index, token);
        }
    }

    /// A button is named by its place among all of them. One without a place to fill in needs no component.
    private static void button(
            ArrayNode components, FromTemplate sent, @Nullable Integer card, Button button, int index, String token) {
        var filled = sent.parameters().stream()
                .filter(it -> it.parameter().place() == Place.BUTTON
                        && Objects.equals(it.parameter().card(), card)
                        && Objects.equals(it.parameter().button(), index))
                .map(Filled::value)
                .toList();
        switch (button.kind()) {
            case QUICK_REPLY ->
                component(components, "quick_reply", index)
                        .put("type", "payload")
                        .put("payload", payload(sent, card, index));
            case URL, ONE_TIME_CODE ->
                filled.forEach(value ->
                        component(components, "url", index).put("type", "text").put("text", value));
            case COPY_CODE ->
                filled.forEach(value -> component(components, "copy_code", index)
                        .put("type", "coupon_code")
                        .put("coupon_code", value));
            case FLOW -> action(components, "flow", index).put("flow_token", token);
            case CATALOG -> {
                var products = sent.products();
                if (products != null && products.thumbnail() != null) {
                    action(components, "CATALOG", index)
                            .put(THUMBNAIL, products.thumbnail().productId());
                }
            }
            case MPM -> products(action(components, "mpm", index), Objects.requireNonNull(sent.products()));
            case PHONE_NUMBER, SPM, VOICE_CALL, REQUEST_CONTACT_INFO, CALL_PERMISSION_REQUEST, APP, OTHER ->
                refuse(button, filled);
        }
    }

    private static ObjectNode action(ArrayNode components, String subType, int index) {
        return component(components, subType, index).put("type", "action").putObject("action");
    }

    /// The platform wants a picture above a list of products: without another choice it is the first product's.
    private static void products(ObjectNode action, OpenedProducts products) {
        var thumbnail = products.thumbnail() == null
                ? products.sections().getFirst().products().getFirst()
                : products.thumbnail();
        action.put(THUMBNAIL, thumbnail.productId());
        CloudProducts.sections(action, products.sections());
    }

    private static void refuse(Button button, List<String> filled) {
        if (!filled.isEmpty()) {
            throw new IllegalStateException("Nothing is filled in at a button of the kind " + button.kind());
        }
    }

    /// @return the only parameter of a new component
    private static ObjectNode component(ArrayNode components, String subType, int index) {
        return components
                .addObject()
                .put("type", "button")
                .put("sub_type", subType)
                .put("index", Integer.toString(index))
                .putArray(PARAMETERS)
                .addObject();
    }

    /// The customer's answer brings it back. It stays the same whatever language the button is in.
    private static String payload(FromTemplate sent, @Nullable Integer card, int index) {
        return card == null ? "%s:%d".formatted(sent.name(), index) : "%s:%d:%d".formatted(sent.name(), card, index);
    }
}
