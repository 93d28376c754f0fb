package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.centralino.events.Media.Loss;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.media.domain.Fetch.Failure;
import org.centralino.outbound.media.domain.Origins;
import org.centralino.outbound.token.AccessTokens;
import org.jspecify.annotations.Nullable;

/// Files that the platform has (fact sheet, section 9). Calls wait for their answer, so they are
/// for threads of their own. The access token goes to the places that were said and to no other; no
/// redirect is followed.
@ApplicationScoped
public class CloudMedia {
    /// The platform refuses callers that do not say who they are.
    private static final String USER_AGENT = "Centralino/1";

    private static final int OK = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int CODE_NO_SUCH_OBJECT = 100;

    private final WhatsAppConfig config;
    private final AccessTokens tokens;
    private final ObjectMapper json;
    private final HttpClient http;
    private final Origins origins;
    private final String objects;

    CloudMedia(WhatsAppConfig config, AccessTokens tokens, ObjectMapper json) {
        this.config = config;
        this.tokens = tokens;
        this.json = json;
        this.http = Graph.client(config);
        this.origins = new Origins(Stream.concat(Stream.of(config.graphUrl()), config.mediaUrls().stream())
                .toList());
        this.objects = Graph.addressOf(config);
    }

    /// What the platform says about a file of its own.
    ///
    /// @param address where it can be had for some minutes
    /// @param sha256 what its bytes hash to
    public record Located(
            URI address,
            @Nullable String mimeType,
            @Nullable String sha256,
            @Nullable Long size) {}

    /// A file that could not be had.
    public static final class NotHadException extends Exception {
        private final transient Failure failure;

        public NotHadException(Failure failure) {
            super(failure.toString());
            this.failure = failure;
        }

        public Failure failure() {
            return failure;
        }
    }

    /// @param phoneNumberId the number that it was sent to
    /// @param mediaId the platform's id of a file
    /// @throws NotHadException when it does not say
    public Located locate(String phoneNumberId, String mediaId) throws NotHadException {
        var address = URI.create(objects + Graph.encoded(mediaId));
        var answer = call(
                phoneNumberId,
                address,
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8),
                config.graphTimeout());
        var body = read(answer.body());
        if (answer.statusCode() != OK || !body.path("url").isTextual()) {
            throw new NotHadException(failureOf(
                    answer.statusCode(), body.path("error").path("code").asInt()));
        }
        return new Located(
                addressOf(body.path("url").asText())
                        .orElseThrow(() -> new NotHadException(new Failure.Hopeless(Loss.STRANGE_ADDRESS))),
                body.path("mime_type").textValue(),
                body.path("sha256").textValue(),
                body.hasNonNull("file_size") ? body.path("file_size").asLong() : null);
    }

    /// @param text an address as the platform wrote it
    /// @return the address, when it is one from which files may be fetched
    public Optional<URI> addressOf(String text) {
        try {
            return Optional.of(URI.create(text)).filter(origins::allow);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /// Writes a file while it comes.
    ///
    /// @param phoneNumberId the number that it was sent to
    /// @param address one of [#addressOf]
    /// @param target is replaced
    /// @param mostBytes what is longer is given up on the way
    /// @param within how long it may take altogether
    /// @return the SHA-256 of its bytes
    /// @throws NotHadException when it does not come whole
    public byte[] download(String phoneNumberId, URI address, Path target, long mostBytes, Duration within)
            throws NotHadException {
        return call(phoneNumberId, address, head -> received(head, target, mostBytes), within)
                .body();
    }

    private static HttpResponse.BodySubscriber<byte[]> received(
            HttpResponse.ResponseInfo head, Path target, long mostBytes) {
        return head.statusCode() == OK
                ? new ReceivedFile(target, mostBytes)
                : HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.discarding(), _ -> {
                    throw new Refused(failureOf(head.statusCode(), 0));
                });
    }

    private <T> HttpResponse<T> call(
            String phoneNumberId, URI address, HttpResponse.BodyHandler<T> handler, Duration within)
            throws NotHadException {
        if (tokens.isShut(phoneNumberId)) {
            throw new NotHadException(new Failure.Passing("The access token of its number cannot be opened here"));
        }
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + tokens.of(phoneNumberId))
                .header("User-Agent", USER_AGENT)
                .timeout(config.graphTimeout())
                .build();
        var answer = http.sendAsync(request, handler);
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new NotHadException(new Failure.Passing("It took longer than " + within));
        } catch (ExecutionException broken) {
            throw new NotHadException(
                    broken.getCause() instanceof Refused refused ? refused.failure : passing(broken.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotHadException(new Failure.Passing("This process stops"));
        } finally {
            answer.cancel(true);
        }
    }

    /// Kinds of failure only: messages of exceptions may name what nobody should read in a log.
    private static Failure passing(@Nullable Throwable failure) {
        return new Failure.Passing(
                failure == null ? "No answer" : failure.getClass().getSimpleName());
    }

    private static Failure failureOf(int status, int code) {
        if (status == NOT_FOUND || status == GONE || status == BAD_REQUEST && code == CODE_NO_SUCH_OBJECT) {
            return new Failure.Hopeless(Loss.EXPIRED);
        }
        return status >= FIRST_REDIRECT && status < BAD_REQUEST
                ? new Failure.Hopeless(Loss.STRANGE_ADDRESS)
                : new Failure.Passing("It answered " + status);
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return json.createObjectNode();
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /// Carries a failure through the client, which knows exceptions only.
    static final class Refused extends RuntimeException {
        private final transient Failure failure;

        Refused(Failure failure) {
            super(failure.toString());
            this.failure = failure;
        }
    }
}
