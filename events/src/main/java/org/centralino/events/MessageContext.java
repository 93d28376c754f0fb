package org.centralino.events;

import org.jspecify.annotations.Nullable;

/// What a message refers to (fact sheet, section 4.3 and 4.4).
///
/// @param answers the platform's id of the message that it answers; the platform may name one that is
///     older than this inbox
/// @param forwarded whether it was passed on from another chat
/// @param forwardedOften whether it was passed on more than five times
/// @param product the product from whose page the customer asks
/// @param referral the ad or the post that the customer came from
/// @param summary what was said with another application before, as a machine sums it up (fact sheet, section 17)
public record MessageContext(
        @Nullable String answers,
        boolean forwarded,
        boolean forwardedOften,
        @Nullable Product product,
        @Nullable Referral referral,
        @Nullable String summary) {

    public MessageContext(@Nullable String answers, boolean forwarded, boolean forwardedOften) {
        this(answers, forwarded, forwardedOften, null, null, null);
    }

    /// A product of the business' catalogue.
    ///
    /// @param catalogId the platform's id of the catalogue
    /// @param productId the business' own id of the product
    public record Product(
            @Nullable String catalogId, @Nullable String productId) {}

    /// An ad or a post with a way to WhatsApp. Any of it may be missing.
    ///
    /// @param sourceType the platform's word: `ad`, `post`, or one that is new
    /// @param sourceId the platform's id of it
    /// @param sourceUrl where it stands
    /// @param headline its title
    /// @param body its text
    /// @param welcome what WhatsApp greeted the customer with, in the business' name
    /// @param clickId the platform's id of the tap, for measuring ads
    public record Referral(
            @Nullable String sourceType,
            @Nullable String sourceId,
            @Nullable String sourceUrl,
            @Nullable String headline,
            @Nullable String body,
            @Nullable String welcome,
            @Nullable String clickId) {}
}
