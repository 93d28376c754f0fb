package org.centralino.conversation.template.domain;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/// A template that tells customers of a delay, and others made from it.
public final class Delays {
    public static final String NUMBER = "510000000000023";

    private Delays() {}

    public static Template delay() {
        return delay("delay", "spedizione_in_ritardo", Approval.APPROVED);
    }

    public static Template delay(String id, String name, Approval status) {
        return new Template(
                id,
                "410000000000011",
                List.of(NUMBER),
                name,
                "it",
                status,
                Category.UTILITY,
                new Header(HeaderFormat.TEXT, "Ordine {{ordine}}"),
                null,
                "Ciao {{nome}}, il pacco {{ordine}} arriva domani. {{ nome }}, va bene?",
                "Casa Lume",
                List.of(
                        new Button(ButtonKind.URL, "Segui il pacco", "https://example.org/pacco/{{1}}"),
                        new Button(ButtonKind.QUICK_REPLY, "Va bene", null)),
                List.of(),
                List.of(
                        new Parameter(Place.HEADER, null, null, "ordine", ParameterKind.TEXT, "A-17"),
                        new Parameter(Place.BODY, null, null, "nome", ParameterKind.TEXT, "Ada"),
                        new Parameter(Place.BODY, null, null, "ordine", ParameterKind.TEXT, "A-17"),
                        new Parameter(Place.BUTTON, null, 0, "1", ParameterKind.TEXT, "A-17")),
                null,
                "GREEN",
                null);
    }

    public static List<Value> values() {
        return List.of(
                new Value(Place.HEADER, null, null, "ordine", "A-17"),
                new Value(Place.BODY, null, null, "nome", "Giulia"),
                new Value(Place.BODY, null, null, "ordine", "A-17"),
                new Value(Place.BUTTON, null, 0, "1", "A-17"));
    }

    /// Words with `{{1}}`, `{{2}}` … in them, and nothing else.
    public static Template positional(Category category, String body, int places) {
        return positional("avviso", category, body, places);
    }

    public static Template positional(String name, Category category, String body, int places) {
        return new Template(
                name,
                "410000000000011",
                List.of(NUMBER),
                name,
                "it",
                Approval.APPROVED,
                category,
                null,
                null,
                body,
                null,
                List.of(),
                List.of(),
                IntStream.rangeClosed(1, places)
                        .mapToObj(place -> new Parameter(
                                Place.BODY, null, null, Integer.toString(place), ParameterKind.TEXT, null))
                        .toList(),
                null,
                null,
                null);
    }

