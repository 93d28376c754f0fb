package org.centralino.conversation.inbox;

/// How many conversations each list of the inbox holds.
public record Counts(long mine, long unassigned, long all, long failed, long resolved) {}
