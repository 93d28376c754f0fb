package org.centralino.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which answers may be compressed on their way.
public final class Compression {
    private static final Pattern WORTH_IT =
            Pattern.compile("(text/.*|application/(.*\\+)?(json|xml|javascript)|image/svg\\+xml)(;.*)?");
    private static final int PARTIAL = 206;

    private Compression() {}

    /// Quarkus marks everything as not to be compressed until somebody says otherwise. A part of something is counted
    /// in its own bytes and stays as it is, as does what is packed already: photos, voices, archives.
    ///
    /// @param response with its status
    /// @param mediaType what it is; nothing is known of it when it is null
    public static void allow(HttpServerResponse response, @Nullable String mediaType) {
        if (mediaType != null
                && response.getStatusCode() != PARTIAL
                && WORTH_IT.matcher(mediaType).matches()) {
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
    }
}
