package org.centralino.system.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What operators send besides plain words and files, as the API takes it.
public final class EveryKind {
    public static final String CATALOGUE = "770000000000041";

    private static final Map<String, Object> AURORA =
            Map.of("productId", "LUME-01", "name", "Lampada Aurora", "price", "89,00 €");
    private static final List<Map<String, Object>> FOR_GIULIA =
            List.of(Map.of("place", "body", "name", "nome", "value", "Giulia"));

    public static final Map<String, Object> PRODUCT =
            Map.of("type", "product", "catalogId", CATALOGUE, "product", AURORA);

    /// They need nothing that was chosen for the number before.
    public static final List<Map<String, Object>> WITHOUT_CATALOGUE = List.of(
            Map.of("type", "text", "text", "Ecco il pacco: https://track.example/1"),
            Map.of("type", "location", "latitude", 45.4642, "longitude", 9.19, "name", "Duomo"),
            Map.of("type", "contacts", "cards", List.of(Map.of("name", "Bruno Conti"))),
            Map.of("type", "buttons", "text", "Confermi?", "buttons", List.of("Sì", "No")),
            Map.of(
                    "type",
                    "options",
                    "text",
                    "Quando?",
                    "button",
                    "Orari",
                    "sections",
                    List.of(Map.of("rows", List.of(Map.of("title", "9-11"), Map.of("title", "15-17"))))),
            Map.of("type", "link", "text", "Segui il pacco", "button", "Apri", "url", "https://track.example/1"),
            Map.of("type", "location-request", "text", "Dove ti trovi?"),
            Map.of("type", "template", "name", "grazie", "language", "it", "parameters", List.of()),
            Map.of("type", "template", "name", "possiamo_chiamarti", "language", "it", "parameters", FOR_GIULIA),
            Map.of(
                    "type",
                    "template",
                    "name",
                    "ritiro_in_negozio",
                    "language",
                    "it",
                    "parameters",
                    FOR_GIULIA,
                    "place",
                    Map.of("latitude", 45.472, "longitude", 9.187, "name", "Magazzino")));

    /// In an order of which each next one is another.
    public static final List<Map<String, Object>> ALL = Stream.concat(
                    WITHOUT_CATALOGUE.stream(),
                    Stream.<Map<String, Object>>of(
                            Map.of(
                                    "type",
                                    "products",
                                    "catalogId",
                                    CATALOGUE,
                                    "header",
                                    "Novità",
                                    "text",
                                    "Due lampade",
                                    "sections",
                                    List.of(Map.of("products", List.of(AURORA)))),
                            Map.of("type", "catalogue", "catalogId", CATALOGUE, "text", "Ecco tutto"),
                            PRODUCT))
            .toList();

    private EveryKind() {}
}
