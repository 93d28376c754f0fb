package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.centralino.outbound.token.AccessTokens;

/// Files that are brought to the app whose access token it is, and not to a number (fact sheet, section 9: Resumable
/// Upload): what shows WhatsApp how a template will look, and the pictures of profiles. Which app that is,
/// `debug_token` says, of which the fact sheet is silent: it is as the platform's public reference has it. A call
/// waits for its answer, so it is for a thread that may wait.
@ApplicationScoped
public class AppFiles {
    private final Graph graph;
    private final AccessTokens tokens;

    AppFiles(Graph graph, AccessTokens tokens) {
        this.graph = graph;
        this.tokens = tokens;
    }

    /// @param phoneNumberId by whose access token it goes
    /// @param mimeType of the file: a JPEG, a PNG, an MP4 or a PDF
    /// @return the handle by which it is named
    public PlatformAnswer<String> bring(String phoneNumberId, byte[] file, String mimeType) {
        var token = tokens.of(phoneNumberId);
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
                                                "file." + mimeType.substring(mimeType.indexOf('/') + 1),
                                                file.length,
                                                encoded(mimeType)),
                                token,
                                answer -> text(answer.path("id"))),
                        session -> PlatformAnswer.of(
                                graph.bring(session, file, token), answer -> text(answer.path("h")))));
    }

    private PlatformAnswer<String> asked(
            String method, String path, String token, Function<JsonNode, Optional<String>> reading) {
        return PlatformAnswer.of(graph.call(method, path, null, token), reading);
    }

    private static PlatformAnswer<String> then(
            PlatformAnswer<String> first, Function<String, PlatformAnswer<String>> next) {
        return first instanceof PlatformAnswer.Done<String>(var value) ? next.apply(value) : first;
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isBlank());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
