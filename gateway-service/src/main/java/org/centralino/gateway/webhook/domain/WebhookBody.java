package org.centralino.gateway.webhook.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A webhook's body, cut along the platform's envelope (fact sheet, section 3) without understanding what
/// is inside: each piece is a slice of the bytes as they came. So a piece that is broken, too deep or too
/// large troubles nobody but itself, and whatever is kept is kept exactly.
///
/// @param object what the platform says that the webhook is about, if it says so
/// @param changes the changes of all entries
/// @param oddities pieces that stand where the envelope has no place for them
record WebhookBody(@Nullable String object, List<Change> changes, List<Slice> oddities) {
    /// The platform sends up to 1,000 updates at once. More than this is kept, but not taken apart.
    static final int MOST_PIECES = 10_000;
    /// Deeper than this, not even the ends of the pieces are looked for.
    private static final int DEEPEST_ENVELOPE = 10_000;
    /// No message of the platform comes near it.
    private static final int DEEPEST_PIECE = 100;

    private static final JsonFactory ENVELOPE = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_ENVELOPE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    private static final JsonMapper PIECE = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_PIECE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build());

    /// A stretch of the body that holds one JSON value.
    record Slice(byte[] body, int from, int to) {
        /// @return the JSON alone
        static Slice of(String json) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            return new Slice(bytes, 0, bytes.length);
        }

        int length() {
            return to - from;
        }

        /// @return the JSON as it came
        String text() {
            return new String(body, from, length(), StandardCharsets.UTF_8);
        }

        /// @throws IOException when it nests too deep
        JsonNode tree() throws IOException {
            return PIECE.readTree(body, from, length());
        }
    }

    /// One thing that the platform reports about an account or a number.
    ///
    /// @param entryId of which account, as JSON
    /// @param entryTime when, as JSON
    /// @param field what kind of change
    /// @param metadata which business number
    /// @param contacts the customers concerned
    /// @param items the members of every other list
    /// @param value all that is told, in one
    /// @param all the change itself
    record Change(
            @Nullable Slice entryId,
            @Nullable Slice entryTime,
            @Nullable String field,
            @Nullable Slice metadata,
            @Nullable Slice contacts,
            List<Item> items,
            @Nullable Slice value,
            Slice all) {}

    /// A member of one of the lists of a change.
    ///
    /// @param list the name of the list, such as `messages`
    record Item(String list, Slice json) {}

    /// The bytes are no webhook that could be taken apart.
    static final class NotAWebhookException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        NotAWebhookException(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    static WebhookBody of(byte[] body) throws NotAWebhookException {
        try (var parser = ENVELOPE.createParser(body)) {
            return new Cutter(body, parser).envelope();
        } catch (IOException broken) {
            throw new NotAWebhookException("not JSON that can be read: "
                    + broken.getClass().getSimpleName().replace("Exception", ""));
        }
    }

    private static final class Cutter {
        private final byte[] body;
        private final JsonParser parser;
        private final List<Change> changes = new ArrayList<>();
        private final List<Slice> oddities = new ArrayList<>();
        private int pieces;

        Cutter(byte[] body, JsonParser parser) {
            this.body = body;
            this.parser = parser;
        }

        WebhookBody envelope() throws IOException, NotAWebhookException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new NotAWebhookException("not a JSON object");
            }
            if (parser.currentTokenLocation().getByteOffset() < 0) {
                throw new NotAWebhookException("not in UTF-8");
            }
            @Nullable String object = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                switch (name) {
                    case "object" -> object = scalar(value);
                    case "entry" -> members(value, this::entry);
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new NotAWebhookException("more than one JSON value");
            }
            return new WebhookBody(object, changes, oddities);
        }

        private interface Reader {
            void read(JsonToken start) throws IOException, NotAWebhookException;
        }

        /// What should be a list and is a single value is read as a list of one.
        private void members(JsonToken value, Reader reader) throws IOException, NotAWebhookException {
            if (value != JsonToken.START_ARRAY) {
                reader.read(value);
                return;
            }
            for (var member = parser.nextToken(); member != JsonToken.END_ARRAY; member = parser.nextToken()) {
                reader.read(member);
            }
        }

        private void entry(JsonToken start) throws IOException, NotAWebhookException {
            if (start != JsonToken.START_OBJECT) {
                odd(slice());
                return;
            }
            var from = offset();
            var first = changes.size();
            var oddBefore = oddities.size();
            @Nullable Slice id = null;
            @Nullable Slice time = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                switch (name) {
                    case "id" -> id = slice();
                    case "time" -> time = slice();
                    case "changes" -> members(value, this::change);
                    default -> parser.skipChildren();
                }
            }
            if (changes.size() == first && oddities.size() == oddBefore) {
                odd(new Slice(body, from, end()));
            }
            for (var i = first; i < changes.size(); i++) {
                var it = changes.get(i);
                changes.set(
                        i,
                        new Change(
                                id, time, it.field(), it.metadata(), it.contacts(), it.items(), it.value(), it.all()));
            }
        }

        private void change(JsonToken start) throws IOException, NotAWebhookException {
            if (start != JsonToken.START_OBJECT) {
                odd(slice());
                return;
            }
            count();
            var from = offset();
            var items = new ArrayList<Item>();
            var about = new @Nullable Slice[3];
            @Nullable String field = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                switch (name) {
                    case "field" -> field = scalar(value);
                    case "value" -> value(value, items, about);
                    default -> parser.skipChildren();
                }
            }
            changes.add(
                    new Change(null, null, field, about[0], about[1], items, about[2], new Slice(body, from, end())));
        }

        private void value(JsonToken start, List<Item> items, @Nullable Slice[] about)
                throws IOException, NotAWebhookException {
            if (start != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            var from = offset();
            lists(items, about, true);
            about[2] = new Slice(body, from, end());
        }

        /// What is only told stands one step deeper, in an object that is called `standby`.
        private void lists(List<Item> items, @Nullable Slice[] about, boolean mayBeDeeper)
                throws IOException, NotAWebhookException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                switch (name) {
                    case "metadata" -> about[0] = slice();
                    case "contacts" -> about[1] = slice();
                    case "messages", "statuses", "errors" -> members(value, _ -> item(name, items));
                    default -> {
                        if (value == JsonToken.START_ARRAY) {
                            members(value, _ -> item(name, items));
                        } else if (mayBeDeeper && value == JsonToken.START_OBJECT && name.equals("standby")) {
                            lists(items, about, false);
                        } else {
                            parser.skipChildren();
                        }
                    }
                }
            }
        }

        private void item(String list, List<Item> items) throws IOException, NotAWebhookException {
            count();
            items.add(new Item(list, slice()));
        }

        private void odd(Slice slice) throws NotAWebhookException {
            count();
            oddities.add(slice);
        }

        private void count() throws NotAWebhookException {
            if (++pieces > MOST_PIECES) {
                throw new NotAWebhookException("more than %d pieces".formatted(MOST_PIECES));
            }
        }

        /// The value at which the parser stands, with all that is in it.
        private Slice slice() throws IOException {
            var from = offset();
            parser.skipChildren();
            parser.finishToken();
            return new Slice(body, from, end());
        }

        private @Nullable String scalar(JsonToken value) throws IOException {
            if (value.isScalarValue()) {
                return parser.getText();
            }
            parser.skipChildren();
            return null;
        }

        private int offset() {
            return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        }

        private int end() {
            return Math.toIntExact(parser.currentLocation().getByteOffset());
        }
    }
}
