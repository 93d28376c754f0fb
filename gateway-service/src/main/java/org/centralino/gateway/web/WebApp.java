package org.centralino.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.centralino.gateway.Compression;
import org.centralino.gateway.Fingerprint;
import org.centralino.gateway.RouteOrder;
import org.centralino.gateway.WebPage;

/// The web app is one page. Every address that is no file and none of the gateway's own shows it, so that a
/// link to a conversation can be opened. Its other files have their contents' hash in their names.
@ApplicationScoped
class WebApp {
    private static final Set<String> PAGE = Set.of("/", "/index.html");
    private static final String ASSETS = "/assets/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final Pattern NOT_THE_APP = Pattern.compile("/(api|q|webhooks|problems|assets)(/.*)?");
    private static final Pattern FILE = Pattern.compile(".*\\.[^/]*");

    private final Optional<Buffer> page;
    private final String version;
    private final SharedAssets shared;

    WebApp(WebPage web, SharedAssets shared) {
        this.page = web.html().map(Buffer::buffer);
        // Weak, because the page may go out compressed. The build gives all files the same time, so the time tells
        // nothing about versions.
        this.version = "W/\"" + web.html().map(Fingerprint::of).orElse("") + "\"";
        this.shared = shared;
    }

    void mount(@Observes Router router) {
        router.get(ASSETS + "*").order(RouteOrder.OWN).handler(this::showFile);
        router.get().order(RouteOrder.OWN).handler(this::show);
    }

    /// The framework serves what was built into this gateway.
    private void showFile(RoutingContext call) {
        call.addHeadersEndHandler(_ -> sayHowLongToKeep(call.response()));
        var name = call.normalizedPath().substring(ASSETS.length());
        if (shared.isOwn(name)) {
            call.next();
            return;
        }
        call.vertx()
                .executeBlocking(() -> shared.find(name), false)
                .compose(found -> found.map(file -> call.response().sendFile(file.toString()))
                        .orElseThrow(NoSuchElementException::new))
                .onFailure(_ -> sayGone(call.response()));
    }

    private static void sayHowLongToKeep(HttpServerResponse response) {
        response.putHeader(
                HttpHeaders.CACHE_CONTROL,
                response.getStatusCode() == 200 ? "public, max-age=31536000, immutable" : "no-store");
    }

    private static void sayGone(HttpServerResponse response) {
        if (!response.headWritten()) {
            response.setStatusCode(404)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .end("No version of the web app that is known here has this file.\n");
        }
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
            Compression.allow(response, HTML);
            response.putHeader(HttpHeaders.CONTENT_TYPE, HTML).end(page.get());
        }
    }

    private static boolean isPlaceInTheApp(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains("text/html")
                && !NOT_THE_APP.matcher(request.path()).matches()
                && !FILE.matcher(request.path()).matches();
    }
}
