package org.centralino.outbound.lane.domain;

import org.centralino.events.PlatformError;

/// A number sends nothing: the platform refuses its access token.
///
/// @param error what the platform said
/// @param token the fingerprint of the token that it refused
public record Stop(PlatformError error, String token) {}
