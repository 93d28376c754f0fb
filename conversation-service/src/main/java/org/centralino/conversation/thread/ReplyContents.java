package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.centralino.conversation.attachment.AttachmentStore;
import org.centralino.events.Content;
import org.centralino.events.Person;
import org.centralino.events.UnicodeText;
import org.centralino.kit.problem.Problem;

/// Makes of what an operator wants to send what the timeline shows and the platform gets.
@ApplicationScoped
class ReplyContents {
    private final AttachmentStore attachments;

    ReplyContents(AttachmentStore attachments) {
        this.attachments = attachments;
    }

    /// @return what it comes to; fails with a problem when it cannot be sent as it is
    Uni<Content> of(UUID conversation, Person author, ReplyContent wanted) {
        return switch (wanted) {
            case ReplyContent.Text(var text) -> Uni.createFrom().item(() -> new Content.Text(storable(text)));
            case ReplyContent.WithFile file ->
                attachments
                        .of(file.attachmentId(), conversation, author)
                        .map(attachment -> FileContents.of(file, attachment));
        };
    }

    static String storable(String text) {
        if (!UnicodeText.isStorable(text)) {
            throw Problem.invalid("content.text holds characters that are no text (U+0000 or half an emoji).")
                    .asException();
        }
        return text;
    }
}
