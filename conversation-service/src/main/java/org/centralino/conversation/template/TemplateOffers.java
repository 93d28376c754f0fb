package org.centralino.conversation.template;

import java.util.List;

/// The templates that may be sent in a conversation, those that are probably meant first.
///
/// @param more whether there are others, which a search finds
public record TemplateOffers(List<TemplateOffer> items, boolean more) {}
