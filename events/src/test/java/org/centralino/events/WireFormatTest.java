package org.centralino.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.events.WireFormat.MalformedEventException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<GoldenFile> goldenFiles() {
        return GoldenFile.all();
    }

    static List<Channel> channels() {
        return Channel.ALL;
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void what_was_ever_published_is_read_and_written_back_equal(GoldenFile golden) throws IOException {
        assertThat(writtenBack(golden, golden.bytes())).isEqualTo(golden.json());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void fields_that_a_newer_writer_added_are_ignored(GoldenFile golden) throws IOException {
        var newer = (ObjectNode) golden.json().deepCopy();
        withMoreFields(newer);

        assertThat(writtenBack(golden, JSON.writeValueAsBytes(newer))).isEqualTo(golden.json());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void a_field_that_is_null_is_as_good_as_none(GoldenFile golden) throws IOException {
        var type = Channel.publishedTypes().get(golden.wireName());
        var explicit = (ObjectNode) golden.json().deepCopy();
        for (var component : type.getRecordComponents()) {
            if (!explicit.has(component.getName())) {
                explicit.putNull(component.getName());
            }
        }

        assertThat(writtenBack(golden, JSON.writeValueAsBytes(explicit))).isEqualTo(golden.json());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void what_an_event_may_be_without_is_nullable_in_its_record(GoldenFile golden) {
        var event = Channel.of(golden.wireName()).format().read(golden.wireName(), golden.bytes());

        assertThat(missingAgainstTheRecord(event)).isEmpty();
    }

    @Test
    void every_published_type_has_a_full_golden_file() {
        assertThat(GoldenFile.all().stream().filter(GoldenFile::isFull).map(GoldenFile::wireName))
                .containsExactlyInAnyOrderElementsOf(Channel.publishedTypes().keySet());
    }

    @Test
    void every_golden_file_is_of_a_type_that_is_still_read() {
        assertThat(GoldenFile.all().stream().map(GoldenFile::wireName)).allMatch(Channel.publishedTypes()::containsKey);
    }

    @Test
    void a_wire_name_belongs_to_one_event_of_one_topic() {
        var names = Channel.ALL.stream()
                .flatMap(channel -> channel.format().types().keySet().stream())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z-]+\\.[a-z-]+\\.v\\d+"));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void a_type_that_is_not_known_becomes_unrecognised(Channel channel) {
        var event = channel.format().read("parcel.lost.v1", "whatever it says".getBytes(UTF_8));

        assertThat(event).hasToString("Unrecognised[type=parcel.lost.v1]").isInstanceOf(channel.vocabulary());
    }

    @Test
    void what_was_not_recognised_is_never_published() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WireFormat.NOTES.typeOf(new NoteEvent.Unrecognised("note.pinned.v1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"note\"",
                "{",
                "{\"text\":",
                "{\"at\":\"yesterday\"}",
                "{\"noteId\":\"not-a-uuid\"}",
                "{\"author\":{\"name\":\"nobody in particular\"}}",
                "{\"text\":{\"body\":\"an object where text belongs\"}}"
            })
    void a_value_that_is_not_of_its_types_form_is_malformed(String value) {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> WireFormat.NOTES.read("note.written.v1", value.getBytes(UTF_8)))
                .withMessageStartingWith("The value is not a note.written.v1");
    }

    @Test
    void a_record_without_a_value_is_malformed() {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> WireFormat.NOTES.read("note.written.v1", null));
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed() {
        var latin1 = new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xE8, '"', '}'};

        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> WireFormat.NOTES.read("note.written.v1", latin1));
    }

    @Test
    void what_a_malformed_value_says_is_not_in_the_message_that_goes_to_logs() {
        var secret = "{\"text\":\"the customer is ill\",\"noteId\":\"+393330000042\"}";

        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> WireFormat.NOTES.read("note.written.v1", secret.getBytes(UTF_8)))
                .withMessageNotContainingAny("ill", "393330000042");
    }

    @Test
    void content_of_a_kind_that_is_not_known_is_unsupported_and_keeps_its_name() throws IOException {
        assertThat(contentOf("""
                {"type":"hologram","latitude":45.4642,"longitude":9.19}""")).isEqualTo(new Content.Unsupported("hologram", null));
        assertThat(contentOf("""
                {"type":"painting","text":"una foto","size":{"width":800}}""")).isEqualTo(new Content.Unsupported("painting", "una foto"));
    }

    @Test
    void content_without_a_kind_is_of_an_unsupported_one() throws IOException {
        assertThat(contentOf("""
                {"text":"what am I?"}""")).isEqualTo(new Content.Unsupported("unsupported", "what am I?"));
    }

    @Test
    void unsupported_content_keeps_the_platforms_name_of_its_kind() throws IOException {
        assertThat(contentOf("""
                {"type":"unsupported","platformType":"sticker"}""")).isEqualTo(new Content.Unsupported("sticker", null));
        assertThat(contentOf("""
                {"type":"unsupported"}""")).isEqualTo(new Content.Unsupported("unsupported", null));
    }

    @Test
    void content_can_be_stored_and_read_by_a_mapper_that_knows_nothing_of_ours() throws IOException {
        var strict = new ObjectMapper();
        for (var content :
                List.of(new Content.Text("Buongiorno, c'è posto?"), new Content.Unsupported("image", "una foto"))) {
            assertThat(strict.readValue(strict.writeValueAsBytes(content), Content.class))
                    .isEqualTo(content);
        }
    }

    @Test
    void all_of_unicode_survives_the_way() {
        var text = "àèìòù €\t\n\"\\/ 漢字 עברית 👩‍👩‍👧 \uFFFD \u2028";
        var note = new NoteEvent.Written(
                new UUID(1, 2),
                new Access("510000000000023", null, null),
                new UUID(3, 4),
                new Person(new UUID(5, 6), "Анна"),
                text,
                null,
                java.time.Instant.EPOCH);

        assertThat(WireFormat.NOTES.read("note.written.v1", WireFormat.NOTES.write(note)))
                .isEqualTo(note);
    }

    @ParameterizedTest
    @MethodSource("wordsWithOther")
    void a_word_that_a_newer_writer_added_is_read_as_other(Class<? extends Enum<?>> words) throws IOException {
        var reader = new ObjectMapper().enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);

        assertThat(reader.readValue("\"added-tomorrow\"", words).name()).isEqualTo("OTHER");
    }

    static Stream<Class<?>> wordsWithOther() {
        return Channel.publishedTypes().values().stream()
                .flatMap(WireFormatTest::partsOf)
                .filter(Class::isEnum)
                .filter(words -> Stream.of(words.getEnumConstants())
                        .anyMatch(it -> it.toString().equals("OTHER")))
                .distinct();
    }

    private static Stream<Class<?>> partsOf(Class<?> type) {
        var found = new LinkedHashSet<Class<?>>();
        collect(type, found);
        return found.stream();
    }

    private static void collect(Class<?> type, Set<Class<?>> found) {
        if (!type.getName().startsWith("org.centralino") || !found.add(type)) {
            return;
        }
        if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(kind -> collect(kind, found));
        }
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                collect(component.getType(), found);
                if (component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> member) {
                    collect(member, found);
                }
            }
        }
    }

    /// @return the components without a value that the record does not declare nullable
    private static Stream<RecordComponent> missingAgainstTheRecord(Object part) {
        return switch (part) {
            case Record fields ->
                Stream.of(fields.getClass().getRecordComponents()).flatMap(component -> {
                    var value = valueOf(component, fields);
                    return value != null
                            ? missingAgainstTheRecord(value)
                            : Stream.of(component)
                                    .filter(it -> !it.getAnnotatedType().isAnnotationPresent(Nullable.class));
                });
            case List<?> parts -> parts.stream().flatMap(WireFormatTest::missingAgainstTheRecord);
            default -> Stream.empty();
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Content contentOf(String json) throws IOException {
        var event = (ObjectNode) GoldenFile.all().stream()
                .filter(golden -> golden.name().equals("whatsapp.message-received.v1"))
                .findFirst()
                .orElseThrow()
                .json();
        event.set("content", JSON.readTree(json));
        var received = (WhatsAppEvent.MessageReceived)
                WireFormat.WHATSAPP.read("whatsapp.message-received.v1", JSON.writeValueAsBytes(event));
        return received.content();
    }

    private static JsonNode writtenBack(GoldenFile golden, byte[] value) throws IOException {
        return JSON.readTree(writtenBack(Channel.of(golden.wireName()).format(), golden.wireName(), value));
    }

    private static <E extends Event> byte[] writtenBack(WireFormat<E> format, String type, byte[] value) {
        var event = format.read(type, value);
        assertThat(format.typeOf(event)).isEqualTo(type);
        return format.write(event);
    }

    private static void withMoreFields(JsonNode json) {
        json.forEach(WireFormatTest::withMoreFields);
        if (json instanceof ObjectNode object) {
            object.put("addedTomorrow", "and not known today");
            object.putObject("alsoAdded").putArray("list").add(1);
        }
    }
}
