package org.centralino.conversation.media;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.centralino.conversation.media.domain.StoredFile;
import org.centralino.kit.media.ObjectStore;
import org.centralino.kit.problem.Problem;
import org.jboss.logging.Logger;

/// Passes a file from the object store on to a browser as it comes: nothing of it is held here, and
/// who reads slowly is sent to slowly.
@ApplicationScoped
class MediaDownload {
    private static final Logger LOG = Logger.getLogger(MediaDownload.class);
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d+-\\d*|-\\d+)");
    private static final int CONNECT_MILLIS = 5_000;
    private static final int CONNECTIONS = 64;
    private static final long SILENCE_MILLIS = 30_000;

    private static final int OK = 200;
    private static final int PART = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int NO_SUCH_PART = 416;

    /// What stands under a key never changes; a ticket, which is part of the address, is good for
    /// less.
    private static final String CACHED = "private, max-age=900, immutable";

    private final Vertx vertx;
    private final ObjectStore store;
    private final HttpClient http;

    MediaDownload(Vertx vertx, ObjectStore store) {
        this.vertx = vertx;
        this.store = store;
        // Its address holds a signature: nobody is told of it.
        var options = new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setTracingPolicy(TracingPolicy.IGNORE);
        this.http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /// @return when all of it is sent, or the browser has gone; fails when nothing of it could be sent
    Uni<Void> send(StoredFile file, HttpServerRequest request) {
        return Uni.createFrom().completionStage(() -> answer(file, request).toCompletionStage());
    }

    private Future<Void> answer(StoredFile file, HttpServerRequest request) {
        // A browser may name several, each between quotes.
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(file.tag())) {
            return describe(file, request.response())
                    .setStatusCode(NOT_MODIFIED)
                    .end();
        }
        return vertx.executeBlocking(() -> new RequestOptions().setAbsoluteURI(store.addressOf(file.key())), false)
                .compose(http::request)
                .compose(asked -> ask(asked, file, request))
                .recover(failure -> Future.failedFuture(away(failure)))
                .compose(told -> passOn(told, file, request));
    }

    private static Future<HttpClientResponse> ask(HttpClientRequest asked, StoredFile file, HttpServerRequest request) {
        var range = request.getHeader("range");
        var ifRange = request.getHeader("if-range");
        if (range != null && ONE_RANGE.matcher(range).matches() && (ifRange == null || ifRange.equals(file.tag()))) {
            asked.putHeader("range", range);
        }
        return asked.idleTimeout(SILENCE_MILLIS).send();
    }

    private static Future<Void> passOn(HttpClientResponse told, StoredFile file, HttpServerRequest request) {
        var response = request.response();
        if (response.closed()) {
            told.request().reset();
            return Future.succeededFuture();
        }
        return switch (told.statusCode()) {
            case OK, PART -> stream(told, file, request);
            case NO_SUCH_PART -> {
                told.request().reset();
                yield response.setStatusCode(NO_SUCH_PART).end();
            }
            default -> {
                told.request().reset();
                yield Future.failedFuture(away(new IllegalStateException("It answered " + told.statusCode())));
            }
        };
    }

    private static Future<Void> stream(HttpClientResponse told, StoredFile file, HttpServerRequest request) {
        var response = describe(file, request.response()).setStatusCode(told.statusCode());
        for (var name : new CharSequence[] {HttpHeaders.CONTENT_LENGTH, "content-range"}) {
            var value = told.getHeader(name);
            if (value != null) {
                response.putHeader(name, value);
            }
        }
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.setChunked(true);
        }
        // What breaks off must not look as if it were whole: the connection is closed in the middle.
        return told.pipe().endOnFailure(false).to(response).recover(_ -> {
            told.request().reset();
            request.connection().close();
            return Future.succeededFuture();
        });
    }

    private static HttpServerResponse describe(StoredFile file, HttpServerResponse response) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, file.contentType())
                .putHeader("content-disposition", file.disposition())
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("content-security-policy", "sandbox; default-src 'none'")
                .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
                .putHeader(HttpHeaders.ETAG, file.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, CACHED);
    }

    private static Throwable away(Throwable failure) {
        LOG.warnf("The object store did not give a file: %s", failure.getClass().getSimpleName());
        return Problem.of(
                        503,
                        "media-unavailable",
                        "The file is not available just now",
                        "Where files are kept does not answer. Try again in a moment.")
                .asException();
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
