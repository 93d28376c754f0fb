package org.centralino.gateway.live.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.centralino.events.Access;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationState;
import org.centralino.events.Event;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.jspecify.annotations.Nullable;

/// A topic whose events browsers are told. An event is passed on as it came, so it is read only as far as it
/// says who may see it.
public enum LiveTopic {
    CONVERSATION(Topics.CONVERSATION, WireFormat.CONVERSATION, access -> Optional.of(new Sight.InConversation(access))),
    NOTES(Topics.NOTES, WireFormat.NOTES, access -> Optional.of(new Sight.InNotes(access))),
    /// Who was responsible before matters too, and stands at the end of the event.
    ASSIGNMENT(Topics.ASSIGNMENT, WireFormat.ASSIGNMENT, _ -> Optional.empty()),
    TEMPLATE(Topics.TEMPLATE, WireFormat.TEMPLATE, _ -> Optional.empty()),
    CHANNEL(Topics.CHANNEL, WireFormat.CHANNEL, _ -> Optional.empty());

    private static final JsonFactory JSON = new JsonFactory();

    private final String topic;
    private final WireFormat<? extends Event> format;
    private final Function<Access, Optional<Sight>> byAccess;

    LiveTopic(String topic, WireFormat<? extends Event> format, Function<Access, Optional<Sight>> byAccess) {
        this.topic = topic;
        this.format = format;
        this.byAccess = byAccess;
    }

    /// @param topic the name of one of the topics on Kafka
    public static LiveTopic of(String topic) {
        return Arrays.stream(values())
                .filter(live -> live.topic.equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not told to browsers: " + topic));
    }

    /// @return its name on Kafka
    public String topic() {
        return topic;
    }

    /// @param type the CloudEvents type
    /// @param json the record's value
    /// @return who may see the event; nobody when this version does not know the type
    /// @throws WireFormat.MalformedEventException when it does not say who may see it
    public Sight sightOf(String type, byte @Nullable [] json) {
        var known = format.types().get(type);
        return known == null || isOfThePast(known, type, json)
                ? new Sight.Nobodys()
                : accessIn(json).flatMap(byAccess).orElseGet(() -> Sight.on(format.read(type, json)));
    }

    /// The phone may hand over half a year within minutes: it is there for whoever looks, and would
    /// drive what is new out of the ring.
    private boolean isOfThePast(Class<? extends Event> known, String type, byte @Nullable [] json) {
        return known == ConversationEvent.MessageSynced.class
                || known == ConversationEvent.Opened.class
                        && format.read(type, json) instanceof ConversationEvent.Opened opened
                        && opened.conversation().status() == ConversationState.Status.RESOLVED;
    }

    /// @return to whom the event is visible, when it says so right behind the conversation's id, as each does
    ///     that was told since events say it
    private static Optional<Access> accessIn(byte @Nullable [] json) {
        if (json == null) {
            return Optional.empty();
        }
        try (var parser = JSON.createParser(json)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                            && "conversationId".equals(parser.nextFieldName())
                            && parser.nextToken() == JsonToken.VALUE_STRING
                            && "access".equals(parser.nextFieldName())
                            && parser.nextToken() == JsonToken.START_OBJECT
                    ? access(parser)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unusual) {
            return Optional.empty();
        }
    }

    private static Optional<Access> access(JsonParser parser) throws IOException {
        @Nullable String phoneNumberId = null;
        @Nullable UUID teamId = null;
        @Nullable UUID assigneeId = null;
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                return Optional.empty();
            }
            switch (name) {
                case "phoneNumberId" -> phoneNumberId = parser.getText();
                case "teamId" -> teamId = UUID.fromString(parser.getText());
                case "assigneeId" -> assigneeId = UUID.fromString(parser.getText());
                default -> {}
            }
        }
        return parser.currentToken() == JsonToken.END_OBJECT
                ? Optional.of(new Access(phoneNumberId, teamId, assigneeId))
                : Optional.empty();
    }
}
