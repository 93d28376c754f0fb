package org.centralino.outbound.number;

import java.util.List;
import org.centralino.outbound.OwnNumber;
import org.centralino.outbound.number.domain.NumberHealth;

/// A number with all that holds of it.
///
/// @param health what the team can do with it
/// @param facts what the platform said last of each thing
record NumberDetails(NumberView health, List<FactView> facts) {
    static NumberDetails of(OwnNumber number, NumberHealth health) {
        return new NumberDetails(
                NumberView.of(number, health),
                health.facts().stream().map(FactView::of).toList());
    }
}
