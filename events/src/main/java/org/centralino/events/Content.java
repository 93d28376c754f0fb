package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a message says. Kinds are added over time; a reader that meets a kind it does not know sees
/// [Unsupported].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", visible = true, defaultImpl = Content.Unsupported.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Content.Unsupported.class, name = "unsupported")
})
public sealed interface Content {

    /// Plain text with the platform's own formatting marks left in.
    ///
    /// @param text what was written; never holds U+0000 or a lone surrogate
    @JsonIgnoreProperties("type")
    record Text(String text) implements Content {}

    /// A kind of message that Centralino does not show yet. The customer's phone has it.
    ///
    /// @param platformType the platform's name of the kind, such as `image`
    /// @param text a caption or other words that came with it
    record Unsupported(String platformType, @Nullable String text) implements Content {
        private static final String NAME = "unsupported";

        /// Reads this kind, and every kind that a newer writer knows and we do not: its name is kept.
        @JsonCreator
        static Unsupported read(
                @JsonProperty("type") String kind,
                @JsonProperty("platformType") @Nullable String platformType,
                @JsonProperty("text") @Nullable String text) {
            return new Unsupported(Objects.requireNonNullElse(platformType, kind == null ? NAME : kind), text);
        }
    }
}
