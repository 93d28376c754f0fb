package org.centralino.simulator.platform.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template as a phone shows it: everything is filled in.
///
/// @param category what it counts as, in the platform's word
/// @param file what the file above is: the key of a label; null when there is none
/// @param header the line above
/// @param footer the small line below
public record TemplateCard(
        String category,
        @Nullable String file,
        @Nullable String header,
        String body,
        @Nullable String footer,
        List<Button> buttons) {

    /// Something to press.
    ///
    /// @param type in the platform's word
    /// @param text what stands on it
    /// @param value where it leads, what it calls or copies, or what an answer by it brings back
    public record Button(String type, String text, @Nullable String value) {}

    public boolean isMarketing() {
        return category.equals("MARKETING");
    }
}
