package org.centralino.conversation.media;

import java.time.Instant;

/// Lets a page of this operator show files of one conversation: given as `ticket` with their
/// addresses.
///
/// @param ticket worth as much as an access token for these files
/// @param expiresAt until when it is good
public record MediaTicketView(String ticket, Instant expiresAt) {}
