package org.centralino.system.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Calls the product's webhook exactly as the platform does: its JSON, its escapes, its signature over the
/// raw bytes.
public final class WhatsAppPlatform {
    public static final String PHONE_NUMBER_ID = "510000000000023";
    public static final String BUSINESS_NUMBER = "390299990001";
    public static final String WABA = "290000000000017";
    public static final String APP_SECRET = "local-app-secret";
    public static final String SIGNATURE = "X-Hub-Signature-256";

    /// Longer than the product's own patience with Kafka.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http;
    private final URI webhook;

    /// A text message as a part of a webhook.
    public record Message(String wamid, Simulator.Customer customer, Instant at, String text) {}

    /// What became of a message of the business, as a part of a webhook.
    ///
    /// @param callbackData what the send said of itself; null when it said nothing
    /// @param status in the platform's words, such as `delivered`
    public record Status(
            String wamid,
            Simulator.Customer customer,
            Instant at,
            String status,
            @Nullable String callbackData) {}

    WhatsAppPlatform(HttpClient http, URI gateway) {
        this.http = http;
        this.webhook = gateway.resolve("/webhooks/whatsapp");
    }

    public Answer post(byte[] body) {
        return post(body, sign(body));
    }

    /// @param signature the header's value
    public Answer post(byte[] body, String signature) {
        return send(request(body).header(SIGNATURE, signature));
    }

    /// Posts it as somebody who is not the platform, and does not even try to look like it.
    public Answer postUnsigned(byte[] body) {
        return send(request(body));
    }

    private HttpRequest.Builder request(byte[] body) {
        return HttpRequest.newBuilder(webhook)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException noAnswer) {
            return Answer.none(noAnswer);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    public static String sign(byte[] body) {
        return sign(body, APP_SECRET);
    }

    public static String sign(byte[] body, String secret) {
        return sign(body, mac(secret));
    }

    /// For one thread that signs much.
    public static String sign(byte[] body, Mac mac) {
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    public static Mac mac(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    /// @return a webhook that carries these messages, in the platform's form
    public static byte[] webhook(List<Message> messages) {
        return envelope(Map.of(
                "messaging_product", "whatsapp",
                "metadata", metadata(PHONE_NUMBER_ID),
                "contacts",
                        messages.stream()
                                .map(Message::customer)
                                .distinct()
                                .map(WhatsAppPlatform::contact)
                                .toList(),
                "messages", messages.stream().map(WhatsAppPlatform::part).toList()));
    }

    /// @return a webhook that carries these statuses, in the platform's form
    public static byte[] statuses(List<Status> statuses) {
        return envelope(Map.of(
                "messaging_product", "whatsapp",
                "metadata", metadata(PHONE_NUMBER_ID),
                "statuses", statuses.stream().map(WhatsAppPlatform::part).toList()));
    }

    private static Map<String, Object> part(Status status) {
        var part = new LinkedHashMap<String, Object>();
        part.put("id", status.wamid());
        part.put("status", status.status());
        part.put("timestamp", Long.toString(status.at().getEpochSecond()));
        part.put("recipient_id", status.customer().waId());
        if (status.callbackData() != null) {
            part.put("biz_opaque_callback_data", status.callbackData());
        }
        return part;
    }

    /// @return the value of a change of the field `messages`, in its envelope
    public static byte[] envelope(Object value) {
        return bytes(Map.of(
                "object",
                "whatsapp_business_account",
                "entry",
                List.of(Map.of("id", WABA, "changes", List.of(Map.of("field", "messages", "value", value))))));
    }

    public static Map<String, String> metadata(String phoneNumberId) {
        return Map.of("display_phone_number", BUSINESS_NUMBER, "phone_number_id", phoneNumberId);
    }

    public static Map<String, Object> contact(Simulator.Customer customer) {
        return Map.of(
                "profile", Map.of("name", customer.name()), "wa_id", customer.waId(), "user_id", customer.bsuid());
    }

    /// @return the message as a member of `messages[]`
    public static Map<String, Object> part(Message message) {
        var part = new LinkedHashMap<String, Object>();
        part.put("from", message.customer().waId());
        part.put("from_user_id", message.customer().bsuid());
        part.put("id", message.wamid());
        part.put("timestamp", Long.toString(message.at().getEpochSecond()));
        part.put("type", "text");
        part.put("text", Map.of("body", message.text()));
        return part;
    }

    /// @return the JSON with every character beyond ASCII escaped in lower-case hex, as the platform
    ///     writes it
    public static byte[] bytes(Object json) {
        var text = Json.write(json);
        var ascii = new StringBuilder(text.length());
        text.chars().forEach(unit -> {
            if (unit < 0x80) {
                ascii.append((char) unit);
            } else {
                ascii.append("\\u").append(HexFormat.of().toHexDigits((char) unit));
            }
        });
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
