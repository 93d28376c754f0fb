package org.centralino.conversation.addressbook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A customer as the list shows him.
///
/// @param name the best name there is
/// @param ownName what the team calls him
/// @param profileName what he calls himself on WhatsApp
/// @param displayPhone as people write it, in their country's groups; the platform may withhold the
///     number
/// @param lastActivityAt when something happened last in a conversation of his that the operator may see
/// @param clashes how many keys of his another contact claims, or has
/// @param group whether it is a group of customers
@Schema(name = "ContactItem")
public record ContactItem(
        UUID id,
        String name,
        @Nullable String ownName,
        @Nullable String profileName,
        @Nullable String username,
        @Nullable String displayPhone,
        @Nullable Instant lastActivityAt,
        int clashes,
        boolean group) {}
