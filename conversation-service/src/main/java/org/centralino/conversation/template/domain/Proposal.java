package org.centralino.conversation.template.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.events.Template;
import org.centralino.events.Template.Parameter;
import org.centralino.events.Template.ParameterKind;
import org.centralino.events.Template.Place;
import org.jspecify.annotations.Nullable;

/// What might be meant at a place of a template: whoever sends it sees where it comes from, and may change it.
public record Proposal(String value, Source source) {

    /// Where it comes from.
    public enum Source {
        /// What the customer is called.
        CUSTOMER,
        /// What the one who writes is called.
        OPERATOR,
        /// What the team has noted about the customer under the place's name.
        ATTRIBUTE,
        /// What the customer wrote.
        MESSAGE
    }

    /// What is known in a conversation.
    ///
    /// @param customer the customer's name; null when only a number is known
    /// @param operator the name of the one who writes
    /// @param attributes what the team has noted about the customer
    /// @param said what the customer wrote, the newest first
    public record Known(
            @Nullable String customer, String operator, Map<String, String> attributes, List<String> said) {}

    /// @return nothing when nobody can know
    public static Optional<Proposal> of(Template template, Parameter parameter, Known known) {
        if (parameter.kind() != ParameterKind.TEXT) {
            return Optional.empty();
        }
        var meaning = Meaning.of(template, parameter);
        return Stream.of(attribute(parameter, known), meaning.flatMap(it -> it.proposed(known)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Proposal> attribute(Parameter parameter, Known known) {
        return known.attributes().entrySet().stream()
                .filter(entry -> plain(entry.getKey()).equals(plain(parameter.name()))
                        && !entry.getValue().isBlank())
                .map(entry -> new Proposal(entry.getValue().strip(), Source.ATTRIBUTE))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// What a place is for, as far as its name tells, or the word before it.
    private enum Meaning {
        OPERATOR(Set.of("operatore", "operatrice", "operator", "agente", "agent", "collega", "colleague", "firma")),
        CUSTOMER(Set.of(
                "nome",
                "name",
                "cliente",
                "customer",
                "firstname",
                "ciao",
                "gentile",
                "cara",
                "caro",
                "salve",
                "buongiorno",
                "buonasera",
                "hello",
                "hi",
                "hey",
                "dear")),
        ORDER(Set.of(
                "ordine", "order", "numero", "number", "codice", "code", "pacco", "parcel", "spedizione", "shipment"));

        private static final Pattern WORDS = Pattern.compile("\\p{L}+");
        private static final Pattern DIGITS = Pattern.compile("\\d+");
        /// As people write the number of an order: `A-17`, `#4711`, `2024-00031`; no time of day and no telephone.
        private static final Pattern ORDER_NUMBER = Pattern.compile(
                "(?<![\\w:.,/-])#?([A-Z]{1,4}-?\\d{1,10}|\\d{4}-\\d{2,8}|\\d{4,8})(?![\\w:/-]|[.,]\\d)");

        private final Set<String> words;

        Meaning(Set<String> words) {
            this.words = words;
        }

        static Optional<Meaning> of(Template template, Parameter parameter) {
            var hint = DIGITS.matcher(parameter.name()).matches()
                    ? before(template, parameter)
                    : parameter.name().replace('_', ' ');
            var said = WORDS.matcher(hint.toLowerCase(Locale.ROOT))
                    .results()
                    .map(found -> found.group())
                    .toList();
            return Stream.of(values())
                    .filter(meaning -> said.stream().anyMatch(meaning.words::contains))
                    .findFirst();
        }

        /// @return what stands right before it, without any other place
        private static String before(Template template, Parameter parameter) {
            var header = template.header();
            var text = switch (parameter.place()) {
                case HEADER -> header == null ? null : header.text();
                case BODY ->
                    parameter.card() == null
                            ? template.body()
                            : template.cards().get(parameter.card()).body();
                case BUTTON -> null;
            };
            if (parameter.place() == Place.BUTTON || text == null) {
                return "";
            }
            var at = text.indexOf("{{%s}}".formatted(parameter.name()));
            var lead = at < 0 ? "" : text.substring(0, at);
            var near = lead.substring(lead.lastIndexOf('}') + 1).strip().split("\\s+");
            return String.join(" ", List.of(near).subList(Math.max(0, near.length - 2), near.length));
        }

        Optional<Proposal> proposed(Known known) {
            return switch (this) {
                case OPERATOR -> Optional.of(new Proposal(first(known.operator()), Source.OPERATOR));
                case CUSTOMER ->
                    Optional.ofNullable(known.customer()).map(name -> new Proposal(first(name), Source.CUSTOMER));
                case ORDER ->
                    known.said().stream()
                            .flatMap(text -> ORDER_NUMBER.matcher(text).results())
                            .map(found -> new Proposal(found.group(1), Source.MESSAGE))
                            .findFirst();
            };
        }

        private static String first(String name) {
            return name.strip().split("\\s+", 2)[0];
        }
    }
}
