package org.centralino.notes.conversation;

import java.util.UUID;
import org.centralino.events.Person;

/// A conversation as far as notes care.
///
/// @param assignee who holds it, or null
public record Conversation(UUID id, Person assignee) {}
