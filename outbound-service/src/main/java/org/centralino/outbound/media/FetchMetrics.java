package org.centralino.outbound.media;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.centralino.events.Media.Loss;

/// What became of tries to fetch files.
@Singleton
class FetchMetrics {
    private static final String FETCHES = "centralino.outbound.files";

    private final MeterRegistry registry;

    FetchMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.counter(FETCHES, "outcome", "stored");
    }

    void stored() {
        count("stored");
    }

    void again() {
        count("again");
    }

    void lost(Loss loss) {
        count(loss.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void count(String outcome) {
        registry.counter(FETCHES, "outcome", outcome).increment();
    }
}
