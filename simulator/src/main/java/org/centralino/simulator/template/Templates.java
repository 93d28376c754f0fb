package org.centralino.simulator.template;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.MessageTemplate;
import org.centralino.simulator.platform.domain.PlatformState;
import org.centralino.simulator.template.domain.Refusal;
import org.centralino.simulator.template.domain.TemplateCheck;
import org.centralino.simulator.template.domain.TemplateLife;
import org.centralino.simulator.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/// The templates of the account: made, changed and deleted by calls, and living on by what happens to them.
@Singleton
public class Templates {
    private static final String LANE = "account";
    private static final String FIRST = "templates/casa-lume.json";
    private static final long FIRST_ID = 770_000_000_000_001L;
    private static final Set<String> CHANGEABLE = Set.of("APPROVED", "REJECTED", "PAUSED");
    private static final Duration NAME_BLOCKED = Duration.ofDays(30);
    private static final Duration BETWEEN_CHANGES = Duration.ofDays(1);
    private static final int MOST_CHANGES = 10;
    private static final Duration MADE_COUNT_FOR = Duration.ofHours(1);
    private static final int MOST_MADE = 100;
    private static final int MOST = 250;
    private static final int LIMIT_REACHED = 2388019;
    private static final int THERE_ALREADY = 2388024;
    private static final int NAME_IS_BLOCKED = 2388023;

    private final Platform platform;

    Templates(Platform platform) {
        this.platform = platform;
    }

    /// What came of a call.
    public sealed interface Outcome {
        record Done(Map<String, Object> body) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}

        /// So many were made in the account within an hour that it takes no more for a while.
        record TooFast() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    void start(@Observes StartupEvent started) {
        platform.listen(facts -> {
            if (facts.stream().anyMatch(Fact.Forgotten.class::isInstance)) {
                addFirst();
            }
        });
        if (platform.read(state -> state.templates().isEmpty())) {
            addFirst();
        }
    }

    /// @return those of the account that are there, in the order of their making
    public List<MessageTemplate> ofAccount(String waba) {
        return platform.read(state -> state.templates().stream()
                .filter(template -> !template.isDeleted() && template.waba().equals(waba))
                .toList());
    }

    public Optional<MessageTemplate> withId(String id) {
        return platform.read(state -> found(state, id));
    }

    public Outcome create(String waba, Map<?, ?> asked) {
        return platform.change(change -> TemplateCheck.newOne(asked)
                .or(() -> tooMany(change, waba))
                .or(() -> nameTaken(change, waba, asked))
                .<Outcome>map(Outcome.Refused::new)
                .or(() -> tooFast(change, waba))
                .orElseGet(() -> {
                    var made = made(change, waba, asked, change.now());
                    change.add(new Fact.TemplateSaved(made));
                    return new Outcome.Done(
                            Map.of("id", made.id(), "status", made.status(), "category", made.category()));
                }));
    }

    public Outcome change(String id, Map<?, ?> asked) {
        return platform.change(change -> found(change.state(), id)
                .<Outcome>map(template -> {
                    var category = asked.get("category") instanceof String wanted ? wanted : template.category();
                    return TemplateCheck.parts(asked, category)
                            .or(() -> fixed(template, category, change.now()))
                            .<Outcome>map(Outcome.Refused::new)
                            .orElseGet(() -> {
                                var after =
                                        template.withParts(category, format(asked), components(asked), change.now());
                                change.add(new Fact.TemplateSaved(after));
                                tell(change, after.waba(), "message_template_components_update", parts(after));
                                return new Outcome.Done(Map.of("success", true));
                            });
                })
                .orElseGet(Outcome.Unknown::new));
    }

    /// @param id of one language; null for all
    public Outcome delete(String waba, String name, @Nullable String id) {
        return platform.change(change -> {
            var gone = change.state().templates().stream()
                    .filter(template -> !template.isDeleted()
                            && template.waba().equals(waba)
                            && template.name().equals(name)
                            && (id == null || template.id().equals(id)))
                    .toList();
            gone.forEach(template -> change.add(
                    new Fact.TemplateSaved(template.withStatus(MessageTemplate.DELETED, null, change.now()))));
            return gone.isEmpty()
                    ? new Outcome.Refused(
                            new Refusal(2593002, "Message template not found", "There is no template of this name."))
                    : new Outcome.Done(Map.of("success", true));
        });
    }

    /// Something happens to a template, and is told.
    ///
    /// @return how it stands then; nothing when there is none
    Optional<MessageTemplate> live(String name, String language, TemplateLife life) {
        return platform.change(change -> change.state()
                .template(change.account().mainNumber().waba(), name, language)
                .map(template -> life.of(template, change.now()))
                .map(told -> {
                    change.add(new Fact.TemplateSaved(told.after()));
                    tell(change, told.after().waba(), told.field(), told.value());
                    return told.after();
                }));
    }

    private void addFirst() {
        platform.record(change -> {
            if (!change.state().templates().isEmpty()) {
                return;
            }
            var waba = change.account().mainNumber().waba();
            for (var asked : first()) {
                var made = made(change, waba, asked, null);
                var status = String.valueOf(asked.getOrDefault("status", MessageTemplate.APPROVED));
                var reason = asked.get("rejected_reason") instanceof String why ? why : null;
                change.add(new Fact.TemplateSaved(made.withStatus(status, reason, change.now())
                        .withQuality(String.valueOf(asked.getOrDefault("quality", "GREEN")), change.now())));
            }
        });
    }

