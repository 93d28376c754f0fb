package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.EOFException;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads and writes the events of one topic: wire name and JSON on one side, records on the other.
///
/// Unknown fields are ignored and unknown types become the topic's `Unrecognised`, so that an older reader
/// never stumbles over a newer writer.
///
/// @param <E> the topic's sealed interface
public final class WireFormat<E extends Event> {
    public static final WireFormat<WhatsAppEvent> WHATSAPP =
            new WireFormat<>(WhatsAppEvent.class, WhatsAppEvent.Unrecognised::new);
    public static final WireFormat<ConversationEvent> CONVERSATION =
            new WireFormat<>(ConversationEvent.class, ConversationEvent.Unrecognised::new);
    public static final WireFormat<AssignmentEvent> ASSIGNMENT =
            new WireFormat<>(AssignmentEvent.class, AssignmentEvent.Unrecognised::new);
    public static final WireFormat<NoteEvent> NOTES = new WireFormat<>(NoteEvent.class, NoteEvent.Unrecognised::new);
    public static final WireFormat<OutboundEvent> OUTBOUND =
            new WireFormat<>(OutboundEvent.class, OutboundEvent.Unrecognised::new);
    public static final WireFormat<InboxEvent> INBOX = new WireFormat<>(InboxEvent.class, InboxEvent.Unrecognised::new);
    public static final WireFormat<TemplateEvent> TEMPLATE =
            new WireFormat<>(TemplateEvent.class, TemplateEvent.Unrecognised::new);
    public static final WireFormat<ChannelEvent> CHANNEL =
            new WireFormat<>(ChannelEvent.class, ChannelEvent.Unrecognised::new);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private final Map<String, Class<? extends E>> typesByName;
    private final Map<Class<?>, String> namesByType;
    private final Function<String, E> unrecognised;

    private WireFormat(Class<E> topic, Function<String, E> unrecognised) {
        this.unrecognised = unrecognised;
        var byName = new HashMap<String, Class<? extends E>>();
        var byType = new HashMap<Class<?>, String>();
        published(topic).forEach(type -> {
            var name = type.getAnnotation(WireName.class).value();
            byName.put(name, type.asSubclass(topic));
            byType.put(type, name);
        });
        this.typesByName = Map.copyOf(byName);
        this.namesByType = Map.copyOf(byType);
    }

    /// @return the wire name of an event, for example `note.written.v1`
    /// @throws IllegalArgumentException for `Unrecognised`, which is never published
    public String typeOf(E event) {
        var name = namesByType.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException("Not a published event: " + event.getClass());
        }
        return name;
    }

    /// @return the wire names of some of the topic's events
    /// @throws IllegalArgumentException when one of them is never published
    public Set<String> namesOf(Collection<? extends Class<? extends E>> types) {
        return types.stream()
                .map(type -> Optional.ofNullable(namesByType.get(type))
                        .orElseThrow(() -> new IllegalArgumentException("Not a published event: " + type)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// @return the event's JSON in UTF-8
    public byte[] write(E event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (IOException broken) {
            throw new MalformedEventException(typeOf(event), broken);
        }
    }

    /// @param type the CloudEvents type
    /// @param json the record's value
    /// @return the event, or the topic's `Unrecognised` when the type is not known
    /// @throws MalformedEventException when the type is known and the JSON is not of its form
    public E read(String type, byte @Nullable [] json) {
        var known = typesByName.get(type);
        if (known == null) {
            return unrecognised.apply(type);
        }
        try {
            return required(type, json == null ? null : JSON.readValue(json, known));
        } catch (IOException broken) {
            throw new MalformedEventException(type, broken);
        }
    }

    /// A record without a value, and the JSON `null`, are no events.
    private static <T> T required(String type, @Nullable T event) {
        if (event == null) {
            throw new MalformedEventException(type, new EOFException("no value"));
        }
        return event;
    }

    /// @return wire name and record of every event of the topic
    public Map<String, Class<? extends E>> types() {
        return typesByName;
    }

    private static Stream<Class<?>> published(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(WireFormat::published)
                        .distinct()
                : Stream.<Class<?>>of(type).filter(record -> record.isAnnotationPresent(WireName.class));
    }

    /// A record on a topic whose value is not of the form that its type promises.
    public static final class MalformedEventException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedEventException(String type, IOException cause) {
            super("The value is not a " + type + ": " + cause.getClass().getSimpleName(), cause);
        }
    }
}
