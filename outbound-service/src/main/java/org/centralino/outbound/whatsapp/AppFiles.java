package org.centralino.outbound.whatsapp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.whatsapp.Graph.Came;

/// Files that are brought to the app whose access token it is, and not to a number (fact sheet, section 9: Resumable
/// Upload): what shows WhatsApp how a template will look, and the pictures of profiles. Which app that is,
/// `debug_token` says, of which the fact sheet is silent: it is as the platform's public reference has it. A call
/// waits for its answer, so it is for a thread that may wait.
@ApplicationScoped
public class AppFiles {
    private final Graph graph;
    private final CloudTokens cloudTokens;
    private final AccessTokens tokens;

    AppFiles(Graph graph, CloudTokens cloudTokens, AccessTokens tokens) {
        this.graph = graph;
        this.cloudTokens = cloudTokens;
        this.tokens = tokens;
    }

    /// @param phoneNumberId by whose access token it goes
    /// @param mimeType of the file: a JPEG, a PNG, an MP4 or a PDF
    /// @return the handle by which it is named
    public PlatformAnswer<String> bring(String phoneNumberId, byte[] file, String mimeType) {
        var token = tokens.of(phoneNumberId);
        return then(
                cloudTokens.appOf(token),
                app -> then(
                        named("id", graph.call("POST", session(app, file, mimeType), null, token)),
                        session -> named("h", graph.bring(session, file, token))));
    }

    private static String session(String app, byte[] file, String mimeType) {
        return "%s/uploads?file_name=%s&file_length=%d&file_type=%s"
                .formatted(
                        Graph.encoded(app),
                        "file." + mimeType.substring(mimeType.indexOf('/') + 1),
                        file.length,
                        Graph.encoded(mimeType));
    }

    private static PlatformAnswer<String> named(String field, Came came) {
        return PlatformAnswer.of(came, answer -> Optional.ofNullable(CloudAnswer.words(answer, field)));
    }

    private static PlatformAnswer<String> then(
            PlatformAnswer<String> first, Function<String, PlatformAnswer<String>> next) {
        return first instanceof PlatformAnswer.Done<String>(var value) ? next.apply(value) : first;
    }
}
