package org.centralino.simulator.graph.domain;

import java.util.List;
import java.util.Map;

/// A template as far as a send needs it, in the platform's words.
///
/// @param status `APPROVED`, `PAUSED`, `DISABLED` …
/// @param category `UTILITY`, `MARKETING`, `AUTHENTICATION`
/// @param named whether its places have names; else they are counted
/// @param components as the platform lists them
public record SendableTemplate(
        String name,
        String language,
        String status,
        String category,
        boolean named,
        List<Map<String, Object>> components) {}