    static Template with(Header header, List<Button> buttons, Approval status) {
        var plain = positional(Category.UTILITY, "Buongiorno", 0);
        return new Template(
                plain.id(),
                plain.accountId(),
                plain.phoneNumberIds(),
                plain.name(),
                plain.language(),
                status,
                plain.category(),
                header,
                null,
                plain.body(),
                null,
                buttons,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /// A picture stands above its words.
    public static Template pictured(String name) {
        return headed(
                name, HeaderFormat.IMAGE, new Parameter(Place.HEADER, null, null, "file", ParameterKind.IMAGE, null));
    }

    /// A place stands above its words.
    public static Template located(String name) {
        return headed(
                name,
                HeaderFormat.LOCATION,
                new Parameter(Place.HEADER, null, null, "location", ParameterKind.LOCATION, null));
    }

    private static Template headed(String name, HeaderFormat format, Parameter parameter) {
        return new Template(
                name,
                "410000000000011",
                List.of(NUMBER),
                name,
                "it",
                Approval.APPROVED,
                Category.UTILITY,
                new Header(format, null),
                null,
                "Ecco la tua lampada.",
                null,
                List.of(),
                List.of(),
                List.of(parameter),
                null,
                null,
                null);
    }

    /// A button opens something.
    public static Template opening(String name, ButtonKind kind) {
        return plain(name, List.of(new Button(kind, "Vedi", null)), List.of());
    }

    /// Two cards, each with a product.
    static Template ofProducts(String name) {
        var card = new CarouselCard(
                new Header(HeaderFormat.PRODUCT, null), null, List.of(new Button(ButtonKind.SPM, "Vedi", null)));
        return withCards(name, List.of(card, card));
    }

    /// Its code stands in the text and at a button.
    static Template code(String name) {
        return whole(
                name,
                Category.AUTHENTICATION,
                null,
                "{{1}} è il tuo codice.",
                List.of(new Button(ButtonKind.ONE_TIME_CODE, "Copia", null)),
                List.of(
                        new Parameter(Place.BODY, null, null, "1", ParameterKind.CODE, null),
                        new Parameter(Place.BUTTON, null, 0, "1", ParameterKind.CODE, null)),
                null);
    }

    /// @param ends whether who sends it says when
    static Template offering(String name, boolean ends) {
        return whole(
                name, Category.MARKETING, new Offer("Saldi lampo", ends), "Per poche ore.", List.of(), List.of(), null);
    }

    static Template withUnknownPart(String name) {
        return whole(name, Category.UTILITY, null, "Buongiorno", List.of(), List.of(), List.of("AURA"));
    }

    private static Template whole(
            String name,
            Category category,
            Offer offer,
            String body,
            List<Button> buttons,
            List<Parameter> parameters,
            List<String> unknownParts) {
        return new Template(
                name,
                "410000000000011",
                List.of(NUMBER),
                name,
                "it",
                Approval.APPROVED,
                category,
                null,
                offer,
                body,
                null,
                buttons,
                List.of(),
                parameters,
                unknownParts,
                null,
                null);
    }

    static Template withCards(String name, List<CarouselCard> cards) {
        return plain(name, List.of(), cards);
    }

    private static Template plain(String name, List<Button> buttons, List<CarouselCard> cards) {
        return plain(name, "Buongiorno", buttons, cards, List.of());
    }

    /// Two lamps, each on a card with a picture.
    public static Template carousel(String name) {
        return plain(
                name,
                "Ciao {{1}}, ecco le lampade nuove.",
                List.of(),
                List.of(lamp(), lamp()),
                Stream.concat(
                                Stream.of(new Parameter(Place.BODY, null, null, "1", ParameterKind.TEXT, null)),
                                Stream.of(0, 1).flatMap(Delays::onCard))
                        .toList());
    }

    private static Template plain(
            String name, String body, List<Button> buttons, List<CarouselCard> cards, List<Parameter> parameters) {
        return new Template(
                name,
                "410000000000011",
                List.of(NUMBER),
                name,
                "it",
                Approval.APPROVED,
                Category.UTILITY,
                null,
                null,
                body,
                null,
                buttons,
                cards,
                parameters,
                null,
                null,
                null);
    }

    private static CarouselCard lamp() {
        return new CarouselCard(
                new Header(HeaderFormat.IMAGE, null),
                "La lampada {{1}} ti aspetta.",
                List.of(
                        new Button(ButtonKind.QUICK_REPLY, "Questa", null),
                        new Button(ButtonKind.URL, "Guardala", "https://example.org/{{1}}")));
    }

    private static Stream<Parameter> onCard(int card) {
        return Stream.of(
                new Parameter(Place.HEADER, card, null, "file", ParameterKind.IMAGE, null),
                new Parameter(Place.BODY, card, null, "1", ParameterKind.TEXT, null),
                new Parameter(Place.BUTTON, card, 1, "1", ParameterKind.TEXT, null));
    }

    static List<Value> valuesOfCarousel() {
        return List.of(
                new Value(Place.BODY, null, null, "1", "Giulia"),
                new Value(Place.BODY, 0, null, "1", "Notte"),
                new Value(Place.BUTTON, 0, 1, "1", "notte"),
                new Value(Place.BODY, 1, null, "1", "Aurora"),
                new Value(Place.BUTTON, 1, 1, "1", "aurora"));
    }
}
