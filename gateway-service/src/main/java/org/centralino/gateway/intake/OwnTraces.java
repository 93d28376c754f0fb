package org.centralino.gateway.intake;

import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.inject.Singleton;

/// Traces begin here. What strangers say of theirs in a header is not believed: who may set it could have all of his
/// requests followed, however few are to be, and put them into traces of others.
@Singleton
class OwnTraces implements TextMapPropagatorCustomizer {
    @Override
    public TextMapPropagator customize(Context found) {
        return new TellsOnly(found.propagator());
    }
}
