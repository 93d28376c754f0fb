package org.centralino.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.centralino.system.stack.Json;

/// The accessibility rules of WCAG 2.0 to 2.2, A and AA, and what is good practice besides, on a page as it stands.
final class Axe {
    /// Colours that are still changing, as after the change from light to dark, are nobody's choice: what ends is
    /// waited for.
    private static final String REST = """
            async () => {
              await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
              const endless = animation => animation.effect.getComputedTiming().endTime === Infinity;
              await Promise.allSettled(document.getAnimations().filter(a => !endless(a)).map(a => a.finished));
            }""";

    private static final String RUN = """
            async () => JSON.stringify((await axe.run(document, { runOnly: {
              type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })).violations)""";

    private Axe() {}

    /// @return a sentence for each rule that is broken
    static List<String> violations(Page page) {
        page.evaluate(source());
        page.evaluate(REST);
        return Json.members(Json.read((String) page.evaluate(RUN)))
                .map(Axe::sentence)
                .toList();
    }

    private static String sentence(JsonNode violation) {
        var places = Json.members(violation.path("nodes"))
                .map(node -> node.path("target").toString())
                .toList();
        return "%s: %s %s"
                .formatted(violation.path("id").asText(), violation.path("help").asText(), places);
    }

    private static String source() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
