package org.centralino.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.centralino.kit.problem.Problem;

/// Reads the body of a request as long as it keeps to a limit.
public final class LimitedBody {
    /// A client hears of its mistake only if what it sends is taken from it; up to here it is.
    private static final long MOST_BYTES_TAKEN = 16L * 1024 * 1024;
    /// Room made at once for what is only announced.
    private static final int MOST_BYTES_BELIEVED = 16 * 1024;

    private LimitedBody() {}

    /// @return the bytes as they came; fails with a [org.centralino.kit.problem.ProblemException] when
    ///     there are more than `limit`
    public static Future<Buffer> of(HttpServerRequest request, int limit) {
        var collecting = new Collecting(request, limit);
        collecting.start();
        return collecting.body.future();
    }

    private static final class Collecting {
        private final HttpServerRequest request;
        private final int limit;
        private final Promise<Buffer> body = Promise.promise();
        private final Buffer bytes;
        private long taken;

        Collecting(HttpServerRequest request, int limit) {
            this.request = request;
            this.limit = limit;
            this.bytes = Buffer.buffer(Math.clamp(declared(request), 0, MOST_BYTES_BELIEVED));
        }

        void start() {
            if (declared(request) > MOST_BYTES_TAKEN) {
                hangUpAfterwards();
                refuse();
                return;
            }
            request.exceptionHandler(body::tryFail);
            request.handler(this::take);
            request.endHandler(_ -> end());
            request.resume();
        }

        private void take(Buffer chunk) {
            taken += chunk.length();
            if (taken <= limit) {
                bytes.appendBuffer(chunk);
            } else if (taken > MOST_BYTES_TAKEN) {
                request.handler(_ -> {});
                hangUpAfterwards();
                refuse();
            }
        }

        private void end() {
            if (taken > limit) {
                refuse();
            } else {
                body.tryComplete(bytes);
            }
        }

        private void refuse() {
            body.tryFail(Problem.of(
                            413,
                            "payload-too-large",
                            "Too large",
                            "The body may measure %d KiB at most.".formatted(limit / 1024))
                    .with("limit", limit)
                    .asException());
        }

        private void hangUpAfterwards() {
            if (!request.response().headWritten()) {
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
        }

        private static long declared(HttpServerRequest request) {
            var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            try {
                return length == null ? 0 : Long.parseLong(length);
            } catch (NumberFormatException rubbish) {
                return 0;
            }
        }
    }
}
