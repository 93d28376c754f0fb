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
import java.util.Set;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.block.domain.BlockCall;
import org.centralino.outbound.block.domain.BlockCall.Answer;

/// The list of those whom a number does not hear (fact sheet, section 11.5). A call waits for its answer, so it is for
/// a thread of its own. No redirect is followed.
@ApplicationScoped
public class CloudBlocks {
    /// Two changed the list at once, and trouble of the platform's own.
    private static final Set<Integer> PASSING = Set.of(139_102, 139_103, 130_429);

    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final WhatsAppConfig config;
    private final ObjectMapper json;
    private final HttpClient http;
    private final String numbers;

    CloudBlocks(WhatsAppConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.graphConnectTimeout())
                .build();
        this.numbers = "%s/%s/".formatted(config.graphUrl().toString().replaceAll("/+$", ""), config.graphVersion());
    }

    /// @return what the platform made of it; it never fails
    public Answer call(BlockCall call) {
        try {
            var answer = http.send(request(call), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return read(answer.statusCode(), answer.body());
        } catch (IOException failure) {
            return new Answer.Unclear(
                    "WhatsApp did not answer (%s).".formatted(failure.getClass().getSimpleName()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Unclear("It was stopped before WhatsApp answered.");
        }
    }

    private HttpRequest request(BlockCall call) {
        var number = URLEncoder.encode(String.valueOf(call.access().phoneNumberId()), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(numbers + number + "/block_users"))
                .timeout(config.graphTimeout())
                .header("Authorization", "Bearer " + config.accessToken())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(call.blocked() ? "POST" : "DELETE", HttpRequest.BodyPublishers.ofString(body(call.recipient())))
                .build();
    }

    /// With both keys the phone number counts, as for messages.
    private String body(Recipient recipient) {
        var body = json.createObjectNode().put("messaging_product", "whatsapp");
        var user = body.putArray("block_users").addObject();
        if (recipient.phone() != null) {
            user.put("user", recipient.phone());
        } else {
            user.put("user_id", recipient.bsuid());
        }
        return body.toString();
    }

    /// Each user may fail alone, and then the whole call is an error as well.
    private Answer read(int status, String text) {
        var answer = CloudAnswer.parsed(text, json);
        var ofUser = answer.path("block_users")
                .path("failed_users")
                .path(0)
                .path("errors")
                .path(0);
        var error = ofUser.path("code").canConvertToInt() ? ofUser : answer.path("error");
        var code = error.path("code");
        if (status >= SERVER_ERROR || status == TOO_MANY || PASSING.contains(code.asInt())) {
            return new Answer.Unclear("WhatsApp answered %d (code %d).".formatted(status, code.asInt()));
        }
        if (code.canConvertToInt()) {
            return error.path("is_transient").asBoolean()
                    ? new Answer.Unclear("WhatsApp answered %d (code %d).".formatted(status, code.asInt()))
                    : new Answer.Refused(CloudAnswer.errorOf(error));
        }
        return status >= 200 && status < 300 && answer.isObject()
                ? new Answer.Done()
                : new Answer.Unclear("WhatsApp answered %d without an error that can be read.".formatted(status));
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
