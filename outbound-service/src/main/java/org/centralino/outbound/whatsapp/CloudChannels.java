package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.centralino.outbound.channel.domain.AccountNumber;
import org.centralino.outbound.token.AccessTokens;
import org.jspecify.annotations.Nullable;

/// What connects a number (fact sheet, sections 11.1, 11.2 and 11.4). A call waits for its answer, so
/// it is for a thread that may wait.
@ApplicationScoped
public class CloudChannels {
    private static final int MOST_PAGES = 20;
    private static final int TEMPLATE_MISSING = 132001;

    private final Graph graph;
    private final AccessTokens tokens;
    private final CloudTokens cloudTokens;
    private final ObjectMapper json;

    CloudChannels(Graph graph, AccessTokens tokens, CloudTokens cloudTokens, ObjectMapper json) {
        this.graph = graph;
        this.cloudTokens = cloudTokens;
        this.tokens = tokens;
        this.json = json;
    }

    private record Page(
            List<AccountNumber> numbers, @Nullable String next) {}

    /// @return the numbers of a WhatsApp Business account; it never fails
    public PlatformAnswer<List<AccountNumber>> numbersOf(String accountId, String token) {
        var found = new ArrayList<AccountNumber>();
        var after = "";
        for (var page = 0; page < MOST_PAGES; page++) {
            var path = "%s/phone_numbers?fields=id,display_phone_number,verified_name,status&limit=100%s"
                    .formatted(Graph.encoded(accountId), after);
            switch (PlatformAnswer.of(graph.call("GET", path, null, token), CloudChannels::page)) {
                case PlatformAnswer.Done<Page>(var done) -> {
                    found.addAll(done.numbers());
                    if (done.next() == null) {
                        return new PlatformAnswer.Done<>(found);
                    }
                    after = "&after=" + Graph.encoded(done.next());
                }
                case PlatformAnswer.Refused<Page>(var error, var unknown) -> {
                    return new PlatformAnswer.Refused<>(error, unknown);
                }
                case PlatformAnswer.Unclear<Page>(var reason) -> {
                    return new PlatformAnswer.Unclear<>(reason);
                }
            }
        }
        return new PlatformAnswer.Done<>(found);
    }

    /// From then on the platform tells our app what happens in the account.
    ///
    /// @param phoneNumberId a number of the account, by whose token it is asked
    public PlatformAnswer<Boolean> subscribe(String accountId, String phoneNumberId) {
        return PlatformAnswer.success(graph.callBy(
                phoneNumberId, "POST", Graph.encoded(accountId) + "/subscribed_apps", json.createObjectNode()));
    }

    /// @param phoneNumberId a number of the account, by whose token it is asked
    /// @return whether the platform tells our app what happens in the account; empty when it does so to
    ///     some app, and does not say which one is ours
    public PlatformAnswer<Optional<Boolean>> isSubscribed(String accountId, String phoneNumberId) {
        var token = tokens.of(phoneNumberId);
        var apps = PlatformAnswer.of(
                graph.call("GET", Graph.encoded(accountId) + "/subscribed_apps", null, token), CloudChannels::apps);
        return switch (apps) {
            case PlatformAnswer.Done<List<String>>(var ids) ->
                new PlatformAnswer.Done<>(ids.isEmpty() ? Optional.of(false) : isAmong(ids, cloudTokens.appOf(token)));
            case PlatformAnswer.Refused<List<String>>(var error, var unknown) ->
                new PlatformAnswer.Refused<>(error, unknown);
            case PlatformAnswer.Unclear<List<String>>(var reason) -> new PlatformAnswer.Unclear<>(reason);
        };
    }

    private static Optional<Boolean> isAmong(List<String> apps, PlatformAnswer<String> ours) {
        return ours instanceof PlatformAnswer.Done<String>(var id) ? Optional.of(apps.contains(id)) : Optional.empty();
    }

    private static Optional<List<String>> apps(JsonNode answer) {
        if (!answer.path("data").isArray()) {
            return Optional.empty();
        }
        var ids = new ArrayList<String>();
        answer.path("data")
                .forEach(app -> ids.add(
                        app.path("whatsapp_business_api_data").path("id").asText()));
        return Optional.of(ids);
    }

    /// From then on the number may send and receive here.
    ///
    /// @param pin of the number's two-step verification; when it has none, this becomes it
    public PlatformAnswer<Boolean> register(String phoneNumberId, String pin) {
        var body = json.createObjectNode().put("messaging_product", "whatsapp").put("pin", pin);
        return PlatformAnswer.success(graph.call("POST", phoneNumberId, "register", body));
    }

    /// @param pin from now on that of the number's two-step verification
    public PlatformAnswer<Boolean> setPin(String phoneNumberId, String pin) {
        var body = json.createObjectNode().put("pin", pin);
        return PlatformAnswer.success(graph.callBy(phoneNumberId, "POST", Graph.encoded(phoneNumberId), body));
    }

    /// Sends the template that every new account has, or a text where it is gone.
    ///
    /// @param to digits
    /// @param callbackData what statuses of the message bring back
    /// @return the platform's id of the message
    public PlatformAnswer<String> sendTest(String phoneNumberId, String to, String callbackData) {
        var message = json.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("to", to)
                .put("type", "template")
                .put("biz_opaque_callback_data", callbackData);
        message.putObject("template")
                .put("name", "hello_world")
                .putObject("language")
                .put("code", "en_US");
        var answer = PlatformAnswer.of(graph.call("POST", phoneNumberId, "messages", message), CloudChannels::sent);
        if (!(answer instanceof PlatformAnswer.Refused<String>(var error, var _)) || error.code() != TEMPLATE_MISSING) {
            return answer;
        }
        message.remove("template");
        message.put("type", "text").putObject("text").put("body", "Test: this number is connected to Centralino.");
        return PlatformAnswer.of(graph.call("POST", phoneNumberId, "messages", message), CloudChannels::sent);
    }

    private static Optional<String> sent(JsonNode answer) {
        return Optional.ofNullable(CloudAnswer.words(answer.path("messages").path(0), "id"));
    }

    private static Optional<Page> page(JsonNode answer) {
        if (!answer.path("data").isArray()) {
            return Optional.empty();
        }
        var numbers = new ArrayList<AccountNumber>();
        for (var number : answer.path("data")) {
            var id = CloudAnswer.words(number, "id");
            if (id != null) {
                numbers.add(new AccountNumber(
                        id,
                        CloudAnswer.words(number, "display_phone_number"),
                        CloudAnswer.words(number, "verified_name"),
                        CloudAnswer.words(number, "status")));
            }
        }
        return Optional.of(new Page(numbers, CloudAnswer.next(answer)));
    }
}
