package org.centralino.simulator.graph.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.simulator.platform.domain.Question;
import org.centralino.simulator.platform.domain.Question.Choice;
import org.centralino.simulator.platform.domain.Question.Offer;
import org.jspecify.annotations.Nullable;

/// Reads an `interactive` object, and refuses what the platform refuses (fact sheet, section 8.4).
final class QuestionReading {
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_BUTTON = 20;
    private static final int LONGEST_BUTTON_ID = 256;
    private static final int LONGEST_ROW = 24;
    private static final int LONGEST_ROW_ID = 200;
    private static final int LONGEST_DESCRIPTION = 72;
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_ROWS = 10;
    private static final int MOST_PRODUCTS = 30;
    private static final int LONGEST_ID = 100;
    private static final String ACTION = "action";

    private final Map<?, ?> said;

    private QuestionReading(Map<?, ?> said) {
        this.said = said;
    }

    /// The platform would not take it.
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient GraphError error;

        RefusedException(GraphError error) {
            super(error.message(), null, false, false);
            this.error = error;
        }

        GraphError error() {
            return error;
        }
    }

    static Question read(Map<?, ?> interactive) throws RefusedException {
        return new QuestionReading(interactive).question();
    }

    private Question question() throws RefusedException {
        var kind = string(said.get("type"), "interactive['type']", Integer.MAX_VALUE);
        return switch (kind) {
            case "button" -> of(kind, null, null, buttons());
            case "list" -> {
                require(
                        header() == null || "text".equals(in(said.get("header"), "type")),
                        "Param interactive['header']['type'] must be text for a list.");
                yield of(
                        kind,
                        string(action("button"), "interactive['action']['button']", LONGEST_BUTTON),
                        null,
                        rows());
            }
            case "cta_url" -> {
                require(
                        "cta_url".equals(action("name")),
                        "Param interactive['action']['name'] must be one of {cta_url}.");
                var parameters = action("parameters");
                var url = string(in(parameters, "url"), "parameters['url']", Integer.MAX_VALUE);
                require(SentFile.isAddress(url), "Param parameters['url'] must be a valid URI.");
                yield of(
                        kind,
                        string(in(parameters, "display_text"), "parameters['display_text']", LONGEST_BUTTON),
                        url,
                        List.of());
            }
            case "location_request_message" -> {
                require(
                        "send_location".equals(action("name")),
                        "Param interactive['action']['name'] must be one of {send_location}.");
                yield of(kind, null, null, List.of());
            }
            case "product" -> {
                require(!said.containsKey("header"), "Param interactive['header'] is not allowed for type product.");
                yield of(kind, null, null, List.of()).offering(catalogue(), List.of(offer(null, said.get(ACTION))));
            }
            case "product_list" -> {
                require(
                        header() != null && "text".equals(in(said.get("header"), "type")),
                        "Param interactive['header'] must be a text for type product_list.");
                yield of(kind, null, null, List.of()).offering(catalogue(), offers(action("sections")));
            }
            case "catalog_message" -> {
                require(
                        "catalog_message".equals(action("name")),
                        "Param interactive['action']['name'] must be one of {catalog_message}.");
                var thumbnail = in(action("parameters"), "thumbnail_product_retailer_id");
                yield new Question(kind, null, body(), footer(), null, null, List.of(), null, thumbnail(thumbnail));
            }
            default -> throw new RefusedException(GraphError.unsupportedType("interactive " + kind));
        };
    }

    private Question of(String kind, @Nullable String button, @Nullable String url, List<Choice> choices)
            throws RefusedException {
        return new Question(kind, header(), body(), footer(), button, url, choices, null, List.of());
    }

    /// Only a product may stand without words.
    private String body() throws RefusedException {
        return "product".equals(said.get("type")) && !said.containsKey("body")
                ? ""
                : string(in(said.get("body"), "text"), "interactive['body']['text']", LONGEST_BODY);
    }

    private @Nullable String footer() throws RefusedException {
        return said.containsKey("footer")
                ? string(in(said.get("footer"), "text"), "interactive['footer']['text']", LONGEST_LINE)
                : null;
    }

    private String catalogue() throws RefusedException {
        return string(action("catalog_id"), "interactive['action']['catalog_id']", LONGEST_ID);
    }

    private static Offer offer(@Nullable String section, @Nullable Object named) throws RefusedException {
        return new Offer(
                section, string(in(named, "product_retailer_id"), "product_retailer_id", LONGEST_ID), null, null, null);
    }

    /// @param named whose picture stands above; null for that of the first product
    static List<Offer> thumbnail(@Nullable Object named) throws RefusedException {
        return named == null
                ? List.of()
                : List.of(new Offer(
                        null, string(named, "['thumbnail_product_retailer_id']", LONGEST_ID), null, null, null));
    }

    /// A message and a template's button name products in the same way.
    ///
    /// @param named the sections of products
    static List<Offer> offers(@Nullable Object named) throws RefusedException {
        var sections = listOf(named, "action['sections']");
        require(!sections.isEmpty() && sections.size() <= MOST_ROWS, "A product list has 1 to 10 sections.");
        var offers = new ArrayList<Offer>();
        for (var section : sections) {
            var title = in(section, "title") == null
                    ? null
                    : string(in(section, "title"), "sections['title']", LONGEST_ROW);
            require(title != null || sections.size() == 1, "Section title is required with more than one section.");
            for (var item : listOf(in(section, "product_items"), "sections['product_items']")) {
                offers.add(offer(title, item));
            }
        }
        require(!offers.isEmpty() && offers.size() <= MOST_PRODUCTS, "A product list has 1 to 30 products.");
        return offers;
    }

    /// Of a header with a file, only that there is one.
    private @Nullable String header() throws RefusedException {
        if (!(said.get("header") instanceof Map<?, ?> header)) {
            return null;
        }
        var type = String.valueOf(header.get("type"));
        require(
                Set.of("text", "image", "video", "document").contains(type),
                "Param interactive['header']['type'] must be one of {text, image, video, document}.");
        return type.equals("text")
                ? string(header.get("text"), "interactive['header']['text']", LONGEST_LINE)
                : "[%s]".formatted(type);
    }

    private List<Choice> buttons() throws RefusedException {
        var buttons = listOf(action("buttons"), "interactive['action']['buttons']");
        require(
                !buttons.isEmpty() && buttons.size() <= MOST_BUTTONS,
                "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3.");
        var choices = new ArrayList<Choice>();
        var titles = new HashSet<String>();
        for (var button : buttons) {
            require("reply".equals(in(button, "type")), "Param buttons['type'] must be one of {reply}.");
            var reply = in(button, "reply");
            var title = string(in(reply, "title"), "buttons['reply']['title']", LONGEST_BUTTON);
            require(titles.add(title), "Duplicated title: all buttons must have unique titles.");
            choices.add(new Choice(
                    null, string(in(reply, "id"), "buttons['reply']['id']", LONGEST_BUTTON_ID), title, null));
        }
        requireUnique(choices);
        return choices;
    }

    private List<Choice> rows() throws RefusedException {
        var sections = listOf(action("sections"), "interactive['action']['sections']");
        require(!sections.isEmpty() && sections.size() <= MOST_ROWS, "A list has 1 to 10 sections.");
        var choices = new ArrayList<Choice>();
        for (var section : sections) {
            var title = in(section, "title") == null
                    ? null
                    : string(in(section, "title"), "sections['title']", LONGEST_ROW);
            require(title != null || sections.size() == 1, "Section title is required with more than one section.");
            for (var row : listOf(in(section, "rows"), "sections['rows']")) {
                choices.add(new Choice(
                        title,
                        string(in(row, "id"), "rows['id']", LONGEST_ROW_ID),
                        string(in(row, "title"), "rows['title']", LONGEST_ROW),
                        in(row, "description") == null
                                ? null
                                : string(in(row, "description"), "rows['description']", LONGEST_DESCRIPTION)));
            }
        }
        require(!choices.isEmpty() && choices.size() <= MOST_ROWS, "Total row count exceed max allowed count: 10.");
        requireUnique(choices);
        return choices;
    }

    private static void requireUnique(List<Choice> choices) throws RefusedException {
        require(
                choices.stream().map(Choice::id).distinct().count() == choices.size(),
                "Duplicated id: all ids must be unique.");
    }

    private @Nullable Object action(String field) {
        return in(said.get(ACTION), field);
    }

    private static String string(@Nullable Object value, String parameter, int longest) throws RefusedException {
        if (!(value instanceof String text) || text.isBlank()) {
            throw new RefusedException(GraphError.missing(parameter));
        }
        require(
                text.codePointCount(0, text.length()) <= longest,
                "Param %s must be at most %d characters long.".formatted(parameter, longest));
        return text;
    }

    private static List<?> listOf(@Nullable Object value, String parameter) throws RefusedException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new RefusedException(GraphError.missing(parameter));
    }

    private static void require(boolean right, String otherwise) throws RefusedException {
        if (!right) {
            throw new RefusedException(GraphError.unusableValue(otherwise));
        }
    }

    private static @Nullable Object in(@Nullable Object object, String field) {
        return object instanceof Map<?, ?> map ? map.get(field) : null;
    }
}
