package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centralino.events.PlatformError;
import org.centralino.events.Template;
import org.centralino.outbound.dispatch.domain.Answer.Problem;
import org.centralino.outbound.template.domain.Draft;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.whatsapp.Graph.Came;
import org.jspecify.annotations.Nullable;

/// The templates of an account at the platform (fact sheet, sections 10.1 and 10.2). A call waits for its answer, so it
/// is for a thread that may wait.
@ApplicationScoped
public class CloudTemplates {
    private static final int A_PAGE = 100;
    /// An account has 6,000 templates at most.
    private static final int MOST_PAGES = 100;
    private static final int FIRST_SUBCODE = 2_388_000;
    private static final int LAST_SUBCODE = 2_388_999;

    private static final String FIELDS =
            "id,name,language,status,category,parameter_format,components,quality_score,rejected_reason";

    private final Graph graph;
    private final AccessTokens tokens;

    CloudTemplates(Graph graph, AccessTokens tokens) {
        this.graph = graph;
        this.tokens = tokens;
    }

    /// An account, and which of our numbers belong to it.
    public record Account(String id, List<String> phoneNumberIds) {
        public Account {
            phoneNumberIds = List.copyOf(phoneNumberIds);
        }
    }

    /// What the platform made of a call.
    public sealed interface Answer<T> {
        record Done<T>(T value) implements Answer<T> {}

        record Refused<T>(PlatformError error) implements Answer<T> {}

        /// Nobody knows what became of it.
        ///
        /// @param reason for people
        record Unclear<T>(String reason) implements Answer<T> {}
    }

    /// @return all templates of the account
    public Answer<List<Template>> all(Account account) {
        return listed(account, "");
    }

    /// @return the templates of this name, one for each language
    public Answer<List<Template>> named(Account account, String name) {
        return switch (listed(account, "&name=" + Graph.encoded(name))) {
            // The platform also finds names that only contain it.
            case Answer.Done<List<Template>>(var found) ->
                new Answer.Done<>(found.stream()
                        .filter(template -> template.name().equals(name))
                        .toList());
            case Answer.Refused<List<Template>> refused -> refused;
            case Answer.Unclear<List<Template>> unclear -> unclear;
        };
    }

    /// @return the template as the platform takes it for the time being
    public Answer<Template> create(Account account, Draft draft) {
        var body = TemplateWriting.whole(draft);
        return called(account, "POST", path(account), body, answer -> {
            var made = body.deepCopy();
            made.put("id", answer.path("id").asText(""));
            made.put("status", answer.path("status").asText("PENDING"));
            if (answer.hasNonNull("category")) {
                made.set("category", answer.path("category"));
            }
            return TemplateReading.read(made, account.id(), account.phoneNumberIds());
        });
    }

    /// @param categoryToo whether its category may become another one
    public Answer<Boolean> change(Account account, String templateId, Draft draft, boolean categoryToo) {
        return called(
                account,
                "POST",
                Graph.encoded(templateId),
                TemplateWriting.changed(draft, categoryToo),
                CloudTemplates::success);
    }

    /// @param templateId of the one language that goes; null for all languages of the name
    public Answer<Boolean> delete(Account account, String name, @Nullable String templateId) {
        var one = templateId == null ? "" : "&hsm_id=" + Graph.encoded(templateId);
        return called(
                account,
                "DELETE",
                "%s?name=%s%s".formatted(path(account), Graph.encoded(name), one),
                null,
                CloudTemplates::success);
    }

    private Answer<List<Template>> listed(Account account, String filter) {
        var found = new ArrayList<Template>();
        var after = "";
        for (var page = 0; page < MOST_PAGES; page++) {
            var path = "%s?fields=%s&limit=%d%s%s".formatted(path(account), FIELDS, A_PAGE, filter, after);
            switch (called(account, "GET", path, null, Optional::of)) {
                case Answer.Done<JsonNode>(var answer) -> {
                    if (!answer.path("data").isArray()) {
                        return new Answer.Unclear<>("WhatsApp answered without a list.");
                    }
                    answer.path("data")
                            .forEach(each -> TemplateReading.read(each, account.id(), account.phoneNumberIds())
                                    .ifPresent(found::add));
                    var cursor = CloudAnswer.next(answer);
                    if (cursor == null) {
                        return new Answer.Done<>(List.copyOf(found));
                    }
                    after = "&after=" + Graph.encoded(cursor);
                }
                case Answer.Refused<JsonNode>(var error) -> {
                    return new Answer.Refused<>(error);
                }
                case Answer.Unclear<JsonNode>(var reason) -> {
                    return new Answer.Unclear<>(reason);
                }
            }
        }
        return new Answer.Unclear<>("WhatsApp's list of templates does not end.");
    }

    /// By the access token of any of the account's numbers: one that the platform refuses says nothing of
    /// the others.
    private <T> Answer<T> called(
            Account account,
            String method,
            String path,
            @Nullable ObjectNode body,
            Function<JsonNode, Optional<T>> reading) {
        Answer<T> answer = new Answer.Unclear<>(
                "None of our numbers belongs to this account, or none of their access tokens can be opened.");
        var opened = account.phoneNumberIds().stream()
                .filter(number -> !tokens.isShut(number))
                .collect(Collectors.toMap(tokens::of, number -> number, (first, _) -> first, LinkedHashMap::new))
                .values();
        for (var number : opened) {
            answer = answered(graph.callBy(number, method, path, body), reading);
            if (!isAboutTheToken(answer)) {
                return answer;
            }
        }
        return answer;
    }

    private static boolean isAboutTheToken(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var error) && Problem.isAboutTheToken(error);
    }

    /// @param reading says what an answer without an error comes to; nothing when it cannot be read
    static <T> Answer<T> answered(Came came, Function<JsonNode, Optional<T>> reading) {
        return switch (came) {
            case Came.Answered(var status, var answer) -> read(status, answer, reading);
            case Came.Unanswered(var reason) -> new Answer.Unclear<>(reason);
        };
    }

    private static <T> Answer<T> read(int status, JsonNode answer, Function<JsonNode, Optional<T>> reading) {
        var error = answer.path("error");
        if (status >= 400
                && status < 500
                && error.path("code").canConvertToInt()
                && !error.path("is_transient").asBoolean()) {
            return new Answer.Refused<>(refusalOf(error));
        }
        if (status >= 200 && status < 300) {
            var read = reading.apply(answer);
            if (read.isPresent()) {
                return new Answer.Done<>(read.get());
            }
        }
        return new Answer.Unclear<>("WhatsApp answered %d without a word that can be read.".formatted(status));
    }

    /// What is wrong with a template stands in the subcode: the code of all such refusals is that of a parameter.
    private static PlatformError refusalOf(JsonNode error) {
        var read = CloudAnswer.errorOf(error);
        var subcode = error.path("error_subcode").asInt();
        return subcode >= FIRST_SUBCODE && subcode <= LAST_SUBCODE
                ? new PlatformError(subcode, read.title(), read.detail())
                : read;
    }

    private static Optional<Boolean> success(JsonNode answer) {
        return answer.path("success").asBoolean() ? Optional.of(true) : Optional.empty();
    }

    private static String path(Account account) {
        return Graph.encoded(account.id()) + "/message_templates";
    }
}
