package org.centralino.outbound.catalogue.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A product of a catalogue.
///
/// @param productId the business' own id of it
/// @param price with its currency, as the catalogue writes it; null when it has none
/// @param isAvailable whether customers can have it now; the platform refuses to show what they cannot
public record Product(
        String productId, String name, @Nullable String price, boolean isAvailable) {
    private static final Set<String> NOT_TO_BE_HAD = Set.of("out of stock", "discontinued", "mark_as_sold");

    /// @param availability the platform's word; null when it says nothing
    public static boolean isAvailable(@Nullable String availability) {
        return availability == null || !NOT_TO_BE_HAD.contains(availability);
    }
}
