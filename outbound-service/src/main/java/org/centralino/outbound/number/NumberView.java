package org.centralino.outbound.number;

import java.util.List;
import org.centralino.kit.phone.DisplayPhone;
import org.centralino.outbound.OwnNumber;
import org.centralino.outbound.number.domain.NumberHealth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A number of ours, and what the team can do with it.
///
/// @param number in digits
/// @param displayPhone as people write it, in their country's groups
/// @param accountId the platform's id of its WhatsApp Business account; missing when nobody has named it
/// @param catalogId the platform's id of the catalogue whose products it shows; missing when it shows none
/// @param ofSettings whether the installation's settings name it, so that it cannot be changed here
/// @param connected whether messages can come and go; else somebody has to finish connecting it
/// @param level `ok`, `warning` when something cannot be done, `stopped` when nobody can be answered
@Schema(name = "NumberHealth")
record NumberView(
        String phoneNumberId,
        String number,
        String displayPhone,
        String name,
        @Nullable String accountId,
        @Nullable String catalogId,
        boolean ofSettings,
        boolean connected,
        HealthLevel level,
        List<LimitationView> limitations) {
    static NumberView of(OwnNumber number, NumberHealth health) {
        return new NumberView(
                number.phoneNumberId(),
                number.number(),
                DisplayPhone.of(number.number()),
                number.name(),
                number.accountId(),
                number.catalogId(),
                number.ofSettings(),
                number.isConnected(),
                HealthLevel.of(health.level()),
                health.limitations().stream().map(LimitationView::of).toList());
    }
}