    private static MessageTemplate made(
            Platform.Change change, String waba, Map<?, ?> asked, @Nullable Instant madeAt) {
        var id = FIRST_ID + change.state().templates().size();
        return new MessageTemplate(
                String.valueOf(id),
                waba,
                String.valueOf(asked.get("name")),
                String.valueOf(asked.get("language")),
                String.valueOf(asked.get("category")),
                MessageTemplate.PENDING,
                format(asked),
                components(asked),
                "UNKNOWN",
                null,
                false,
                List.of(),
                madeAt,
                change.now());
    }

    /// Those that were deleted meanwhile were made, too.
    private static Optional<Outcome> tooFast(Platform.Change change, String waba) {
        var since = change.now().minus(MADE_COUNT_FOR);
        var made = change.state().templates().stream()
                .filter(template -> template.waba().equals(waba))
                .filter(template ->
                        template.madeAt() != null && template.madeAt().isAfter(since))
                .count();
        return made >= MOST_MADE ? Optional.of(new Outcome.TooFast()) : Optional.empty();
    }

    private static Optional<Refusal> tooMany(Platform.Change change, String waba) {
        var there = change.state().templates().stream()
                .filter(template -> !template.isDeleted() && template.waba().equals(waba))
                .count();
        return there >= MOST
                ? Optional.of(new Refusal(
                        LIMIT_REACHED,
                        "Message template limit exceeded",
                        "An account whose business is not verified has up to %d templates.".formatted(MOST)))
                : Optional.empty();
    }

    private static Optional<Refusal> nameTaken(Platform.Change change, String waba, Map<?, ?> asked) {
        var name = String.valueOf(asked.get("name"));
        var language = String.valueOf(asked.get("language"));
        if (change.state().template(waba, name, language).isPresent()) {
            return Optional.of(new Refusal(
                    THERE_ALREADY,
                    "Content in this language already exists",
                    "There is already %s content for this template.".formatted(language)));
        }
        var isBlocked = change.state().templates().stream()
                .anyMatch(template -> template.isDeleted()
                        && template.waba().equals(waba)
                        && template.wasApproved()
                        && template.name().equals(name)
                        && template.changedAt().plus(NAME_BLOCKED).isAfter(change.now()));
        return isBlocked
                ? Optional.of(new Refusal(
                        NAME_IS_BLOCKED,
                        "Message template language is being deleted",
                        "The name of a deleted template can be used again after 30 days."))
                : Optional.empty();
    }

    private static Optional<Refusal> fixed(MessageTemplate template, String category, Instant now) {
        if (!CHANGEABLE.contains(template.status())) {
            return Optional.of(new Refusal(
                    null, "Template cannot be edited", "Only approved, rejected or paused templates can be edited."));
        }
        if (!template.status().equals(MessageTemplate.APPROVED)) {
            return Optional.empty();
        }
        if (!template.category().equals(category)) {
            return Optional.of(new Refusal(
                    null, "Category cannot be changed", "The category of an approved template cannot be edited."));
        }
        var edits = template.edits(now);
        if (!edits.isEmpty() && edits.getLast().plus(BETWEEN_CHANGES).isAfter(now)) {
            return Optional.of(
                    new Refusal(null, "Edited too often", "An approved template can be edited once in 24 hours."));
        }
        return edits.size() >= MOST_CHANGES
                ? Optional.of(new Refusal(
                        null,
                        "Edited too often",
                        "An approved template can be edited %d times in 30 days.".formatted(MOST_CHANGES)))
                : Optional.empty();
    }

    private static Optional<MessageTemplate> found(PlatformState state, String id) {
        return state.templates().stream()
                .filter(template -> template.id().equals(id) && !template.isDeleted())
                .findFirst();
    }

    private static Map<String, Object> parts(MessageTemplate template) {
        var value = TemplateLife.about(template);
        for (var component : template.components()) {
            switch (String.valueOf(component.get("type"))) {
                case "HEADER" -> value.put("message_template_title", component.getOrDefault("text", ""));
                case "BODY" -> value.put("message_template_element", component.getOrDefault("text", ""));
                case "FOOTER" -> value.put("message_template_footer", component.getOrDefault("text", ""));
                case "BUTTONS" -> value.put("message_template_buttons", component.getOrDefault("buttons", List.of()));
                default -> {
                    // The webhook has no place for it.
                }
            }
        }
        return value;
    }

    private static void tell(Platform.Change change, String waba, String field, Map<String, Object> value) {
        var webhook = PlainJson.MAPPER.createObjectNode().put("object", "whatsapp_business_account");
        var entry = webhook.putArray("entry")
                .addObject()
                .put("id", waba)
                .put("time", change.now().getEpochSecond());
        entry.putArray("changes").addObject().put("field", field).set("value", PlainJson.MAPPER.valueToTree(value));
        if (change.state().isSubscribed(waba)) {
            Webhooks.queueRaw(change, LANE, PlainJson.write(webhook));
        }
    }

    private static String format(Map<?, ?> asked) {
        return "NAMED".equals(asked.get("parameter_format")) ? "NAMED" : "POSITIONAL";
    }

    private static List<Map<String, Object>> components(Map<?, ?> asked) {
        return PlainJson.MAPPER.convertValue(asked.get("components"), new TypeReference<>() {});
    }

    private static List<Map<String, Object>> first() {
        try (var file = Objects.requireNonNull(
                Templates.class.getClassLoader().getResourceAsStream(FIRST), "it comes with the simulator")) {
            return PlainJson.MAPPER.readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
