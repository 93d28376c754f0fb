package org.centralino.conversation;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/// Files are as large as WhatsApp allows, and pass through. All other bodies are held while they are read, so they are
/// small.
@ApplicationScoped
class BodyLimits {
    private static final Pattern FILES = Pattern.compile("/api/conversations/[^/]+/attachments");
    private static final long MOST_BYTES_HELD = 10L * 1024 * 1024;
    private static final int TOO_LARGE = 413;
    /// Behind the limit for all, and before anything is read.
    private static final int ORDER = -1;

    void mount(@Observes Router router) {
        router.route().order(ORDER).handler(BodyLimits::limit);
    }

    private static void limit(RoutingContext call) {
        if (FILES.matcher(call.normalizedPath()).matches()) {
            call.next();
            return;
        }
        var length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > MOST_BYTES_HELD) {
            call.response()
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .setStatusCode(TOO_LARGE)
                    .end();
            return;
        }
        call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, MOST_BYTES_HELD);
        call.next();
    }
}
