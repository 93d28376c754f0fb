package org.centralino.kit.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.Person;
import org.jspecify.annotations.Nullable;

/// A conversation as far as a service knows it that did not open it.
///
/// @param access to whom it is visible
/// @param epoch how often its holder has changed
/// @param holder who is responsible; null when nobody is
/// @param since since when that is so
/// @param former to whom it was visible under the epoch before; empty when that was never told here
public record KnownConversation(
        UUID id, Access access, long epoch, @Nullable Person holder, Instant since, Optional<Access> former) {}
