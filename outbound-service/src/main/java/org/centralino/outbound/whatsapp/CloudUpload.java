package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.centralino.events.SentFile;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.dispatch.domain.Answer.Problem;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.upload.domain.Upload.Answer;

/// Brings files to the platform (fact sheet, section 9). A call waits for its answer, so it is for a thread of its own;
/// of the file no more is held than is on its way. The access token goes to the Graph API and to no other place.
@ApplicationScoped
public class CloudUpload {
    private static final int SUCCESS = 2;

    private final WhatsAppConfig config;
    private final OutboundConfig outbound;
    private final AccessTokens tokens;
    private final ObjectMapper json;
    private final HttpClient http;

    CloudUpload(WhatsAppConfig config, OutboundConfig outbound, AccessTokens tokens, ObjectMapper json) {
        this.config = config;
        this.outbound = outbound;
        this.tokens = tokens;
        this.json = json;
        this.http = Graph.client(config);
    }

    /// @param file the bytes
    /// @param about what they are
    /// @return what the platform made of it
    /// @throws FileNotFoundException when there is no such file
    public Answer upload(String phoneNumberId, Path file, SentFile about) throws FileNotFoundException {
        if (tokens.isShut(phoneNumberId)) {
            return new Answer.NotTaken("The access token of its number cannot be opened here.");
        }
        var boundary = "file-" + UUID.randomUUID();
        var token = tokens.fingerprint(phoneNumberId);
        var number = Graph.encoded(phoneNumberId);
        var request = HttpRequest.newBuilder(URI.create("%s%s/media".formatted(Graph.addressOf(config), number)))
                .timeout(outbound.fileWithin())
                .header("Authorization", "Bearer " + tokens.of(phoneNumberId))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "application/json")
                .POST(form(boundary, file, about))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return read(answer.statusCode(), answer.body(), token);
        } catch (IOException failure) {
            return new Answer.NotTaken(
                    "WhatsApp did not answer (%s).".formatted(failure.getClass().getSimpleName()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.NotTaken("It was stopped before WhatsApp answered.");
        }
    }

    private static BodyPublisher form(String boundary, Path file, SentFile about) throws FileNotFoundException {
        var before = """
                --%1$s\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                whatsapp\r
                --%1$s\r
                Content-Disposition: form-data; name="type"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: %2$s\r
                \r
                """.formatted(boundary, about.mimeType(), nameOf(about));
        return BodyPublishers.concat(
                BodyPublishers.ofString(before),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
    }

    /// Customers see the name that the message says; this one only has to do no harm in a head.
    private static String nameOf(SentFile about) {
        return about.name() == null ? "file" : about.name().replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private Answer read(int status, String body, String token) {
        var answer = CloudAnswer.parsed(body, json);
        var id = answer.path("id").asText("");
        if (status / 100 == SUCCESS && !id.isBlank()) {
            return new Answer.Taken(id);
        }
        var error = answer.path("error");
        if (!error.path("code").canConvertToInt()) {
            return new Answer.NotTaken("WhatsApp answered %d without an error that can be read.".formatted(status));
        }
        var problem = new Problem(
                status, CloudAnswer.errorOf(error), error.path("is_transient").asBoolean());
        if (problem.isAboutTheToken()) {
            return new Answer.TokenRefused(problem.error(), token);
        }
        return problem.mayPass()
                ? new Answer.NotTaken("WhatsApp answered %d (code %d)."
                        .formatted(status, problem.error().code()))
                : new Answer.Refused(problem.error());
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
