package org.centralino.events;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A topic with its vocabulary, as the tests walk through it.
///
/// @param topic the topic's name
/// @param vocabulary the sealed interface of its events
/// @param format how they are written
public record Channel(String topic, Class<? extends Event> vocabulary, WireFormat<?> format) {
    public static final List<Channel> ALL = List.of(
            new Channel(Topics.WHATSAPP, WhatsAppEvent.class, WireFormat.WHATSAPP),
            new Channel(Topics.CONVERSATION, ConversationEvent.class, WireFormat.CONVERSATION),
            new Channel(Topics.ASSIGNMENT, AssignmentEvent.class, WireFormat.ASSIGNMENT),
            new Channel(Topics.NOTES, NoteEvent.class, WireFormat.NOTES),
            new Channel(Topics.OUTBOUND, OutboundEvent.class, WireFormat.OUTBOUND),
            new Channel(Topics.INBOX, InboxEvent.class, WireFormat.INBOX),
            new Channel(Topics.TEMPLATE, TemplateEvent.class, WireFormat.TEMPLATE),
            new Channel(Topics.CHANNEL, ChannelEvent.class, WireFormat.CHANNEL));

    /// @return the channel that carries events of this type
    public static Channel of(String wireName) {
        return ALL.stream()
                .filter(channel -> channel.format.types().containsKey(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody publishes " + wireName));
    }

    /// @return whether it tells what is now, not what happened: nobody has to handle each record of it
    public boolean isState() {
        return topic.equals(Topics.INBOX);
    }

    /// @return wire name and record of every event that is published
    public static Map<String, Class<?>> publishedTypes() {
        return ALL.stream()
                .flatMap(channel -> types(channel.format))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Class<?>>> types(WireFormat<?> format) {
        return format.types().entrySet().stream().map(type -> Map.entry(type.getKey(), type.getValue()));
    }
}
