package org.centralino.conversation.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.centralino.kit.media.ObjectStore;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.ProblemException;
import org.jboss.logging.Logger;

/// Passes a file from a browser on to the object store as it comes: nothing but its beginning is held here, and a
/// browser sends no faster than the store takes.
@ApplicationScoped
class AttachmentUpload {
    private static final Logger LOG = Logger.getLogger(AttachmentUpload.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int CONNECTIONS = 32;
    private static final long SILENCE_MILLIS = 30_000;
    private static final int SUCCESS = 2;

    private final Vertx vertx;
    private final ObjectStore store;
    private final HttpClient http;

    AttachmentUpload(Vertx vertx, ObjectStore store) {
        this.vertx = vertx;
        this.store = store;
        // Its address holds a signature: nobody is told of it.
        var options = new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setTracingPolicy(TracingPolicy.IGNORE);
        this.http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /// What came.
    ///
    /// @param judged what was made of its beginning
    /// @param sha256 of all of it, in hex
    record Came<T>(T judged, String sha256) {}

    /// @param length in bytes, as the browser said
    /// @param judge looks at the first bytes before the store is asked; when it fails, nothing more is read
    /// @return when all of it stands under the key
    <T> Uni<Came<T>> pass(HttpServerRequest request, long length, String key, Function<byte[], T> judge) {
        return Uni.createFrom().completionStage(() -> {
            var body = new UploadedBody(request);
            return body.beginning()
                    .compose(beginning -> {
                        var judged = judge.apply(beginning);
                        return put(body, length, key).map(sha256 -> new Came<>(judged, sha256));
                    })
                    .onFailure(_ -> body.giveUp())
                    .toCompletionStage();
        });
    }

    private Future<String> put(UploadedBody body, long length, String key) {
        return vertx.executeBlocking(
                        () -> new RequestOptions()
                                .setMethod(HttpMethod.PUT)
                                .setAbsoluteURI(store.placeFor(key))
                                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(length)),
                        false)
                .compose(http::request)
                .compose(asked -> send(body, asked))
                .compose(AttachmentUpload::taken)
                .map(_ -> body.sha256())
                .recover(failure -> Future.failedFuture(failure instanceof ProblemException ? failure : away(failure)));
    }

    /// An answer before the end is a refusal.
    private static Future<HttpClientResponse> send(UploadedBody body, HttpClientRequest asked) {
        asked.idleTimeout(SILENCE_MILLIS);
        var told = asked.response();
        told.onComplete(_ -> body.breakOff());
        return body.pipeTo(asked)
                .recover(failure -> {
                    asked.reset();
                    return Future.failedFuture(failure);
                })
                .compose(_ -> told);
    }

    private static Future<Buffer> taken(HttpClientResponse told) {
        return told.statusCode() / 100 == SUCCESS
                ? told.body()
                : Future.failedFuture("It answered " + told.statusCode());
    }

    private static Throwable away(Throwable failure) {
        LOG.warnf("The object store did not take a file: %s", failure.getClass().getSimpleName());
        return Problem.of(
                        503,
                        "media-unavailable",
                        "Files cannot be kept just now",
                        "Where files are kept does not answer. Try again in a moment.")
                .asException();
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
