package org.centralino.outbound.whatsapp;

import org.centralino.events.PlatformError;

/// The platform refused a number's access token in a call that is no message.
///
/// @param token the fingerprint of the one that the call carried
public record TokenRefused(String phoneNumberId, String token, PlatformError error) {}
