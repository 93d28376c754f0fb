package org.centralino.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CompatibilityTest {
    private static final JsonNode PUBLISHED = parsed("""
            {
              "title": "parcel.sent.v1",
              "type": "object",
              "required": ["id", "sentAt", "state", "content", "to", "stops"],
              "properties": {
                "id": {"type": "string", "format": "uuid"},
                "sentAt": {"type": "string", "format": "date-time"},
                "weight": {"type": "integer", "format": "int32"},
                "state": {"$ref": "#/definitions/State"},
                "content": {"description": "what is in it", "allOf": [{"$ref": "#/definitions/Content"}]},
                "to": {"$ref": "#/definitions/Person"},
                "stops": {"type": "array", "items": {"$ref": "#/definitions/Person"}}
              },
              "definitions": {
                "State": {"type": "string", "enum": ["waiting", "under-way"]},
                "Person": {
                  "type": "object",
                  "required": ["name"],
                  "properties": {"name": {"type": "string"}, "phone": {"type": "string"}}
                },
                "Content": {"anyOf": [
                  {
                    "type": "object",
                    "required": ["type", "title"],
                    "properties": {"type": {"type": "string", "const": "book"}, "title": {"type": "string"}}
                  },
                  {
                    "type": "object",
                    "required": ["type"],
                    "properties": {"type": {"type": "string", "const": "letter"}}
                  },
                  {
                    "type": "object",
                    "required": ["type"],
                    "properties": {"type": {"type": "string", "not": {"enum": ["book", "letter"]}}}
                  }
                ]}
              }
            }""");

    @Test
    void what_did_not_change_is_compatible() {
        assertThat(Compatibility.problems(PUBLISHED, PUBLISHED)).isEmpty();
    }

    @Test
    void a_new_field_that_may_be_missing_is_compatible() {
        assertThat(problems(schema -> schema.withObject("/properties/note").put("type", "string")))
                .isEmpty();
        assertThat(problems(
                        schema -> person(schema).withObject("/properties/email").put("type", "string")))
                .isEmpty();
    }

    @Test
    void other_words_of_explanation_are_compatible() {
        assertThat(problems(schema -> {
                    schema.put("description", "A parcel left the house.");
                    schema.withObject("/properties/id").put("description", "its number");
                    schema.withObject("/properties/content").put("description", "in other words");
                }))
                .isEmpty();
    }

    @Test
    void a_reference_is_as_good_as_what_it_points_to() {
        assertThat(problems(schema -> {
                    var person = person(schema).deepCopy();
                    schema.withObject("/properties").set("to", person);
                }))
                .isEmpty();
    }

    @Test
    void a_new_kind_of_content_is_compatible_because_readers_expect_it() {
        assertThat(problems(schema -> {
                    var kind = kinds(schema).insertObject(0);
                    kind.put("type", "object").putArray("required").add("type").add("colour");
                    kind.withObject("/properties/type").put("const", "flower");
                    kind.withObject("/properties/colour").put("type", "string");
                }))
                .isEmpty();
    }

    @Test
    void a_new_word_is_compatible_where_readers_take_it_for_another() {
        var published = PUBLISHED.deepCopy();
        words(published).add("other");
        var grown = published.deepCopy();
        words(grown).insert(0, "lost");

        assertThat(Compatibility.problems(published, grown)).isEmpty();
        assertThat(Compatibility.problems(grown, published))
                .containsExactly("state can no longer be lost, which was published");
    }

    private static ArrayNode words(JsonNode schema) {
        return (ArrayNode) schema.at("/definitions/State/enum");
    }

    @Test
    void a_field_cannot_be_removed() {
        assertThat(problems(schema -> schema.withObject("/properties").remove("weight")))
                .containsExactly("weight was removed");
    }

    @Test
    void a_field_cannot_be_renamed() {
        assertThat(problems(schema -> {
                    var properties = schema.withObject("/properties");
                    properties.set("mass", properties.remove("weight"));
                }))
                .containsExactly("weight was removed");
    }

    @Test
    void a_field_inside_a_field_cannot_be_removed() {
        assertThat(problems(schema -> person(schema).withObject("/properties").remove("phone")))
                .containsExactly("to.phone was removed", "stops[].phone was removed");
    }

    @Test
    void a_field_keeps_its_type() {
        assertThat(problems(schema -> schema.withObject("/properties/weight").put("type", "string")))
                .containsExactly("weight was integer (int32) and is now string (int32)");
        assertThat(problems(schema -> schema.withObject("/properties/weight").put("format", "int64")))
                .containsExactly("weight was integer (int32) and is now integer (int64)");
        assertThat(problems(schema -> schema.withObject("/properties/sentAt").remove("format")))
                .containsExactly("sentAt was string (date-time) and is now string");
        assertThat(problems(schema ->
                        schema.withObject("/properties").putObject("to").put("type", "string")))
                .containsExactly("to was object and is now string");
        assertThat(problems(schema ->
                        schema.withObject("/properties").putObject("stops").put("$ref", "#/definitions/Person")))
                .containsExactly("stops was array and is now object");
    }

    @Test
    void the_members_of_a_list_keep_their_type() {
        assertThat(problems(schema -> schema.withObject("/properties/stops")
                        .putObject("items")
                        .put("type", "string")))
                .containsExactly("stops[] was object and is now string");
    }

    @Test
    void a_new_field_cannot_be_required() {
        assertThat(problems(schema -> {
                    schema.withObject("/properties/price").put("type", "integer");
                    ((ArrayNode) schema.get("required")).add("price");
                }))
                .containsExactly("price is new and required, and what was published does not have it");
    }

    @Test
    void a_field_that_may_be_missing_cannot_become_required() {
        assertThat(problems(schema -> ((ArrayNode) schema.get("required")).add("weight")))
                .containsExactly("weight may be missing in what was published and is now required");
    }

    @Test
    void a_field_that_was_always_there_cannot_become_optional() {
        assertThat(problems(schema -> ((ArrayNode) schema.get("required")).remove(0)))
                .containsExactly("id was always there and may now be missing");
    }

    @Test
    void a_word_that_was_published_cannot_be_removed() {
        assertThat(problems(schema -> words(schema).remove(0)))
                .containsExactly("state can no longer be waiting, which was published");
    }

    @Test
    void a_word_cannot_be_added_where_readers_know_all_of_them() {
        assertThat(problems(schema -> words(schema).add("lost")))
                .containsExactly("state can now be lost, which older readers do not know");
    }

    @Test
    void free_text_stays_free_and_a_list_of_words_stays_one() {
        assertThat(problems(schema -> schema.withObject("/definitions/State").remove("enum")))
                .containsExactly("state was limited to [waiting, under-way] and is now free text");
        assertThat(problems(schema -> person(schema)
                        .withObject("/properties/phone")
                        .putArray("enum")
                        .add("112")))
                .containsExactly(
                        "to.phone was free text and is now limited to [112]",
                        "stops[].phone was free text and is now limited to [112]");
    }

    @Test
    void a_kind_of_content_cannot_be_removed_and_keeps_its_fields() {
        assertThat(problems(schema -> kinds(schema).remove(0)))
                .containsExactly("content can no longer be of the kind book, which was published");
        assertThat(problems(schema -> ((ObjectNode) kinds(schema).get(0))
                        .withObject("/properties")
                        .remove("title")))
                .containsExactly("content.book.title was removed");
    }

    @Test
    void the_event_itself_keeps_its_type() {
        assertThat(problems(schema -> schema.put("type", "array"))).containsExactly("it was object and is now array");
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThat(problems(schema -> {
                    schema.withObject("/properties").remove("weight");
                    words(schema).remove(0);
                    person(schema).withObject("/properties/name").put("type", "integer");
                }))
                .hasSize(4);
    }

    private static List<String> problems(Consumer<ObjectNode> change) {
        var changed = (ObjectNode) PUBLISHED.deepCopy();
        change.accept(changed);
        assertThat(changed).as("a change that changes something").isNotEqualTo(PUBLISHED);
        return Compatibility.problems(PUBLISHED, changed);
    }

    private static ObjectNode person(ObjectNode schema) {
        return schema.withObject("/definitions/Person");
    }

    private static ArrayNode words(ObjectNode schema) {
        return (ArrayNode) schema.at("/definitions/State/enum");
    }

    private static ArrayNode kinds(ObjectNode schema) {
        return (ArrayNode) schema.at("/definitions/Content/anyOf");
    }

    private static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
