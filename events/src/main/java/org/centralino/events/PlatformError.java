package org.centralino.events;

import org.jspecify.annotations.Nullable;

/// Why the platform refused or failed a message (fact sheet, section 12).
///
/// @param code the platform's error code, such as 131047; 0 when there was none
/// @param title the platform's short words for it
/// @param detail the longer explanation
public record PlatformError(
        int code, @Nullable String title, @Nullable String detail) {}
