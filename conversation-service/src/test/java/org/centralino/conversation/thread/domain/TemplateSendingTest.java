package org.centralino.conversation.thread.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.kit.Decision.rejected;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centralino.conversation.thread.domain.ConversationCommand.Resolve;
import org.centralino.conversation.thread.domain.ConversationCommand.SendReply;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationState;
import org.centralino.events.ConversationState.Contact;
import org.centralino.events.ConversationState.Status;
import org.centralino.events.Person;
import org.centralino.events.Template.Category;
import org.centralino.kit.Decision;
import org.junit.jupiter.api.Test;

class TemplateSendingTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Person ANNA = new Person(new UUID(0, 1), "Anna Ricci");
    private static final Person BRUNO = new Person(new UUID(0, 2), "Bruno Conti");
    private static final Content TEMPLATE = new Content.FromTemplate(
            "Ciao",
            "spedizione_in_ritardo",
            "it",
            Category.UTILITY,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null);

    @Test
    void a_template_may_be_sent_when_the_window_is_closed() {
        assertThat(accepted(heldByAnna().decide(by(ANNA, NOON.plus(Duration.ofDays(3)))))
                        .content())
                .isEqualTo(TEMPLATE);
    }

    @Test
    void a_template_opens_no_window() {
        var then = accepted(heldByAnna().decide(by(ANNA, NOON.plus(Duration.ofDays(3)))));

        assertThat(then.conversation().windowExpiresAt()).isEqualTo(NOON);
    }

    @Test
    void who_does_not_hold_the_conversation_sends_no_template_either() {
        assertThat(heldByAnna().decide(by(BRUNO, NOON))).isEqualTo(rejected(Refusal.HELD_BY_ANOTHER_OPERATOR));
    }

    @Test
    void a_resolved_conversation_is_reopened_first() {
        var resolved = heldByAnna();
        if (resolved.decide(new Resolve(ANNA, false, 0, NOON)) instanceof Decision.Accepted(var facts)) {
            resolved = resolved.after(facts.getFirst());
        }

        assertThat(resolved.decide(by(ANNA, NOON))).isEqualTo(rejected(Refusal.CONVERSATION_RESOLVED));
    }

    private static SendReply by(Person author, Instant at) {
        return new SendReply(
                new UUID(0, 8),
                author,
                new Recipient("+393475550198", null),
                TEMPLATE,
                null,
                null,
                0,
                1,
                false,
                false,
                null,
                null,
                null,
                null,
                at);
    }

    private static ReplyQueued accepted(Decision<?, Refusal> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (ReplyQueued) ((Decision.Accepted<?, Refusal>) decision).events().getFirst();
    }

    private static Conversation heldByAnna() {
        var contact = new Contact(new UUID(0, 42), "Giulia Ferri", "+393475550198", null);
        var state = new ConversationState(
                1, "510000000000023", contact, Status.OPEN, null, 1, ANNA, 0, NOON, null, NOON, NOON);
        return new Conversation(new UUID(0, 5), state, new Conversation.Newest(null, 1, NOON), 0, null);
    }
}
