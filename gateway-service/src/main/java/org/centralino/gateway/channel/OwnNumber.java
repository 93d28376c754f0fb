package org.centralino.gateway.channel;

import org.jspecify.annotations.Nullable;

/// A business number that this installation serves.
///
/// @param phoneNumberId the platform's id of it, which is not the number
/// @param number in digits
/// @param name what operators call it; empty when it has no name
/// @param catalogId the platform's id of the catalogue whose products it shows; null when it shows none
/// @param connected whether messages can come and go, as far as is known
public record OwnNumber(
        String phoneNumberId,
        String number,
        String name,
        @Nullable String catalogId,
        boolean connected) {}
