package org.centralino.simulator.catalogue.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.centralino.simulator.platform.domain.Question;
import org.centralino.simulator.platform.domain.Question.Offer;
import org.jspecify.annotations.Nullable;

/// A catalogue of products.
///
/// @param id its Graph id
public record Catalogue(String id, String name, List<Product> products) {
    private static final String WHOLE = "catalog_message";

    public Catalogue {
        products = List.copyOf(products);
    }

    /// A product.
    ///
    /// @param id the business' own id of it
    /// @param currency by ISO 4217
    /// @param availability in the platform's words
    public record Product(String id, String name, BigDecimal price, String currency, String availability) {
        /// @return whether it can be shown to customers
        public boolean isThere() {
            return availability.equals("in stock");
        }

        /// @return as the Graph API writes it
        public String writtenPrice() {
            return String.format(Locale.ITALY, "%,.2f\u00a0%s", price, currency.equals("EUR") ? "€" : currency);
        }

        Offer offer(@Nullable String section) {
            return new Offer(section, id, name, price, currency);
        }
    }

    /// @param words null for all products
    /// @return those in whose name the words stand
    public List<Product> named(@Nullable String words) {
        var sought = words == null ? "" : words.toLowerCase(Locale.ROOT);
        return products.stream()
                .filter(product -> product.name().toLowerCase(Locale.ROOT).contains(sought))
                .toList();
    }

    /// @param asked names products by their ids
    /// @return the same with what they are called and cost; empty when one cannot be shown
    public Optional<Question> filled(Question asked) {
        if (asked.catalog() != null && !asked.catalog().equals(id)) {
            return Optional.empty();
        }
        var offers = new ArrayList<Offer>();
        for (var offer : asked.offers()) {
            var product = products.stream()
                    .filter(it -> it.id().equals(offer.id()) && it.isThere())
                    .findFirst();
            if (product.isEmpty()) {
                return Optional.empty();
            }
            offers.add(product.get().offer(offer.section()));
        }
        if (asked.kind().equals(WHOLE)) {
            products.stream()
                    .filter(product -> product.isThere()
                            && offers.stream().noneMatch(offer -> offer.id().equals(product.id())))
                    .forEach(product -> offers.add(product.offer(null)));
        }
        return Optional.of(asked.offering(id, offers));
    }
}
