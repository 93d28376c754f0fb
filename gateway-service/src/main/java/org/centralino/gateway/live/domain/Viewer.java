package org.centralino.gateway.live.domain;

import org.centralino.kit.operator.Visibility;

/// What the operator behind a socket may see.
///
/// @param readsNotes whether internal notes are for him
/// @param seesTemplates whether he looks after templates, or sends them
public record Viewer(Visibility visibility, boolean readsNotes, boolean seesTemplates) {}
