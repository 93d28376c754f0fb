package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.cut;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;
import static org.centralino.gateway.webhook.domain.PlatformJson.url;

import com.fasterxml.jackson.databind.JsonNode;
import org.centralino.events.MessageContext;
import org.centralino.events.MessageContext.Product;
import org.centralino.events.MessageContext.Referral;
import org.jspecify.annotations.Nullable;

/// Reads what a message refers to (fact sheet, sections 4.3 and 4.4).
final class ContextReading {
    /// So much the platform allows of what goes with a handover.
    private static final int LONGEST_PROSE = 2_000;
    private static final Product NO_PRODUCT = new Product(null, null);
    private static final Referral NO_REFERRAL = new Referral(null, null, null, null, null, null, null);

    private ContextReading() {}

    /// @return what the message refers to; null when that is nothing
    static @Nullable MessageContext contextOf(JsonNode message) {
        var context = message.path("context");
        var answers = text(context, "id");
        var often = context.path("frequently_forwarded").asBoolean();
        var forwarded = often || context.path("forwarded").asBoolean();
        var product = product(context.path("referred_product"));
        var referral = referral(message.path("referral"));
        var summary = summary(message);
        return answers == null && !forwarded && product == null && referral == null && summary == null
                ? null
                : new MessageContext(answers, forwarded, often, product, referral, summary);
    }

    /// @param said a message or a handover
    /// @return what was said so far, as a machine sums it up (fact sheet, section 17)
    static @Nullable String summary(JsonNode said) {
        return prose(text(said.path("conversation_context").path("summary"), "text"));
    }

    /// @return the words for people to read, of a bearable length; null when there are none
    static @Nullable String prose(@Nullable String words) {
        return words == null || words.isBlank() ? null : cut(words, LONGEST_PROSE);
    }

    private static @Nullable Product product(JsonNode said) {
        var product = new Product(line(said, "catalog_id"), line(said, "product_retailer_id"));
        return product.equals(NO_PRODUCT) ? null : product;
    }

    private static @Nullable Referral referral(JsonNode said) {
        var referral = new Referral(
                line(said, "source_type"),
                line(said, "source_id"),
                url(said, "source_url"),
                line(said, "headline"),
                text(said, "body"),
                text(said.path("welcome_message"), "text"),
                line(said, "ctwa_clid"));
        return referral.equals(NO_REFERRAL) ? null : referral;
    }
}
