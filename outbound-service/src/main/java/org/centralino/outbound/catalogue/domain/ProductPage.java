package org.centralino.outbound.catalogue.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some products of a catalogue, in its order.
///
/// @param next where the next ones begin, by the platform; null when there are no more
public record ProductPage(List<Product> products, @Nullable String next) {
    public ProductPage {
        products = List.copyOf(products);
    }
}
