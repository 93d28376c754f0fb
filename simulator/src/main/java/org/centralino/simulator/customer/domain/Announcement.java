package org.centralino.simulator.customer.domain;

import org.jspecify.annotations.Nullable;

/// A system message that tells what a customer was known by before. It may come late, or twice.
///
/// @param previousPhone digits without `+`; null when another BSUID is all that is told
/// @param previousUserId the BSUID
public record Announcement(
        @Nullable String previousPhone, @Nullable String previousUserId) {}
