package org.centralino.simulator.graph;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.centralino.simulator.graph.domain.SendableTemplate;
import org.centralino.simulator.journal.PlainJson;

/// The templates that a business can send here.
@Singleton
class SendableTemplates {
    private final List<SendableTemplate> shipped;

    SendableTemplates() {
        try (var file = SendableTemplates.class.getResourceAsStream("/sendable-templates.json")) {
            shipped = PlainJson.MAPPER.readValue(file, new TypeReference<>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException("The templates that are shipped cannot be read", broken);
        }
    }

    Optional<SendableTemplate> find(String name, String language) {
        return shipped.stream()
                .filter(it -> it.name().equals(name) && it.language().equals(language))
                .findFirst();
    }
}
