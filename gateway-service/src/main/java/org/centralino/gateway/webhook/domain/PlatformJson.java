package org.centralino.gateway.webhook.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.centralino.events.PlatformError;
import org.centralino.events.UnicodeText;
import org.jspecify.annotations.Nullable;

/// The platform's JSON, in which anything may be missing, or be of another type than it should. What is
/// read here may stand in an event.
final class PlatformJson {
    /// Names that the platform gives to fields and kinds are short words.
    private static final int LONGEST_WORD = 200;
    /// A line of a card or an address.
    private static final int LONGEST_LINE = 1_000;
    /// Half an address leads to another place, or to none.
    private static final int LONGEST_URL = 4_000;

    private static final Instant NEVER = Instant.parse("3000-01-01T00:00:00Z");

    private PlatformJson() {}

    /// @return the text of a field; null when it is missing, empty or no text
    static @Nullable String text(JsonNode object, String field) {
        return text(object.path(field));
    }

    /// @return the text; null when it is missing, empty or none
    static @Nullable String text(JsonNode value) {
        if ((!value.isTextual() && !value.isNumber()) || value.asText().isEmpty()) {
            return null;
        }
        return UnicodeText.storable(value.asText());
    }

    /// @return the text of a field that is a line at most
    static @Nullable String line(JsonNode object, String field) {
        return lineOf(object.path(field));
    }

    /// @return the text when it is a line at most, or cut to one
    static @Nullable String lineOf(JsonNode value) {
        var text = text(value);
        return text == null ? null : cut(text, LONGEST_LINE);
    }

    /// @return the address in a field, as it came: nobody has looked where it leads
    static @Nullable String url(JsonNode object, String field) {
        var text = text(object, field);
        return text == null || text.length() > LONGEST_URL ? null : text;
    }

    /// @return seconds since 1970, as text or as a number; null when there is no such time
    static @Nullable Instant timeOf(JsonNode seconds) {
        var since1970 = seconds.asLong(0);
        return since1970 <= 0 || since1970 > NEVER.getEpochSecond() ? null : Instant.ofEpochSecond(since1970);
    }

    /// A short word of the platform's, as it may stand in a reason or a field.
    static String word(String word) {
        return cut(word, LONGEST_WORD);
    }

    /// @return the text, with an ellipsis where it would be too long
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return UnicodeText.storable(text);
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return UnicodeText.storable(text.substring(0, end)) + "…";
    }

    /// @return a phone number without what people put between its digits
    static @Nullable String digits(@Nullable String number) {
        return number == null ? null : number.replaceAll("[+ ()-]", "");
    }

    static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }

    /// @return what is there of the words, with commas between; null when nothing is
    static @Nullable String joined(Stream<@Nullable String> words) {
        return joined(", ", words);
    }

    static @Nullable String joined(String between, Stream<@Nullable String> words) {
        var sentence = words.filter(Objects::nonNull).collect(Collectors.joining(between));
        return sentence.isEmpty() ? null : sentence;
    }

    /// @return the members of a list; none when it is no list
    static Stream<JsonNode> membersOf(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
    }

    static PlatformError error(JsonNode error) {
        return new PlatformError(
                error.path("code").asInt(),
                firstOf(text(error, "title"), text(error, "message")),
                firstOf(text(error.path("error_data"), "details"), text(error, "message")));
    }
}
