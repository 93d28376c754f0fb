package org.centralino.outbound.whatsapp;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.centralino.events.Media.Loss;
import org.centralino.outbound.media.domain.Fetch.Failure;
import org.centralino.outbound.whatsapp.CloudMedia.Refused;
import org.jspecify.annotations.Nullable;

/// Writes what comes to a file and hashes it on the way; no more of it than may be is taken.
final class ReceivedFile implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> hash = new CompletableFuture<>();
    private final MessageDigest digest = sha256();
    private final Path target;
    private final long mostBytes;

    private Flow.@Nullable Subscription subscription;
    private @Nullable FileChannel channel;
    private long bytes;

    ReceivedFile(Path target, long mostBytes) {
        this.target = target;
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return hash;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        try {
            channel = FileChannel.open(
                    target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            begun.request(1);
        } catch (IOException unwritable) {
            giveUp(unwritable);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (hash.isDone() || channel == null || subscription == null) {
            return;
        }
        try {
            for (var buffer : buffers) {
                bytes += buffer.remaining();
                if (bytes > mostBytes) {
                    giveUp(new Refused(new Failure.Final(Loss.TOO_LARGE)));
                    return;
                }
                digest.update(buffer.duplicate());
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            subscription.request(1);
        } catch (IOException unwritable) {
            giveUp(unwritable);
        }
    }

    @Override
    public void onError(Throwable broken) {
        close();
        hash.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        close();
        hash.complete(digest.digest());
    }

    private void giveUp(Throwable failure) {
        if (subscription != null) {
            subscription.cancel();
        }
        onError(failure);
    }

    private void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failure) {
            hash.completeExceptionally(failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
