package org.centralino.events;

import java.util.UUID;

/// To whom a conversation is visible: everything about it is shown to those whose permissions cover this, and
/// to nobody else.
///
/// @param phoneNumberId the business number's platform id; some operators are limited to some numbers
/// @param teamId the team that the conversation belongs to, or null when it belongs to none
/// @param assigneeId the operator who is responsible, or null when nobody is
public record Access(String phoneNumberId, UUID teamId, UUID assigneeId) {}
