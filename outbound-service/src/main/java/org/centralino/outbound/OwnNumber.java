package org.centralino.outbound;

import java.time.Instant;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A business number that this installation serves.
///
/// @param phoneNumberId the platform's id of it, which is not the number
/// @param number in digits
/// @param name what operators call it; empty when it has no name
/// @param accountId the platform's id of its WhatsApp Business account; null when it is not known
/// @param ofSettings whether the installation's settings name it; else it was connected in the page
/// @param catalogId the platform's id of the catalogue whose products it shows; null when it shows none
/// @param subscribedAt since when the platform tells us what happens in its account; null before that
/// @param registeredAt since when the platform lets it send; null before that
/// @param heardAt when something of it was heard first; null before that
/// @param checkedAt when the platform said last whether it is subscribed and registered; null before that
public record OwnNumber(
        String phoneNumberId,
        String number,
        String name,
        @Nullable String accountId,
        boolean ofSettings,
        @Nullable String catalogId,
        @Nullable Instant subscribedAt,
        @Nullable Instant registeredAt,
        @Nullable Instant heardAt,
        @Nullable Instant checkedAt) {

    /// @return the id of its account
    /// @throws org.centralino.kit.problem.ProblemException 409 when nobody has named it
    public String neededAccount() {
        if (accountId == null) {
            throw Problem.of(
                            409,
                            "account-unknown",
                            "The account of this number is not known",
                            "Set the id of its WhatsApp Business account in the settings of the number.")
                    .asException();
        }
        return accountId;
    }

    /// @return the id of its catalogue
    /// @throws org.centralino.kit.problem.ProblemException 409 when it shows no products
    public String neededCatalogue() {
        if (catalogId == null) {
            throw Problem.of(
                            409,
                            "no-catalogue",
                            "This number has no catalogue",
                            "Whoever manages numbers can choose one under Numbers, so that its products can be shown to customers.")
                    .asException();
        }
        return catalogId;
    }

    /// @return whether messages can come and go; of a number of the settings its installer has seen to that, until the
    ///     platform says otherwise
    public boolean isConnected() {
        return isConnected(ofSettings, subscribedAt, registeredAt, checkedAt);
    }

    /// @return the same, of what stands in its row
    public static boolean isConnected(
            boolean ofSettings,
            @Nullable Instant subscribedAt,
            @Nullable Instant registeredAt,
            @Nullable Instant checkedAt) {
        return subscribedAt != null && registeredAt != null || ofSettings && checkedAt == null;
    }
}
