package org.centralino.outbound.lane;

/// The platform refuses a number's access token: from now on nothing is sent by it.
public record NumberStops(String phoneNumberId) {}
