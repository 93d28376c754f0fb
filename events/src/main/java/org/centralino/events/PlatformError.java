package org.centralino.events;

/// Why the platform refused or failed a message (fact sheet, section 12).
///
/// @param code the platform's error code, such as 131047; 0 when there was none
/// @param title the platform's short words for it, or null
/// @param detail the longer explanation, or null
public record PlatformError(int code, String title, String detail) {}
