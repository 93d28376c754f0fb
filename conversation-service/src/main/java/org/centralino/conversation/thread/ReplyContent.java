package org.centralino.conversation.thread;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What an operator wants the customer to get (fact sheet, section 8.3).
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = ReplyContent.Text.class, name = "text")})
@Schema(
        oneOf = {ReplyContent.Text.class},
        discriminatorProperty = "type",
        discriminatorMapping = {@DiscriminatorMapping(value = "text", schema = ReplyContent.Text.class)})
public sealed interface ReplyContent {

    /// Words.
    ///
    /// @param text up to 4,096 characters
    @Schema(name = "TextContent")
    record Text(
            @NotBlank(message = "must not be empty")
            @Size(max = 4096, message = "is longer than WhatsApp allows: at most 4096 characters")
            String text)
            implements ReplyContent {}
}
