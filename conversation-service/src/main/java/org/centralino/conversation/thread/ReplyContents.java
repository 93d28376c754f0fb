package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.centralino.events.Content;
import org.centralino.events.UnicodeText;
import org.centralino.kit.problem.Problem;

/// Makes of what an operator wants to send what the timeline shows and the platform gets.
@ApplicationScoped
class ReplyContents {

    /// @return what it comes to; fails with a problem when it cannot be sent as it is
    Uni<Content> of(ReplyContent wanted) {
        return switch (wanted) {
            case ReplyContent.Text(var text) -> Uni.createFrom().item(() -> new Content.Text(storable(text)));
        };
    }

    private static String storable(String text) {
        if (!UnicodeText.isStorable(text)) {
            throw Problem.invalid("content.text holds characters that are no text (U+0000 or half an emoji).")
                    .asException();
        }
        return text;
    }
}
