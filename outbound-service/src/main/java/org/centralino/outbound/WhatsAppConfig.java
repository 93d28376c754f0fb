package org.centralino.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where the platform is, and how to speak to it.
@ConfigMapping(prefix = "centralino.whatsapp")
public interface WhatsAppConfig {

    /// The Graph API. The access token goes to this host and to no other.
    @WithDefault("https://graph.facebook.com")
    URI graphUrl();

    /// The version of the Graph API.
    @WithDefault("v25.0")
    String graphVersion();

    /// The token that may send for our numbers. There is no default: without one nothing can be sent.
    String accessToken();

    /// How long to wait for the platform's answer to a message, all in all.
    @WithDefault("10s")
    Duration graphTimeout();

    /// How long to wait for a connection. What fails here was not sent.
    @WithDefault("5s")
    Duration graphConnectTimeout();

    /// From where files of messages may be fetched, besides the Graph API. The access token goes there, too, and to
    /// no other place.
    @WithDefault("https://lookaside.fbsbx.com")
    List<URI> mediaUrls();

    /// The business numbers that this installation serves, the same as at the gateway, besides those that are connected
    /// in the page.
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

        /// The platform's id of the WhatsApp Business account that it belongs to. Without it its templates are not
        /// known.
        Optional<String> accountId();
    }
}
