package org.centralino.simulator.graph.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.centralino.simulator.platform.domain.BusinessPhone;
import org.centralino.simulator.platform.domain.Health;
import org.centralino.simulator.platform.domain.Health.CanSend;
import org.centralino.simulator.platform.domain.Health.Entity;

/// The field `health_status` of a number: as good as the worst of those that take part (fact sheet, section 11.1).
public final class HealthStatus {
    private HealthStatus() {}

    /// @param healthOf what is known of whoever has this id
    public static Map<String, Object> of(BusinessPhone number, Function<String, Health> healthOf) {
        var overall = CanSend.AVAILABLE;
        var entities = new ArrayList<Map<String, Object>>();
        for (var entity : Entity.values()) {
            var id = entity.idFor(number);
            var health = healthOf.apply(id);
            overall = overall.and(health.canSend());
            entities.add(shown(entity, id, health));
        }
        return Map.of("can_send_message", overall.name(), "entities", entities);
    }

    private static Map<String, Object> shown(Entity entity, String id, Health health) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("entity_type", entity.name());
        shown.put("id", id);
        shown.put("can_send_message", health.canSend().name());
        if (!health.hints().isEmpty()) {
            shown.put("additional_info", health.hints());
        }
        if (!health.errors().isEmpty()) {
            shown.put("errors", errors(health));
        }
        return shown;
    }

    private static List<Map<String, Object>> errors(Health health) {
        return health.errors().stream()
                .map(error -> {
                    var shown = new LinkedHashMap<String, Object>();
                    shown.put("error_code", error.code());
                    shown.put("error_description", error.description());
                    if (error.solution() != null) {
                        shown.put("possible_solution", error.solution());
                    }
                    return (Map<String, Object>) shown;
                })
                .toList();
    }
}
