package org.centralino.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/// Which answers may be compressed on their way.
public final class Compression {
    private Compression() {}

    /// Quarkus marks everything as not to be compressed until somebody says otherwise.
    public static void allow(HttpServerResponse response) {
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
    }
}
