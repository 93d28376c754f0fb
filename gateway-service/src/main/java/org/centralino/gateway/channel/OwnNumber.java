package org.centralino.gateway.channel;

/// A business number that this installation serves.
///
/// @param phoneNumberId the platform's id of it, which is not the number
/// @param number in digits
/// @param name what operators call it; empty when it has no name
public record OwnNumber(String phoneNumberId, String number, String name) {}
