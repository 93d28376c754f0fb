package org.centralino.simulator.graph.domain;

import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centralino.simulator.platform.domain.MessageTemplate;
import org.centralino.simulator.platform.domain.Question;
import org.centralino.simulator.platform.domain.TemplateCard;
import org.jspecify.annotations.Nullable;

/// What a sent template comes to: as the platform checks it, and as the phone shows it (fact sheet, 10.6).
public final class TemplateSend {
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_BODY_OF_CARD = 160;
    private static final String THUMBNAIL = "thumbnail_product_retailer_id";
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}\\s]+)\\s*}}");
    private static final Pattern BROKEN_LINE = Pattern.compile("[\\n\\r\\t]| {5,}");

    private final MessageTemplate template;
    private final Parts parts;
    private final List<SentFile> filesOfCards = new ArrayList<>();
    private final List<SentProduct> productsOfCards = new ArrayList<>();

    private TemplateSend(MessageTemplate template, List<Map<?, ?>> sent) {
        this.template = template;
        this.parts = new Parts(template.format(), objects(template.components()), sent);
    }

    /// It is refused.
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient GraphError error;

        RefusedException(int code, String title, String details) {
            this(GraphError.ofTemplate(code, title, details));
        }

        RefusedException(GraphError error) {
            super(null, null, false, false);
            this.error = error;
        }
    }

    /// Either a refusal or what the phone shows.
    ///
    /// @param file what stands above the words; null when nothing does
    /// @param files all of it: what stands above, or those on cards
    public record Outcome(
            @Nullable GraphError refusal,
            @Nullable TemplateCard card,
            @Nullable SentFile file,
            List<SentFile> files) {}

    /// @param template null when there is none of that name in that language
    /// @param sent the object `template` of the call
    public static Outcome of(@Nullable MessageTemplate template, Map<?, ?> sent) {
        try {
            var send = new TemplateSend(usable(template), objects(sent.get("components")));
            var card = send.card();
            var file = send.parts.file();
            return new Outcome(
                    null,
                    card,
                    file.orElse(null),
                    Stream.concat(file.stream(), send.filesOfCards.stream()).toList());
        } catch (RefusedException refused) {
            return new Outcome(refused.error, null, null, List.of());
        }
    }

    private static MessageTemplate usable(@Nullable MessageTemplate template) {
        if (template == null) {
            throw missing();
        }
        return switch (template.status()) {
            case "APPROVED" -> template;
            case "PAUSED" ->
                throw new RefusedException(
                        132015, "Template is Paused", "Template is paused because of its low quality.");
            case "DISABLED" ->
                throw new RefusedException(
                        132016, "Template is Disabled", "Template was paused too many times and is disabled for good.");
            default -> throw missing();
        };
    }

    private static RefusedException missing() {
        return new RefusedException(
                132001,
                "Template name does not exist in the translation",
                "There is no approved template of this name in this language.");
    }

    /// A product that was chosen.
    private record SentProduct(String catalogue, Question.Offer offer) {}

    private TemplateCard card() {
        parts.requireKnown(List.of("header", "limited_time_offer", "body", "button", "carousel"));
        var header = parts.component("HEADER").map(parts::header).orElse(null);
        var body = parts.filled("body", text(parts.component("BODY").orElseThrow()));
        requireLength(body, LONGEST_BODY);
        var cards = cards();
        return new TemplateCard(
                template.category(),
                parts.file().map(TemplateSend::labelOf).orElse(null),
                header,
                parts.place().orElse(null),
                offer().orElse(null),
                body,
                parts.component("FOOTER").map(TemplateSend::text).orElse(null),
                parts.buttons(),
                cards,
                products());
    }

    /// An offer that ends needs to be told when.
    private Optional<TemplateCard.Offer> offer() {
        return parts.component("LIMITED_TIME_OFFER")
                .map(component -> (Map<?, ?>) component.get("limited_time_offer"))
                .map(offer -> new TemplateCard.Offer(
                        text(offer), Boolean.TRUE.equals(offer.get("has_expiration")) ? offerEndsAt() : null));
    }

    private Instant offerEndsAt() {
        var parameter = parts.given("limited_time_offer")
                .flatMap(it -> objects(it.get("parameters")).stream().findFirst())
                .orElseThrow(() -> new RefusedException(
                        132000,
                        "Number of parameters does not match the expected number of params",
                        "limited_time_offer: number of params (0) does not match the expected number of params (1)"));
        if (parameter.get("limited_time_offer") instanceof Map<?, ?> offer
                && offer.get("expiration_time_ms") instanceof Number millis) {
            return Instant.ofEpochMilli(millis.longValue());
        }
        throw mismatch("limited_time_offer: expected expiration_time_ms, a number of milliseconds.");
    }

    /// What a button opens of the catalogue, by its ids. The list of products names them; of the whole
    /// catalogue it may be said whose picture stands above. It is as the platform's own pages have it.
    private @Nullable Question products() {
        var shown = parts.product().map(List::of).orElse(productsOfCards);
        if (!shown.isEmpty()) {
            return new Question(
                    "product_list",
                    null,
                    "",
                    null,
                    null,
                    null,
                    List.of(),
                    catalogueOf(shown),
                    shown.stream().map(SentProduct::offer).toList());
        }
        var buttons =
                parts.component("BUTTONS").map(it -> objects(it.get("buttons"))).orElse(List.of());
        for (var index = 0; index < buttons.size(); index++) {
            var type = String.valueOf(buttons.get(index).get("type"));
            if (type.equals("MPM") || type.equals("CATALOG")) {
                var action = parts.action(index, type);
                try {
                    return type.equals("MPM") ? several(action.orElseThrow()) : all(action.orElse(Map.of()));
                } catch (QuestionReading.RefusedException refused) {
                    throw new RefusedException(refused.error());
                }
            }
        }
        return null;
    }

    private static String catalogueOf(List<SentProduct> shown) {
        var catalogues = shown.stream().map(SentProduct::catalogue).distinct().toList();
        if (catalogues.size() > 1) {
            throw new RefusedException(GraphError.unusableValue("Products not found in FB Catalog."));
        }
        return catalogues.getFirst();
    }

    private static Question several(Map<?, ?> action) throws QuestionReading.RefusedException {
        if (QuestionReading.thumbnail(action.get(THUMBNAIL)).isEmpty()) {
            throw new RefusedException(GraphError.missing(THUMBNAIL));
        }
        return opened("product_list", QuestionReading.offers(action.get("sections")));
    }

    private static Question all(Map<?, ?> action) throws QuestionReading.RefusedException {
        return opened("catalog_message", QuestionReading.thumbnail(action.get(THUMBNAIL)));
    }

    private static Question opened(String kind, List<Question.Offer> offers) {
        return new Question(kind, null, "", null, null, null, List.of(), null, offers);
    }

    /// Each card is there once, in the order of the template, with parts of its own. How a send names them the fact
    /// sheet does not say: it is as the platform's public clients do it.
    private List<TemplateCard.Card> cards() {
        var wanted =
                parts.component("CAROUSEL").map(it -> objects(it.get("cards"))).orElse(List.of());
        var given = parts.given("carousel").map(it -> objects(it.get("cards"))).orElse(List.of());
        if (given.size() != wanted.size()) {
            throw new RefusedException(
                    132000,
                    "Number of parameters does not match the expected number of params",
                    "carousel: number of cards (%d) does not match the expected number of cards (%d)"
                            .formatted(given.size(), wanted.size()));
        }
        return IntStream.range(0, wanted.size())
                .mapToObj(index -> card(index, wanted.get(index), given))
                .flatMap(Optional::stream)
                .toList();
    }

    /// @return nothing for a card that is a product
    private Optional<TemplateCard.Card> card(int index, Map<?, ?> wanted, List<Map<?, ?>> given) {
        var sent = given.stream()
                .filter(card -> String.valueOf(index).equals(String.valueOf(card.get("card_index"))))
                .findFirst()
                .orElseThrow(() -> mismatch("carousel: there is no card with the card_index %d.".formatted(index)));
        var card = new Parts(template.format(), objects(wanted.get("components")), objects(sent.get("components")));
        card.requireKnown(List.of("header", "body", "button"));
        card.component("HEADER").ifPresent(card::header);
        if (card.product().isPresent()) {
            productsOfCards.add(card.product().orElseThrow());
            return Optional.empty();
        }
        var file = card.file().orElseThrow(() -> mismatch("carousel: a card has no file."));
        filesOfCards.add(file);
        var body =
                card.component("BODY").map(it -> card.filled("body", text(it))).orElse(null);
        requireLength(Objects.requireNonNullElse(body, ""), LONGEST_BODY_OF_CARD);
        return Optional.of(new TemplateCard.Card(labelOf(file), file.id(), body, card.buttons()));
    }

    private static void requireLength(String body, int most) {
        if (body.codePointCount(0, body.length()) > most) {
            throw new RefusedException(
                    132005, "Translated text too long", "The body has more than %d characters.".formatted(most));
        }
    }

    private static String labelOf(SentFile file) {
        return file.shown().label().key();
    }

    /// The parts of a template, or of one card of it, and what was sent for them.
    private record Parts(String format, List<Map<?, ?>> components, List<Map<?, ?>> sent) {
        void requireKnown(List<String> parts) {
            for (var component : sent) {
                if (!parts.contains(wordOf(component))) {
                    throw mismatch("A component of the type '%s' cannot be filled in.".formatted(wordOf(component)));
                }
            }
        }

        List<TemplateCard.Button> buttons() {
            var buttons =
                    component("BUTTONS").map(it -> objects(it.get("buttons"))).orElse(List.of());
            requireKnownButtons(buttons.size());
            return IntStream.range(0, buttons.size())
                    .mapToObj(index -> button(buttons.get(index), index))
                    .toList();
        }

        @Nullable
        String header(Map<?, ?> header) {
            var kind = String.valueOf(header.get("format"));
            if (kind.equals("TEXT")) {
                return filled("header", text(header));
            }
            var wanted = kind.toLowerCase(Locale.ROOT);
            var given = given("header").map(it -> objects(it.get("parameters"))).orElse(List.of());
            if (given.size() != 1 || !wanted.equals(given.getFirst().get("type"))) {
                throw mismatch("header: expected a parameter of the type %s.".formatted(wanted));
            }
            return null;
        }

        Optional<SentFile> file() {
            return component("HEADER")
                    .map(it -> String.valueOf(it.get("format")).toLowerCase(Locale.ROOT))
                    .filter(SentFile.TYPES::contains)
                    .map(type -> {
                        var given = objects(given("header").orElseThrow().get("parameters"))
                                .getFirst();
                        return switch (SentFile.of(type, given.get(type))) {
                            case SentFile.Understood(var file) -> file;
                            case SentFile.NotUnderstood(var error) -> throw new RefusedException(error);
                        };
                    });
        }

        Optional<SentProduct> product() {
            return component("HEADER")
                    .filter(it -> "PRODUCT".equals(it.get("format")))
                    .map(_ -> productOf(objects(given("header").orElseThrow().get("parameters"))
                            .getFirst()
                            .get("product")));
        }

        private static SentProduct productOf(@Nullable Object said) {
            if (said instanceof Map<?, ?> product
                    && product.get("product_retailer_id") instanceof String id
                    && product.get("catalog_id") instanceof String catalogue) {
                return new SentProduct(catalogue, new Question.Offer(null, id, null, null, null));
            }
            throw new RefusedException(
                    131008,
                    "Required parameter is missing",
                    "header: a product needs its product_retailer_id and its catalog_id.");
        }

        Optional<TemplateCard.Place> place() {
            return component("HEADER")
                    .filter(it -> "LOCATION".equals(it.get("format")))
                    .map(_ -> placeOf(objects(given("header").orElseThrow().get("parameters"))
                            .getFirst()
                            .get("location")));
        }

        private static TemplateCard.Place placeOf(@Nullable Object said) {
            if (!(said instanceof Map<?, ?> place)) {
                throw new RefusedException(
                        131008, "Required parameter is missing", "header: a parameter has no location.");
            }
            return new TemplateCard.Place(
                    degrees(place, "latitude", 90),
                    degrees(place, "longitude", 180),
                    place.get("name") instanceof String name ? name : null,
                    place.get("address") instanceof String address ? address : null);
        }

        private static double degrees(Map<?, ?> place, String which, int most) {
            if (place.get(which) instanceof Number degrees && Math.abs(degrees.doubleValue()) <= most) {
                return degrees.doubleValue();
            }
            throw mismatch("header: %s of the location goes from -%d to %d.".formatted(which, most, most));
        }

        /// The count must be right, and so must each one's kind and name. Those without names fill the places in
        /// the order of their numbers, wherever in the text these stand.
        String filled(String part, String text) {
            var named =
                    PLACE.matcher(text).results().map(found -> found.group(1)).distinct();
            var places = (format.equals("NAMED") ? named : named.sorted(comparingInt(Integer::parseInt))).toList();
            var given = given(part).map(it -> objects(it.get("parameters"))).orElse(List.of());
            if (given.size() != places.size()) {
                throw new RefusedException(
                        132000,
                        "Number of parameters does not match the expected number of params",
                        "%s: number of localizable_params (%d) does not match the expected number of params (%d)"
                                .formatted(part, given.size(), places.size()));
            }
            var values = new HashMap<String, String>();
            for (var i = 0; i < given.size(); i++) {
                var parameter = given.get(i);
                var name = format.equals("NAMED") ? String.valueOf(parameter.get("parameter_name")) : places.get(i);
                if (!places.contains(name)) {
                    throw mismatch("%s: there is no parameter with the name '%s'.".formatted(part, name));
                }
                values.put(name, words(part, parameter));
            }
            return PLACE.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
        }

        private static String words(String part, Map<?, ?> parameter) {
            if (!"text".equals(parameter.get("type"))) {
                throw mismatch("%s: expected a parameter of the type text.".formatted(part));
            }
            if (!(parameter.get("text") instanceof String words) || words.isBlank()) {
                throw new RefusedException(
                        131008, "Required parameter is missing", part + ": a parameter has no text.");
            }
            if (BROKEN_LINE.matcher(words).find()) {
                throw new RefusedException(
                        132018,
                        "Template parameter is not valid",
                        part + ": a parameter cannot have new lines, tabs or more than 4 spaces in a row.");
            }
            return words;
        }

        private TemplateCard.Button button(Map<?, ?> button, int index) {
            var type = String.valueOf(button.get("type"));
            var parameter = buttonSent(index)
                    .flatMap(it -> objects(it.get("parameters")).stream().findFirst())
                    .orElse(null);
            var value = switch (type) {
                case "QUICK_REPLY" -> parameter == null ? text(button) : parameter.get("payload");
                case "URL" -> address(String.valueOf(button.get("url")), parameter, index);
                case "COPY_CODE" -> parameter == null ? null : parameter.get("coupon_code");
                case "OTP" -> parameter == null ? null : parameter.get("text");
                case "FLOW" ->
                    action(index, type)
                            .<Object>map(action -> action.get("flow_token"))
                            .orElse("unused");
                default -> button.get("phone_number");
            };
            if (value == null && List.of("QUICK_REPLY", "COPY_CODE", "OTP").contains(type)) {
                throw needed(index, type);
            }
            return new TemplateCard.Button(type, text(button), value == null ? null : value.toString());
        }

        /// What opening it needs: products and forms are always opened with an action, and of the
        /// whole catalogue nothing has to be said.
        Optional<Map<?, ?>> action(int index, String type) {
            var component = buttonSent(index);
            if (component.isEmpty() && type.equals("CATALOG")) {
                return Optional.empty();
            }
            if (component.isEmpty()) {
                throw needed(index, type);
            }
            if (!type.equalsIgnoreCase(String.valueOf(component.get().get("sub_type")))) {
                throw new RefusedException(
                        GraphError.unusableValue("Components sub_type invalid at index: %d".formatted(index)));
            }
            return Optional.of(objects(component.get().get("parameters")).stream()
                    .filter(parameter -> "action".equals(parameter.get("type")))
                    .<Map<?, ?>>flatMap(parameter ->
                            parameter.get("action") instanceof Map<?, ?> action ? Stream.of(action) : Stream.empty())
                    .findFirst()
                    .orElseThrow(() -> mismatch("button: expected a parameter of the type action.")));
        }

        private static String address(String url, @Nullable Map<?, ?> parameter, int index) {
            if (!PLACE.matcher(url).find()) {
                if (parameter != null) {
                    throw mismatch("Button at index %d has nothing to fill in.".formatted(index));
                }
                return url;
            }
            if (parameter == null) {
                throw needed(index, "Url");
            }
            return PLACE.matcher(url).replaceAll(Matcher.quoteReplacement(words("button", parameter)));
        }

        private void requireKnownButtons(int count) {
            sent.stream()
                    .filter(it -> wordOf(it).equals("button"))
                    .map(it -> String.valueOf(it.get("index")))
                    .filter(index -> IntStream.range(0, count).noneMatch(known -> index.equals(String.valueOf(known))))
                    .findFirst()
                    .ifPresent(index -> {
                        throw mismatch("There is no button at the index %s.".formatted(index));
                    });
        }

        private Optional<Map<?, ?>> buttonSent(int index) {
            return sent.stream()
                    .filter(it -> wordOf(it).equals("button")
                            && String.valueOf(index).equals(String.valueOf(it.get("index"))))
                    .findFirst();
        }

        Optional<Map<?, ?>> given(String part) {
            return sent.stream().filter(it -> wordOf(it).equals(part)).findFirst();
        }

        Optional<Map<?, ?>> component(String type) {
            return components.stream()
                    .filter(it -> type.equalsIgnoreCase(String.valueOf(it.get("type"))))
                    .findFirst();
        }
    }

    private static RefusedException needed(int index, String type) {
        return new RefusedException(
                131008,
                "Required parameter is missing",
                "buttons: Button at index %d of type %s requires a parameter".formatted(index, type));
    }

    private static RefusedException mismatch(String details) {
        return new RefusedException(132012, "Parameter format does not match format in the created template", details);
    }

    private static String wordOf(Map<?, ?> component) {
        return String.valueOf(component.get("type")).toLowerCase(Locale.ROOT);
    }

    private static String text(Map<?, ?> component) {
        return Objects.requireNonNullElse(component.get("text"), "").toString();
    }

    private static List<Map<?, ?>> objects(@Nullable Object list) {
        var objects = new ArrayList<Map<?, ?>>();
        if (list instanceof List<?> members) {
            members.stream()
                    .flatMap(member -> member instanceof Map<?, ?> object ? Stream.of(object) : Stream.empty())
                    .forEach(objects::add);
        }
        return objects;
    }
}
