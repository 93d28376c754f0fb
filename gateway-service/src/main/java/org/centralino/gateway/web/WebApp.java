package org.centralino.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.centralino.gateway.Compression;
import org.centralino.gateway.RouteOrder;

/// The web app is one page. Every address that is no file and none of the gateway's own shows it, so that a
/// link to a conversation can be opened. Its other files have their contents' hash in their names.
@ApplicationScoped
class WebApp {
    private static final Set<String> PAGE = Set.of("/", "/index.html");
    private static final Pattern NOT_THE_APP = Pattern.compile("/(api|q|webhooks|problems|assets)(/.*)?");
    private static final Pattern FILE = Pattern.compile(".*\\.[^/]*");

    private final Optional<Buffer> page;
    private final String version;

    WebApp() {
        this.page = read("META-INF/resources/index.html");
        this.version = page.map(WebApp::versionOf).orElse("");
    }

    void mount(@Observes Router router) {
        router.get("/assets/*").order(RouteOrder.OWN).handler(this::keepForEver);
        router.get().order(RouteOrder.OWN).handler(this::show);
    }

    private void keepForEver(RoutingContext call) {
        call.addHeadersEndHandler(_ -> {
            if (call.response().getStatusCode() == 200) {
                call.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            }
        });
        call.next();
    }

    private void show(RoutingContext call) {
        var request = call.request();
        if (!PAGE.contains(request.path()) && !isPlaceInTheApp(request)) {
            call.next();
            return;
        }
        var response = call.response();
        if (page.isEmpty()) {
            response.setStatusCode(404)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .end("This gateway was built without the web app.\n");
            return;
        }
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader(HttpHeaders.ETAG, version);
        if (version.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            Compression.allow(response);
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .end(page.get());
        }
    }

    private static boolean isPlaceInTheApp(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains("text/html")
                && !NOT_THE_APP.matcher(request.path()).matches()
                && !FILE.matcher(request.path()).matches();
    }

    /// Weak, because the page may go out compressed. The build gives all files the same time, so the time
    /// tells nothing about versions.
    private static String versionOf(Buffer page) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(page.getBytes());
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static Optional<Buffer> read(String resource) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return file == null ? Optional.empty() : Optional.of(Buffer.buffer(file.readAllBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
