package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.centralino.outbound.channel.domain.QrCode;
import org.centralino.outbound.token.AccessTokens;

/// The QR codes and short links of a number (fact sheet, section 11.6). A call waits for its answer, so
/// it is for a thread that may wait.
@ApplicationScoped
public class CloudQrCodes {
    private static final String PATH = "message_qrdls";

    private final Graph graph;
    private final AccessTokens tokens;
    private final ObjectMapper json;

    CloudQrCodes(Graph graph, AccessTokens tokens, ObjectMapper json) {
        this.graph = graph;
        this.tokens = tokens;
        this.json = json;
    }

    /// @return those of the number; it never fails
    public PlatformAnswer<List<QrCode>> of(String phoneNumberId) {
        return PlatformAnswer.of(
                graph.get(phoneNumberId, "/" + PATH, tokens.of(phoneNumberId)),
                answer -> answer.path("data").isArray() ? Optional.of(all(answer.path("data"))) : Optional.empty());
    }

    public PlatformAnswer<QrCode> create(String phoneNumberId, String message) {
        // The picture is drawn where it is shown: that of the platform stands on a host that pages do not load from.
        var body = json.createObjectNode().put("prefilled_message", message).put("generate_qr_image", "SVG");
        return PlatformAnswer.of(graph.call("POST", phoneNumberId, PATH, body), CloudQrCodes::read);
    }

    public PlatformAnswer<QrCode> change(String phoneNumberId, String code, String message) {
        var body = json.createObjectNode().put("prefilled_message", message).put("code", code);
        return PlatformAnswer.of(graph.call("POST", phoneNumberId, PATH, body), CloudQrCodes::read);
    }

    public PlatformAnswer<Boolean> delete(String phoneNumberId, String code) {
        return PlatformAnswer.success(graph.call("DELETE", phoneNumberId, PATH + "/" + Graph.encoded(code), null));
    }

    private static List<QrCode> all(JsonNode data) {
        var found = new ArrayList<QrCode>();
        data.forEach(code -> read(code).ifPresent(found::add));
        return found;
    }

    private static Optional<QrCode> read(JsonNode code) {
        var id = code.path("code").asText("");
        var link = code.path("deep_link_url").asText("");
        return id.isBlank() || link.isBlank()
                ? Optional.empty()
                : Optional.of(new QrCode(id, code.path("prefilled_message").asText(""), link));
    }
}
