package org.centralino.simulator.template.domain;

import org.jspecify.annotations.Nullable;

/// Why the platform does not take what was asked of a template. The code is 100 each time, and the subcode tells.
///
/// @param subcode null when there is none
/// @param title for people
/// @param message for people
public record Refusal(@Nullable Integer subcode, String title, String message) {
    static Refusal of(int subcode, String title, String message) {
        return new Refusal(subcode, title, message);
    }

    static Refusal plain(String message) {
        return new Refusal(null, "Invalid parameter", message);
    }
}
