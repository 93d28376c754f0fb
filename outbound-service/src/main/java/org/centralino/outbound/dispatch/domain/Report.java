package org.centralino.outbound.dispatch.domain;

/// A status that the platform reported for one of our messages.
///
/// @param platformId the platform's id of it (`wamid…`)
/// @param failed whether it reports a failure; everything else proves that the message was sent
public record Report(String platformId, boolean failed) {}
