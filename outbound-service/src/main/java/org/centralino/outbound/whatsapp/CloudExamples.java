package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.whatsapp.CloudTemplates.Account;
import org.centralino.outbound.whatsapp.CloudTemplates.Answer;

/// Files that show the platform what will stand above a template or on a card (fact sheet, section 9: Resumable
/// Upload).
/// They belong to the app whose access token it is. Which one that is, `debug_token` says, of which the fact sheet is
/// silent: it is as the platform's public reference has it. A call waits for its answer, so it is for a thread that may
/// wait.
@ApplicationScoped
public class CloudExamples {
    private final Graph graph;
    private final AccessTokens tokens;

    CloudExamples(Graph graph, AccessTokens tokens) {
        this.graph = graph;
        this.tokens = tokens;
    }

    /// @param mimeType of the file: a JPEG, a PNG, an MP4 or a PDF
    /// @return the handle by which a template names it
    public Answer<String> bring(Account account, byte[] file, String mimeType) {
        var token = tokens.of(account.phoneNumberIds().getFirst());
        return then(
                asked(
                        "GET",
                        "debug_token?input_token=" + encoded(token),
                        token,
                        answer -> text(answer.at("/data/app_id"))),
                app -> then(
                        asked(
                                "POST",
                                "%s/uploads?file_name=%s&file_length=%d&file_type=%s"
                                        .formatted(
                                                encoded(app),
                                                "example." + mimeType.substring(mimeType.indexOf('/') + 1),
                                                file.length,
                                                encoded(mimeType)),
                                token,
                                answer -> text(answer.path("id"))),
                        session -> CloudTemplates.answered(
                                graph.bring(session, file, token), answer -> text(answer.path("h")))));
    }

    private Answer<String> asked(
            String method, String path, String token, Function<JsonNode, Optional<String>> reading) {
        return CloudTemplates.answered(graph.call(method, path, null, token), reading);
    }

    private static Answer<String> then(Answer<String> first, Function<String, Answer<String>> next) {
        return first instanceof Answer.Done<String>(var value) ? next.apply(value) : first;
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isBlank());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
