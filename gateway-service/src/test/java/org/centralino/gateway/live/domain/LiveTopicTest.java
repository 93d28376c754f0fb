package org.centralino.gateway.live.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationState;
import org.centralino.events.MessageStatus;
import org.centralino.events.NoteEvent;
import org.centralino.events.Person;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTopicTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID CONVERSATION = new UUID(1, 1);
    private static final Person ANNA = new Person(new UUID(0, 1), "Anna");
    private static final Person BRUNO = new Person(new UUID(0, 2), "Bruno");
    private static final Access OF_ANNA = new Access("510000000000023", new UUID(5, 5), ANNA.id());
    private static final Access OF_NOBODY = new Access("510000000000023", null, null);
    private static final String RESOLVED = "conversation.resolved.v1";

    @Test
    void what_happened_in_a_conversation_is_judged_by_the_access_that_it_names() {
        assertThat(sightOf(resolved(OF_ANNA))).isEqualTo(new Sight.InConversation(OF_ANNA));
        assertThat(sightOf(resolved(OF_NOBODY))).isEqualTo(new Sight.InConversation(OF_NOBODY));
    }

    @Test
    void an_event_without_an_access_is_judged_by_the_conversation_as_it_stood() {
        assertThat(sightOf(resolved(null)))
                .isEqualTo(new Sight.InConversation(new Access("510000000000023", null, BRUNO.id())));
    }

    @Test
    void a_note_is_judged_as_a_note() {
        var note = new NoteEvent.Written(CONVERSATION, OF_ANNA, new UUID(2, 2), ANNA, "Segreto", ANNA, NOW);

        assertThat(LiveTopic.NOTES.sightOf(WireFormat.NOTES.typeOf(note), WireFormat.NOTES.write(note)))
                .isEqualTo(new Sight.InNotes(OF_ANNA));
    }

    @Test
    void a_change_of_the_responder_is_judged_by_who_was_it_before_too() {
        var taken = new AssignmentEvent.TakenOver(CONVERSATION, OF_ANNA, 2, ANNA, BRUNO, NOW);

        assertThat(LiveTopic.ASSIGNMENT.sightOf(
                        WireFormat.ASSIGNMENT.typeOf(taken), WireFormat.ASSIGNMENT.write(taken)))
                .isEqualTo(new Sight.OfResponder(
                        CONVERSATION, OF_ANNA, new Access("510000000000023", new UUID(5, 5), BRUNO.id())));
    }

    @Test
    void nothing_is_read_behind_the_access() {
        var cut = "{\"conversationId\":\"%s\",\"access\":{\"phoneNumberId\":\"5\",\"new\":\"x\"},\"cont"
                .formatted(CONVERSATION);

        assertThat(LiveTopic.CONVERSATION.sightOf(RESOLVED, utf8(cut)))
                .isEqualTo(new Sight.InConversation(new Access("5", null, null)));
    }

    @Test
    void an_access_that_stands_elsewhere_is_found_all_the_same() {
        var written = new String(WireFormat.CONVERSATION.write(resolved(OF_ANNA)), StandardCharsets.UTF_8);
        var other = written.replaceFirst("\\{", "{\"new\":{\"access\":{}},");

        assertThat(LiveTopic.CONVERSATION.sightOf(RESOLVED, utf8(other))).isEqualTo(new Sight.InConversation(OF_ANNA));
    }

    @Test
    void what_the_phone_hands_over_of_the_past_is_told_to_nobody() {
        var message = new ConversationEvent.MessageSynced(
                CONVERSATION,
                OF_NOBODY,
                new UUID(3, 3),
                -1,
                "wamid.H1",
                NOW,
                false,
                new Content.Text("Salve"),
                null,
                null,
                MessageStatus.RECEIVED,
                NOW,
                state(ConversationState.Status.RESOLVED));

        assertThat(sightOf(message)).isEqualTo(new Sight.Nobodys());
        assertThat(sightOf(opened(ConversationState.Status.RESOLVED))).isEqualTo(new Sight.Nobodys());
        assertThat(sightOf(opened(ConversationState.Status.OPEN))).isEqualTo(new Sight.InConversation(OF_NOBODY));
    }

    @Test
    void a_type_that_is_not_known_is_shown_to_nobody() {
        assertThat(LiveTopic.CONVERSATION.sightOf(
                        "conversation.vanished.v1", WireFormat.CONVERSATION.write(resolved(OF_NOBODY))))
                .isEqualTo(new Sight.Nobodys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"conversationId\":\"x\"",
                "{\"conversationId\":\"x\",\"access\":{\"assigneeId\":{\"id\":1}}}",
                "{\"conversationId\":\"x\",\"access\":{\"assigneeId\":\"Anna\"}}",
                "{\"conversationId\":\"x\",\"access\":{\"assigneeId\":",
            })
    void what_is_not_of_its_form_is_shown_to_nobody_by_accident(String broken) {
        assertThatThrownBy(() -> LiveTopic.CONVERSATION.sightOf(RESOLVED, utf8(broken)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_topic_is_found_by_its_name() {
        assertThat(LiveTopic.of(Topics.NOTES)).isEqualTo(LiveTopic.NOTES);
        assertThatThrownBy(() -> LiveTopic.of(Topics.WHATSAPP)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Sight sightOf(ConversationEvent event) {
        return LiveTopic.CONVERSATION.sightOf(
                WireFormat.CONVERSATION.typeOf(event), WireFormat.CONVERSATION.write(event));
    }

    private static ConversationEvent resolved(Access access) {
        return new ConversationEvent.Resolved(CONVERSATION, access, ANNA, NOW, state(ConversationState.Status.OPEN));
    }

    private static ConversationEvent opened(ConversationState.Status status) {
        return new ConversationEvent.Opened(CONVERSATION, OF_NOBODY, NOW, state(status), null);
    }

    private static ConversationState state(ConversationState.Status status) {
        return new ConversationState(1, "510000000000023", null, status, null, 1, BRUNO, 1, null, null, NOW, NOW);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
