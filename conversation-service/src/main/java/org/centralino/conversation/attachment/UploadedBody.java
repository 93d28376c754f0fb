package org.centralino.conversation.attachment;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.WriteStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.centralino.kit.media.domain.FileType;

/// The body of a request: first its beginning, then all of it, hashed on the way. To be used on one event loop.
final class UploadedBody {
    private final HttpServerRequest request;
    private final MessageDigest digest = sha256Digest();
    private Buffer kept = Buffer.buffer();
    private final Promise<Void> sent = Promise.promise();
    private boolean ended;

    UploadedBody(HttpServerRequest request) {
        this.request = request;
    }

    /// @return as many of the first bytes as a judge needs, or all when there are fewer
    Future<byte[]> beginning() {
        var begun = Promise.<byte[]>promise();
        request.exceptionHandler(begun::tryFail);
        request.endHandler(_ -> {
            ended = true;
            begun.tryComplete(first());
        });
        request.handler(piece -> {
            kept.appendBuffer(piece);
            if (kept.length() >= FileType.HEAD) {
                request.pause();
                begun.tryComplete(first());
            }
        });
        request.resume();
        return begun.future();
    }

    private byte[] first() {
        return kept.getBytes(0, Math.min(kept.length(), FileType.HEAD));
    }

    /// Sends all of it, and ends what it is sent to.
    ///
    /// @return when the last byte is on its way
    Future<Void> pipeTo(WriteStream<Buffer> target) {
        target.exceptionHandler(sent::tryFail);
        request.exceptionHandler(sent::tryFail);
        pass(kept, target);
        kept = Buffer.buffer();
        if (ended) {
            target.end().onSuccess(sent::tryComplete).onFailure(sent::tryFail);
            return sent.future();
        }
        request.handler(piece -> {
            pass(piece, target);
            if (target.writeQueueFull()) {
                request.pause();
                target.drainHandler(_ -> request.resume());
            }
        });
        request.endHandler(_ -> {
            ended = true;
            target.end().onSuccess(sent::tryComplete).onFailure(sent::tryFail);
        });
        request.resume();
        return sent.future();
    }

    private void pass(Buffer piece, WriteStream<Buffer> target) {
        digest.update(piece.getBytes());
        target.write(piece);
    }

    /// Whoever it is sent to takes no more of it.
    void breakOff() {
        sent.tryComplete();
    }

    /// What may still come is read, and forgotten.
    void giveUp() {
        if (!ended) {
            request.handler(_ -> {});
            request.resume();
        }
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
