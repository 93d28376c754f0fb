package org.centralino.outbound.catalogue.domain;

import org.jspecify.annotations.Nullable;

/// A catalogue that is connected to a WhatsApp Business account.
///
/// @param id the platform's id of it
public record Catalogue(String id, @Nullable String name) {}
