package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.centralino.events.PlatformError;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.sync.domain.SyncKind;

/// Asks for what the phone beside a number hands over (fact sheet, section 16). A call waits for its
/// answer, so it is for a thread that may wait. No redirect is followed.
@ApplicationScoped
public class CloudSync {
    private final WhatsAppConfig config;
    private final ObjectMapper json;
    private final HttpClient http;
    private final String numbers;

    CloudSync(WhatsAppConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.graphConnectTimeout())
                .build();
        this.numbers = "%s/%s/".formatted(config.graphUrl().toString().replaceAll("/+$", ""), config.graphVersion());
    }

    /// What the platform made of it.
    public sealed interface Answer {
        /// It comes by webhooks.
        record Taken() implements Answer {}

        /// It does not come.
        record Refused(PlatformError error) implements Answer {}

        /// @param reason for people
        record Unclear(String reason) implements Answer {}
    }

    /// @return what the platform made of it; it never fails
    public Answer ask(String phoneNumberId, SyncKind kind) {
        try {
            var answer =
                    http.send(request(phoneNumberId, kind), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return read(answer.statusCode(), answer.body());
        } catch (IOException failure) {
            return new Answer.Unclear(
                    "WhatsApp did not answer (%s).".formatted(failure.getClass().getSimpleName()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Unclear("It was stopped before WhatsApp answered.");
        }
    }

    private HttpRequest request(String phoneNumberId, SyncKind kind) {
        var number = URLEncoder.encode(phoneNumberId, StandardCharsets.UTF_8);
        var body = json.createObjectNode().put("messaging_product", "whatsapp").put("sync_type", kind.word());
        return HttpRequest.newBuilder(URI.create(numbers + number + "/smb_app_data"))
                .timeout(config.graphTimeout())
                .header("Authorization", "Bearer " + config.accessToken())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private Answer read(int status, String text) {
        var answer = CloudAnswer.parsed(text, json);
        var error = answer.path("error");
        if (status >= 400
                && status < 500
                && error.path("code").canConvertToInt()
                && !error.path("is_transient").asBoolean()) {
            return new Answer.Refused(CloudAnswer.errorOf(error));
        }
        return status >= 200 && status < 300 && answer.isObject()
                ? new Answer.Taken()
                : new Answer.Unclear("WhatsApp answered %d without a word that can be read.".formatted(status));
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
