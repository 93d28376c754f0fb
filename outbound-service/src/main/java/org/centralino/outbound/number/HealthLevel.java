package org.centralino.outbound.number;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.centralino.outbound.number.domain.NumberHealth.Level;

/// How much it matters to who answers customers.
enum HealthLevel {
    @JsonProperty("ok")
    OK,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("stopped")
    STOPPED;

    static HealthLevel of(Level level) {
        return switch (level) {
            case OK -> OK;
            case WARNING -> WARNING;
            case STOPPED -> STOPPED;
        };
    }
}
