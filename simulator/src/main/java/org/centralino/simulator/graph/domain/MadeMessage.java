package org.centralino.simulator.graph.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.simulator.platform.domain.Shown;
import org.centralino.simulator.platform.domain.Shown.Label;
import org.jspecify.annotations.Nullable;

/// A place, contact cards or a question: what needs neither a file nor a template.
///
/// @param type the platform's name of the kind of message
/// @param words for who reads no more
/// @param shown what the phone shows
public record MadeMessage(String type, String words, Shown shown) {
    static final Set<String> TYPES = Set.of("location", "contacts", "interactive");

    private static final int MOST_CARDS = 257;

    /// What was read.
    sealed interface Read {}

    record Understood(MadeMessage message) implements Read {}

    record NotUnderstood(GraphError error) implements Read {}

    static Read of(String type, @Nullable Object said) {
        return switch (type) {
            case "location" -> location(said);
            case "contacts" -> contacts(said);
            default -> interactive(said);
        };
    }

    private static Read location(@Nullable Object said) {
        if (!(said instanceof Map<?, ?> place)) {
            return missing("location");
        }
        var latitude = degrees(place.get("latitude"), 90);
        var longitude = degrees(place.get("longitude"), 180);
        if (latitude == null || longitude == null) {
            return new NotUnderstood(GraphError.unusableValue(
                    "Param location needs a latitude from -90 to 90 and a longitude from -180 to 180."));
        }
        var named = joined(place.get("name"), place.get("address"));
        var words = named.isEmpty() ? "%s, %s".formatted(latitude, longitude) : named;
        return new Understood(new MadeMessage("location", words, new Shown(Label.LOCATION, words, null)));
    }

    /// The platform takes numbers and strings alike.
    private static @Nullable Double degrees(@Nullable Object value, int most) {
        try {
            var degrees = Double.parseDouble(String.valueOf(value));
            return Math.abs(degrees) <= most ? degrees : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static Read contacts(@Nullable Object said) {
        if (!(said instanceof List<?> cards) || cards.isEmpty()) {
            return missing("contacts");
        }
        if (cards.size() > MOST_CARDS) {
            return new NotUnderstood(GraphError.unusableValue("At most 257 contacts are allowed."));
        }
        for (var card : cards) {
            if (!(in(card, "name") instanceof Map<?, ?> name) || !isText(name.get("formatted_name"))) {
                return missing("contacts['name']['formatted_name']");
            }
            if (Stream.of("first_name", "last_name", "middle_name", "prefix", "suffix")
                    .noneMatch(part -> isText(name.get(part)))) {
                return new NotUnderstood(GraphError.unusableValue(
                        "Param contacts['name'] needs formatted_name and at least one other part."));
            }
        }
        var words = cards.stream()
                .map(card -> joined(
                        in(in(card, "name"), "formatted_name"),
                        in(card, "phones") instanceof List<?> phones && !phones.isEmpty()
                                ? in(phones.getFirst(), "phone")
                                : null))
                .collect(Collectors.joining("; "));
        return new Understood(new MadeMessage("contacts", words, new Shown(Label.CONTACTS, words, null)));
    }

    private static Read interactive(@Nullable Object said) {
        if (!(said instanceof Map<?, ?> interactive)) {
            return missing("interactive");
        }
        try {
            var question = QuestionReading.read(interactive);
            return new Understood(new MadeMessage("interactive", question.body(), Shown.question(question)));
        } catch (QuestionReading.RefusedException refused) {
            return new NotUnderstood(refused.error());
        }
    }

    private static Read missing(String parameter) {
        return new NotUnderstood(GraphError.missing(parameter));
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isBlank();
    }

    private static @Nullable Object in(@Nullable Object object, String field) {
        return object instanceof Map<?, ?> map ? map.get(field) : null;
    }

    private static String joined(@Nullable Object one, @Nullable Object other) {
        return Stream.of(
                        String.valueOf(Objects.requireNonNullElse(one, "")),
                        String.valueOf(Objects.requireNonNullElse(other, "")))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
