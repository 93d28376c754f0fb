package org.centralino.outbound.number;

import java.util.List;
import org.centralino.outbound.WhatsAppConfig.BusinessNumber;
import org.centralino.outbound.number.domain.NumberHealth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A number of ours, and what the team can do with it.
///
/// @param number in digits
/// @param level `ok`, `warning` when something cannot be done, `stopped` when nobody can be answered
@Schema(name = "NumberHealth")
record NumberView(
        String phoneNumberId, String number, String name, HealthLevel level, List<LimitationView> limitations) {
    static NumberView of(BusinessNumber number, NumberHealth health) {
        return new NumberView(
                number.phoneNumberId(),
                number.number(),
                number.name(),
                HealthLevel.of(health.level()),
                health.limitations().stream().map(LimitationView::of).toList());
    }
}
