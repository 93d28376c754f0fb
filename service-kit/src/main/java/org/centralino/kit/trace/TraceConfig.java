package org.centralino.kit.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/// Whether a service tells of the ways that messages take through it, and to whom.
@ConfigMapping(prefix = "centralino.traces")
interface TraceConfig {
    /// Who is told: nobody (`off`), a collector by OTLP over HTTP (`otlp`), or a Zipkin server (`zipkin`).
    @WithDefault("off")
    Destination to();

    /// Where the collector or the server is.
    @WithDefault("http://localhost:4318")
    URI url();

    /// Which share of what comes in from outside is followed, from 0 to 1.
    @WithDefault("0.01")
    double sampled();

    /// Who is told of traces.
    enum Destination {
        OFF,
        OTLP,
        ZIPKIN
    }
}
