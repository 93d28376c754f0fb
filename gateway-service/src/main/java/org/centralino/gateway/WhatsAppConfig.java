package org.centralino.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/// The business's account on the WhatsApp platform.
@ConfigMapping(prefix = "centralino.whatsapp")
public interface WhatsAppConfig {

    /// The secrets of the platform's app, which sign its webhooks. Two while one replaces the other.
    Optional<List<String>> appSecrets();

    /// What the platform must say when the address of the webhooks is entered there.
    Optional<String> verifyToken();

    /// The secret of the hash that keys events on Kafka. Replicas must share it.
    Optional<String> keySecret();

    /// The business numbers that this installation serves, besides those that are connected in the page.
    List<BusinessNumber> numbers();

    /// One business number.
    interface BusinessNumber {
        /// The platform's id of it, which is not the number.
        String phoneNumberId();

        /// The number in digits.
        String number();

        /// What operators call it.
        @WithDefault("")
        String name();
    }
}
