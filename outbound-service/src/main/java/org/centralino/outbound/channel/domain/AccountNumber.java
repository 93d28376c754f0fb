package org.centralino.outbound.channel.domain;

import org.jspecify.annotations.Nullable;

/// A number of a WhatsApp Business account, as the platform lists it (fact sheet, section 11.1).
///
/// @param phoneNumberId the platform's id of it
/// @param displayNumber as the platform writes it
/// @param verifiedName the name that customers see
/// @param status `CONNECTED`, or what is the matter
public record AccountNumber(
        String phoneNumberId,
        @Nullable String displayNumber,
        @Nullable String verifiedName,
        @Nullable String status) {}
