package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.centralino.conversation.template.TemplateStore;
import org.centralino.conversation.template.domain.Value;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.Content;
import org.centralino.events.UnicodeText;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.problem.Problem;

/// Makes of what an operator wants to send what the timeline shows and the platform gets.
@ApplicationScoped
class ReplyContents {
    private final TemplateStore templates;

    ReplyContents(TemplateStore templates) {
        this.templates = templates;
    }

    /// @param conversation in which it is to be sent
    /// @return what it comes to; fails with a problem when it cannot be sent as it is
    Uni<Content> of(ReplyContent wanted, Transaction transaction, Conversation conversation) {
        return switch (wanted) {
            case ReplyContent.Text(var text) -> Uni.createFrom().item(() -> new Content.Text(storable(text)));
            case ReplyContent.Template template ->
                templates.filled(
                        transaction,
                        conversation.state().contact().id(),
                        conversation.state().phoneNumberId(),
                        template.name(),
                        template.language(),
                        values(template));
        };
    }

    /// What can be sent may have changed meanwhile; what was wanted then has not.
    ///
    /// @return whether this is what that came to
    static boolean cameTo(ReplyContent wanted, Content content) {
        return switch (wanted) {
            case ReplyContent.Text(var text) -> content.equals(new Content.Text(text));
            case ReplyContent.Template template ->
                content instanceof Content.FromTemplate sent
                        && sent.name().equals(template.name())
                        && sent.language().equals(template.language())
                        && sameValues(filledIn(sent), values(template));
        };
    }

    private static boolean sameValues(List<Value> some, List<Value> others) {
        return some.size() == others.size() && some.containsAll(others);
    }

    private static List<Value> filledIn(Content.FromTemplate sent) {
        return sent.parameters().stream()
                .map(it -> new Value(
                        it.parameter().place(),
                        it.parameter().card(),
                        it.parameter().button(),
                        it.parameter().name(),
                        it.value()))
                .toList();
    }

    private static List<Value> values(ReplyContent.Template template) {
        return template.parameters().stream()
                .map(it -> new Value(it.place(), it.card(), it.button(), it.name(), it.value()))
                .toList();
    }

    private static String storable(String text) {
        if (!UnicodeText.isStorable(text)) {
            throw Problem.invalid("content.text holds characters that are no text (U+0000 or half an emoji).")
                    .asException();
        }
        return text;
    }
}
