package org.centralino.conversation.reaction;

import java.util.List;
import java.util.UUID;
import org.centralino.events.Reaction;

/// What stands on a message now.
///
/// @param messageId the message
/// @param reactions all emojis on it, ours among them with how far it has come
public record ReactionView(UUID messageId, List<Reaction> reactions) {}
