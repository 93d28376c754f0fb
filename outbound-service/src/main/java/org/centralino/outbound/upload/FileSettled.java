package org.centralino.outbound.upload;

/// A file reached the platform, or will not: what waited for it may go on.
///
/// @param attachmentId our id of it
public record FileSettled(String attachmentId) {}
