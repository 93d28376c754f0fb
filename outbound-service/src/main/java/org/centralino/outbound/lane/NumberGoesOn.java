package org.centralino.outbound.lane;

/// The platform takes a number's access token again, or there is another one: what waited for it goes on.
public record NumberGoesOn(String phoneNumberId) {}
