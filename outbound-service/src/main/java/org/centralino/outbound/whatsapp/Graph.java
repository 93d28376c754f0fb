package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.dispatch.domain.Answer;
import org.centralino.outbound.token.AccessTokens;
import org.jspecify.annotations.Nullable;

/// The platform's Graph API, for threads that may wait for its answer (fact sheet, section 8). No redirect is
/// followed: the access token goes to its address and to no other.
@Singleton
class Graph {
    private final WhatsAppConfig config;
    private final AccessTokens tokens;
    private final ObjectMapper json;
    private final Event<TokenRefused> tokenRefused;
    private final HttpClient http;

    Graph(WhatsAppConfig config, AccessTokens tokens, ObjectMapper json, Event<TokenRefused> tokenRefused) {
        this.config = config;
        this.tokens = tokens;
        this.tokenRefused = tokenRefused;
        this.json = json;
        this.http = client(config);
    }

    /// What came of a call.
    sealed interface Came {
        /// @param body missing when it is no JSON
        record Answered(int status, JsonNode body) implements Came {}

        /// @param reason for people
        record Unanswered(String reason) implements Came {}
    }

    /// @return where its objects stand, with a slash at the end
    static String addressOf(WhatsAppConfig config) {
        return "%s/%s/".formatted(config.graphUrl().toString().replaceAll("/+$", ""), config.graphVersion());
    }

    /// @return what speaks to it, to be closed by whoever has it
    static HttpClient client(WhatsAppConfig config) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.graphConnectTimeout())
                .build();
    }

    /// @param what of the number is called, such as `block_users`
    /// @param body null for none
    /// @return what came of it; it never fails
    Came call(String method, String phoneNumberId, String what, @Nullable ObjectNode body) {
        return tokens.isShut(phoneNumberId)
                ? new Came.Unanswered("Its access token cannot be opened here.")
                : callBy(phoneNumberId, method, encoded(phoneNumberId) + "/" + what, body);
    }

    /// By the access token of a number, whatever is called.
    ///
    /// @param path of the object, with what is asked behind it
    /// @param body null for none
    /// @return what came of it; it never fails
    Came callBy(String phoneNumberId, String method, String path, @Nullable ObjectNode body) {
        return told(call(method, path, body, tokens.of(phoneNumberId)), phoneNumberId);
    }

    /// @param path behind the number: a `/` and what of it is asked for, or a `?` and its fields
    /// @param token by which it is asked for
    /// @return what came of it; it never fails
    Came get(String phoneNumberId, String path, String token) {
        var came = call("GET", encoded(phoneNumberId) + path, null, token);
        return !tokens.isShut(phoneNumberId) && token.equals(tokens.of(phoneNumberId))
                ? told(came, phoneNumberId)
                : came;
    }

    /// @param path of the object, with what is asked behind it
    /// @param body null for none
    /// @param token by which it is called
    /// @return what came of it; it never fails
    Came call(String method, String path, @Nullable ObjectNode body, String token) {
        return came(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /// @param session that was opened for the file
    /// @return what came of bringing it as a whole; it never fails
    Came bring(String session, byte[] file, String token) {
        return came(request(session)
                .header("Authorization", "OAuth " + token)
                .header("file_offset", "0")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(addressOf(config) + path))
                .timeout(config.graphTimeout())
                .header("Accept", "application/json");
    }

    /// A token that is not good any more stops the number in whose name it was used.
    private Came told(Came came, String phoneNumberId) {
        if (came instanceof Came.Answered(var status, var body)
                && status >= 400
                && body.at("/error/code").canConvertToInt()) {
            var error = CloudAnswer.errorOf(body.path("error"));
            if (Answer.Problem.isOfNoToken(error)) {
                tokenRefused.fireAsync(new TokenRefused(phoneNumberId, tokens.fingerprint(phoneNumberId), error));
            }
        }
        return came;
    }

    private Came came(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Came.Answered(answer.statusCode(), CloudAnswer.parsed(answer.body(), json));
        } catch (IOException failure) {
            return new Came.Unanswered(
                    "WhatsApp did not answer (%s).".formatted(failure.getClass().getSimpleName()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Came.Unanswered("It was stopped before WhatsApp answered.");
        }
    }

    /// @return as it may stand in an address
    static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
