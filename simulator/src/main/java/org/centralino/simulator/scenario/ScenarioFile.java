package org.centralino.simulator.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.centralino.simulator.customer.domain.NewCustomer;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.centralino.simulator.scenario.domain.Act;
import org.centralino.simulator.scenario.domain.Scenario;
import org.centralino.simulator.scenario.domain.Scenario.Step;
import org.centralino.simulator.scenario.domain.ScenarioFault;
import org.centralino.simulator.scenario.domain.Spans;
import org.jspecify.annotations.Nullable;

/// Reads a scenario: YAML, and so JSON too. Whatever is wrong is told with its line.
final class ScenarioFile {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Set<String> WHEN = Set.of("at", "after", "times", "within", "keep");
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_STEPS = 2_000;
    private static final int MOST_TIMES = 10_000;

    private final JsonParser parser;
    private final Map<String, String> title = new LinkedHashMap<>();
    private final Map<String, Customer> customers = new LinkedHashMap<>();
    private final List<Written> steps = new ArrayList<>();
    private long seed = 1;
    private double speed = 1;
    private boolean jumps;

    private record Written(int line, JsonNode json) {}

    private ScenarioFile(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws ScenarioFault for a file that cannot be played
    static Scenario read(String text) {
        try (var parser = YAML.createParser(text)) {
            return new ScenarioFile(parser).read();
        } catch (JsonProcessingException broken) {
            var line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNr());
            throw new ScenarioFault(
                    line, broken.getOriginalMessage().lines().findFirst().orElse("this is neither YAML nor JSON"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Scenario read() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new ScenarioFault(1, "a scenario is an object with title, customers and steps");
        }
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            var line = line();
            parser.nextToken();
            if (name.equals("steps")) {
                readSteps(line);
            } else {
                read(name, YAML.readTree(parser), line);
            }
        }
        if (steps.isEmpty()) {
            throw new ScenarioFault(1, "a scenario has steps, at least one");
        }
        return new Scenario(Map.copyOf(title), seed, speed, jumps, customers, readable());
    }

    private void read(String name, JsonNode value, int line) {
        switch (name) {
            case "title" -> {
                if (value.isTextual()) {
                    title.put("en", value.textValue());
                }
                value.properties()
                        .forEach(entry ->
                                title.put(entry.getKey(), entry.getValue().asText()));
            }
            case "seed" -> seed = number(value, line, "seed").longValue();
            case "speed" -> {
                speed = number(value, line, "speed").doubleValue();
                if (speed < 0.01 || speed > 1_000) {
                    throw new ScenarioFault(line, "speed goes from 0.01 to 1000");
                }
            }
            case "clock" -> {
                if (!Set.of("waits", "jumps").contains(value.asText())) {
                    throw new ScenarioFault(line, "clock is waits or jumps");
                }
                jumps = value.asText().equals("jumps");
            }
            case "customers" -> value.properties().forEach(entry -> add(entry.getKey(), entry.getValue(), line));
            default ->
                throw new ScenarioFault(
                        line, "'%s' is none of title, seed, speed, clock, customers, steps".formatted(name));
        }
    }

    private static Number number(JsonNode value, int line, String name) {
        if (!value.isNumber()) {
            throw new ScenarioFault(line, "%s is a number".formatted(name));
        }
        return value.numberValue();
    }

    private void add(String name, JsonNode said, int line) {
        var wanted = new NewCustomer(text(said, "name"), text(said, "phone"), text(said, "username"));
        wanted.objection().ifPresent(objection -> {
            throw new ScenarioFault(line, "customer %s: %s".formatted(name, objection.message()));
        });
        customers.put(name, wanted.customer());
    }

    private static @Nullable String text(JsonNode said, String field) {
        return said.hasNonNull(field) ? said.path(field).asText() : null;
    }

    private void readSteps(int line) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new ScenarioFault(line, "steps are a list");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            steps.add(new Written(line(), YAML.readTree(parser)));
            if (steps.size() > MOST_STEPS) {
                throw new ScenarioFault(line(), "a scenario has at most %d steps".formatted(MOST_STEPS));
            }
        }
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    /// The steps may stand above the customers whom they name.
    private List<Step> readable() {
        var read = new ArrayList<Step>();
        var before = Duration.ZERO;
        for (var step : steps) {
            var next = step(step, before);
            read.add(next);
            before = next.at();
        }
        return List.copyOf(read);
    }

    private Step step(Written written, Duration before) {
        var json = written.json();
        var line = written.line();
        var words = StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false)
                .filter(word -> !WHEN.contains(word))
                .collect(Collectors.toList());
        if (words.size() != 1) {
            throw new ScenarioFault(line, "a step does exactly one thing: %s".formatted(Act.words()));
        }
        var act = Act.withWord(words.getFirst())
                .orElseThrow(() -> new ScenarioFault(
                        line, "'%s' is none of what a step can do: %s".formatted(words.getFirst(), Act.words())));
        var said = said(act, json.path(act.word()), line);
        act.objection(said).ifPresent(objection -> {
            throw new ScenarioFault(line, objection);
        });
        var at = json.has("at") ? span(json, "at", line) : before.plus(span(json, "after", line));
        var within = span(json, "within", line);
        var times = json.path("times").asInt(1);
        if (times < 1 || times > MOST_TIMES) {
            throw new ScenarioFault(line, "times go from 1 to %d".formatted(MOST_TIMES));
        }
        if (at.plus(within).compareTo(LONGEST) > 0) {
            throw new ScenarioFault(line, "a scenario lasts at most 366 days");
        }
        return new Step(line, at, act, said, times, within, text(json, "keep"));
    }

    private Map<String, Object> said(Act act, JsonNode json, int line) {
        if (act == Act.WEBHOOK && (json.isArray() || json.has("field"))) {
            return Map.of("changes", YAML.convertValue(json.isArray() ? json : List.of(json), Object.class));
        }
        if (!json.isObject()) {
            throw new ScenarioFault(line, "%s has an object".formatted(act.word()));
        }
        var said = YAML.convertValue(json, OBJECT);
        var customer = said.get("customer");
        if (customer != null) {
            said.put("customer", named(String.valueOf(customer), line));
        }
        if (said.get("members") instanceof List<?> members) {
            said.put(
                    "members",
                    members.stream()
                            .map(member -> named(String.valueOf(member), line))
                            .toList());
        }
        return said;
    }

    private String named(String customer, int line) {
        if (customers.containsKey(customer)) {
            return "${customer %s}".formatted(customer);
        }
        if (PhoneNumber.digits(customer).isEmpty() && !customer.contains(".")) {
            throw new ScenarioFault(
                    line,
                    "no customer of the file is called '%s'; others go by phone number or BSUID".formatted(customer));
        }
        return customer;
    }

    private static Duration span(JsonNode json, String field, int line) {
        if (!json.has(field)) {
            return Duration.ZERO;
        }
        return Spans.read(json.path(field).asText())
                .orElseThrow(() -> new ScenarioFault(
                        line, "%s is a length of time, such as 3s, 2m30s, 1h or 500ms".formatted(field)));
    }
}
