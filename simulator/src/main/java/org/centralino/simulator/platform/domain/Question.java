package org.centralino.simulator.platform.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer answers by pressing something, as a phone shows it (fact sheet, section 8.4).
///
/// @param kind the platform's word: `button`, `list`, `cta_url`, `location_request_message`, `product`,
///     `product_list` or `catalog_message`
/// @param header the line above
/// @param body empty when a product stands alone
/// @param footer the small line below
/// @param button what stands on the only button: it opens the list, or the page
/// @param url the page that it opens
/// @param choices what can be pressed or chosen
/// @param catalog the id of the catalogue of which products are shown
/// @param offers the products that are shown
public record Question(
        String kind,
        @Nullable String header,
        String body,
        @Nullable String footer,
        @Nullable String button,
        @Nullable String url,
        List<Choice> choices,
        @Nullable String catalog,
        List<Offer> offers) {
    public Question {
        choices = choices == null ? List.of() : List.copyOf(choices);
        offers = offers == null ? List.of() : List.copyOf(offers);
    }

    /// @param section what stands above it in a list; null when nothing does
    /// @param id what the answer brings back
    /// @param description the small line below
    public record Choice(
            @Nullable String section,
            String id,
            String title,
            @Nullable String description) {}

    /// A product.
    ///
    /// @param section what stands above it in a list; null when nothing does
    /// @param id the business' own id of it
    /// @param name as the catalogue calls it; null until it was looked up
    /// @param price of one; null until it was looked up
    /// @param currency by ISO 4217; null until it was looked up
    public record Offer(
            @Nullable String section,
            String id,
            @Nullable String name,
            @Nullable BigDecimal price,
            @Nullable String currency) {}

    /// @return whether it shows products
    public boolean isOfCatalogue() {
        return kind.equals("product") || kind.equals("product_list") || kind.equals("catalog_message");
    }

    /// @return the same with these products
    public Question offering(String catalogue, List<Offer> products) {
        return new Question(kind, header, body, footer, button, url, choices, catalogue, products);
    }
}
