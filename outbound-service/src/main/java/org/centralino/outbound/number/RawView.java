package org.centralino.outbound.number;

import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the platform sent.
///
/// @param raw as it came: JSON, or `base64:` and the bytes when it was no text
@Schema(name = "Raw")
record RawView(String raw) {
    static RawView orNotFound(@Nullable String raw, String what) {
        if (raw == null) {
            throw Problem.notFound(what).asException();
        }
        return new RawView(raw);
    }
}
