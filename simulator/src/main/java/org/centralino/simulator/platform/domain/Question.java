package org.centralino.simulator.platform.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer answers by pressing something, as a phone shows it (fact sheet, section 8.4).
///
/// @param kind the platform's word: `button`, `list`, `cta_url` or `location_request_message`
/// @param header the line above
/// @param footer the small line below
/// @param button what stands on the only button: it opens the list, or the page
/// @param url the page that it opens
/// @param choices what can be pressed or chosen
public record Question(
        String kind,
        @Nullable String header,
        String body,
        @Nullable String footer,
        @Nullable String button,
        @Nullable String url,
        List<Choice> choices) {
    public Question {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /// @param section what stands above it in a list; null when nothing does
    /// @param id what the answer brings back
    /// @param description the small line below
    public record Choice(
            @Nullable String section,
            String id,
            String title,
            @Nullable String description) {}
}
