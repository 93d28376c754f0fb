package org.centralino.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A list of the inbox. Which there are stands in `views/views.json`, where the web app reads it, too.
///
/// @param name what it is called in addresses
/// @param filter which conversations it holds
/// @param sort in which order
public record InboxView(String name, Filter filter, Sort sort) {
    private static final String FILE = "/views/views.json";

    public static final List<InboxView> ALL = committed();
    private static final InboxView USUAL =
            ALL.stream().filter(view -> view.name().equals("all")).findFirst().orElseThrow();

    /// How a list is ordered. Where two are equal, the id decides.
    public enum Sort {
        NEWEST_ACTIVITY
    }

    /// @param name null for the usual one
    /// @throws org.centralino.kit.problem.ProblemException 400 when there is no such view
    public static InboxView named(@Nullable String name) {
        return name == null
                ? USUAL
                : ALL.stream()
                        .filter(view -> view.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("view must be one of %s."
                                        .formatted(ALL.stream()
                                                .map(InboxView::name)
                                                .collect(Collectors.joining(", "))))
                                .asException());
    }

    /// @throws org.centralino.kit.problem.ProblemException 400 when it is none
    static InboxView read(String name, JsonNode json) {
        if (!"newest-activity".equals(json.path("sort").textValue())) {
            throw FilterReader.invalid("sort", "must be newest-activity");
        }
        return new InboxView(name, FilterReader.read(json.path("filter")), Sort.NEWEST_ACTIVITY);
    }

    private static List<InboxView> committed() {
        try (var file = InboxView.class.getResourceAsStream(FILE)) {
            return new ObjectMapper()
                    .readTree(Objects.requireNonNull(file)).properties().stream()
                            .map(view -> read(view.getKey(), view.getValue()))
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
