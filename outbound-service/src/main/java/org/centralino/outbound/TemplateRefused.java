package org.centralino.outbound;

/// The platform did not send a template because it has none of that name in that language, or none that can be sent
/// now (fact sheet, section 12.2: 132001, 132015, 132016): our copy says otherwise.
///
/// @param phoneNumberId of the number that was to send it
public record TemplateRefused(String phoneNumberId) {}
