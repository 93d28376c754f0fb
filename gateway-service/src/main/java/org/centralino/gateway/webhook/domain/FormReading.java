package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.cut;
import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.joined;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.membersOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;
import static org.centralino.gateway.webhook.domain.PlatformJson.word;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.centralino.events.Content;
import org.centralino.events.Content.Form.Field;
import org.jspecify.annotations.Nullable;

/// Reads what was filled in in a form (fact sheet, section 4.6). The answers come as text that holds
/// JSON, whose names the business has chosen.
final class FormReading {
    static final int MOST_FIELDS = 200;
    static final int LONGEST_VALUE = 4_096;
    private static final int DEEPEST = 20;
    /// What the platform adds for its own ends. It says nothing to an operator.
    private static final Set<String> TOKENS = Set.of("flow_token", "wa_flow_response_params");

    /// Numbers are shown as they were written.
    private static final JsonMapper ANSWERS = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private FormReading() {}

    /// @return the form; null when it says nothing at all
    static @Nullable Content form(JsonNode reply) {
        var response = reply.path("response_json");
        var answers = answers(response);
        var body = text(reply, "body");
        var name = line(reply, "name");
        if (body == null && name == null && !answers.isObject() && text(response) == null) {
            return null;
        }
        return new Content.Form(firstOf(answers.isObject() ? null : unread(response), body), name, fields(answers));
    }

    /// @return what cannot be taken apart, as it came
    private static @Nullable String unread(JsonNode response) {
        var text = text(response);
        return text == null ? null : cut(text, LONGEST_VALUE);
    }

    private static JsonNode answers(JsonNode response) {
        try {
            return response.isTextual() ? ANSWERS.readTree(response.textValue()) : response;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static List<Field> fields(JsonNode answers) {
        var fields = new ArrayList<Field>();
        if (answers.isObject()) {
            addGroup("", answers, fields);
        }
        return fields;
    }

    private static void addGroup(String path, JsonNode group, List<Field> fields) {
        group.forEachEntry((name, value) -> {
            if (fields.size() < MOST_FIELDS && !TOKENS.contains(name)) {
                add(path.isEmpty() ? word(name) : word(path + "." + word(name)), value, fields);
            }
        });
    }

    private static void add(String path, JsonNode value, List<Field> fields) {
        switch (value.getNodeType()) {
            case OBJECT -> addGroup(path, value, fields);
            case ARRAY -> {
                if (membersOf(value).allMatch(JsonNode::isValueNode)) {
                    addFilledIn(path, joined(membersOf(value).map(FormReading::said)), fields);
                } else {
                    addEach(path, value, fields);
                }
            }
            default -> addFilledIn(path, said(value), fields);
        }
    }

    /// The groups of a list are counted as people count.
    private static void addEach(String path, JsonNode list, List<Field> fields) {
        for (var i = 0; i < list.size() && fields.size() < MOST_FIELDS; i++) {
            add(word(path + "." + (i + 1)), list.path(i), fields);
        }
    }

    private static void addFilledIn(String path, @Nullable String said, List<Field> fields) {
        if (said != null) {
            fields.add(new Field(path, cut(said, LONGEST_VALUE)));
        }
    }

    private static @Nullable String said(JsonNode value) {
        return value.isBoolean() ? value.asText() : text(value);
    }
}
