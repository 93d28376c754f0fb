package org.centralino.kit.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/// A trace begins where a request comes in, and nowhere else: what a service does on its own account, such as looking
/// into its database once a second, is no message's way.
///
/// @param ofRequests which requests begin one
record BegunAtTheDoor(Sampler ofRequests) implements Sampler {
    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return kind == SpanKind.SERVER
                ? ofRequests.shouldSample(parent, traceId, name, kind, attributes, links)
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "BegunAtTheDoor{%s}".formatted(ofRequests.getDescription());
    }
}
