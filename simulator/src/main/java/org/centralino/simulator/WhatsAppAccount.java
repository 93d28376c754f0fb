package org.centralino.simulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/// The WhatsApp Business account that is played: what the product is configured with too.
@ConfigMapping(prefix = "centralino.whatsapp")
public interface WhatsAppAccount {
    /// The bearer token that Graph calls must carry.
    @WithDefault("local-access-token")
    String accessToken();

    /// App secrets, the current one first: it signs the webhooks.
    @WithDefault("local-app-secret")
    List<String> appSecrets();

    /// The business numbers that are there from the start.
    List<BusinessNumber> numbers();

    /// One number that customers can write to.
    interface BusinessNumber {
        /// Its Graph id; not the number.
        String phoneNumberId();

        /// Its digits, without `+`.
        String number();

        /// The id of its WhatsApp Business Account.
        String waba();

        /// Its verified name, which customers see.
        String name();
    }

    /// @return the number that customers write to unless they are told otherwise
    default BusinessNumber mainNumber() {
        return numbers().getFirst();
    }
}
