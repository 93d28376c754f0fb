package org.centralino.gateway.intake;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.ReadStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The body of a request as it comes: no longer than its address takes, and given up when nothing more comes.
///
/// It fails with a [org.centralino.kit.problem.ProblemException] that says what to answer. Everything but [#letGo] is
/// called on the request's event loop.
public final class IncomingBody implements ReadStream<Buffer> {
    /// Room made at once for what is only announced.
    private static final int MOST_BYTES_BELIEVED = 16 * 1024;

    private final HttpServerRequest request;
    private final long limit;
    private final String address;
    private final IncomingBodies all;
    private final Context context;
    private final AtomicBoolean letGo = new AtomicBoolean();

    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Void> endHandler;
    private @Nullable Handler<Throwable> exceptionHandler;

    private @Nullable Throwable failure;
    private boolean isHeldInMemory;
    private boolean isOver;
    private boolean isFlowing;
    private boolean hasMoved;
    private long taken;
    private int quietLooks;
    private int looks;

    IncomingBody(HttpServerRequest request, long limit, String address, Context context, IncomingBodies all) {
        this.request = request;
        this.limit = limit;
        this.address = address;
        this.context = context;
        this.all = all;
        // Whoever asks for the body may do so later: until then nothing may come, or it would be lost.
        request.pause();
        request.handler(this::take);
        request.endHandler(_ -> end());
        request.exceptionHandler(this::fail);
    }

    /// @return whether the client sends a body with its request
    public static boolean isSentWith(HttpServerRequest request) {
        var declared = declared(request);
        if (declared.isPresent()) {
            return declared.getAsLong() > 0;
        }
        return request.version() == HttpVersion.HTTP_2
                ? request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /// @return how many bytes the client says it will send
    public OptionalLong declared() {
        return declared(request);
    }

    static OptionalLong declared(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
        } catch (NumberFormatException rubbish) {
            return OptionalLong.empty();
        }
    }

    /// Collects all of it in memory, where it counts until [#letGo].
    public Future<Buffer> whole() {
        isHeldInMemory = true;
        var bytes = Buffer.buffer((int) Math.min(declared().orElse(0), MOST_BYTES_BELIEVED));
        var whole = Promise.<Buffer>promise();
        handler(bytes::appendBuffer);
        endHandler(_ -> whole.tryComplete(bytes));
        exceptionHandler(whole::tryFail);
        resume();
        return whole.future();
    }

    /// It has been judged, or nobody waits for it any more: it counts no longer.
    public void letGo() {
        if (letGo.compareAndSet(false, true)) {
            all.forget(this);
        }
    }

    /// @return whether all of it came, or it failed
    public boolean isOver() {
        return isOver;
    }

    /// @return how many bytes have come
    public long taken() {
        return taken;
    }

    String address() {
        return address;
    }

    /// @return how many bytes of it are in memory; none when they are passed on as they come
    long held() {
        return isHeldInMemory ? Math.min(taken, limit) : 0;
    }

    /// Called every now and then, on any thread. Only who owes bytes that somebody waits for can be too slow. Looks are
    /// counted and not the clock, so that a process that stood still blames nobody for it.
    void look() {
        context.runOnContext(_ -> {
            if (isOver || letGo.get()) {
                return;
            }
            looks++;
            quietLooks = hasMoved || !isFlowing ? 0 : quietLooks + 1;
            hasMoved = false;
            if (quietLooks > IncomingBodies.MOST_QUIET_LOOKS || isHeldInMemory && looks > all.mostLooks()) {
                fail(all.tooSlow());
            }
        });
    }

    private void take(Buffer chunk) {
        if (isOver) {
            return;
        }
        hasMoved = true;
        if (taken + chunk.length() > limit) {
            fail(all.tooLarge(limit));
        } else if (isHeldInMemory && !all.makeRoom(address, chunk.length())) {
            fail(all.busy("bytes"));
        } else {
            taken += chunk.length();
            if (handler != null) {
                handler.handle(chunk);
            }
        }
    }

    private void end() {
        if (isOver) {
            return;
        }
        isOver = true;
        if (!isHeldInMemory) {
            letGo();
        }
        if (endHandler != null) {
            endHandler.handle(null);
        }
    }

    private void fail(Throwable cause) {
        if (isOver) {
            return;
        }
        isOver = true;
        failure = cause;
        letGo();
        if (exceptionHandler != null) {
            exceptionHandler.handle(cause);
        }
    }

    @Override
    public IncomingBody exceptionHandler(@Nullable Handler<Throwable> told) {
        exceptionHandler = told;
        if (told != null && failure != null) {
            told.handle(failure);
        }
        return this;
    }

    @Override
    public IncomingBody handler(@Nullable Handler<Buffer> told) {
        handler = told;
        return this;
    }

    @Override
    public IncomingBody endHandler(@Nullable Handler<Void> told) {
        endHandler = told;
        return this;
    }

    @Override
    public IncomingBody pause() {
        isFlowing = false;
        request.pause();
        return this;
    }

    @Override
    public IncomingBody resume() {
        isFlowing = true;
        request.resume();
        return this;
    }

    @Override
    public IncomingBody fetch(long amount) {
        isFlowing = true;
        request.fetch(amount);
        return this;
    }
}
