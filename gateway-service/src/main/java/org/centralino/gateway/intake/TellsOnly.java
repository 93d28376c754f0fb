package org.centralino.gateway.intake;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Tells services which trace a request belongs to, and hears nothing about it from whoever sends one.
record TellsOnly(TextMapPropagator propagator) implements TextMapPropagator {
    @Override
    public Collection<String> fields() {
        return propagator.fields();
    }

    @Override
    public <C> void inject(Context trace, @Nullable C carrier, TextMapSetter<C> setter) {
        propagator.inject(trace, carrier, setter);
    }

    @Override
    public <C> Context extract(Context trace, @Nullable C carrier, TextMapGetter<C> getter) {
        return trace;
    }
}
