package org.centralino.simulator.graph;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.platform.domain.MessageTemplate;
import org.centralino.simulator.platform.domain.Scope;
import org.centralino.simulator.template.Templates;
import org.centralino.simulator.template.Templates.Outcome;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The Graph API's calls about the templates of an account: list, make, delete.
@Path("/{version: v[0-9.]+}/{id}/message_templates")
class MessageTemplateResource {
    private static final int OK = 200;
    private static final int A_PAGE = 25;

    private final Templates templates;
    private final Admission admission;

    MessageTemplateResource(Templates templates, Admission admission) {
        this.templates = templates;
        this.admission = admission;
    }

    @GET
    public Response list(
            @RestPath String version,
            @RestPath String id,
            @RestQuery Optional<String> fields,
            @RestQuery Optional<Integer> limit,
            @RestQuery Optional<Integer> after,
            @RestQuery Optional<String> name,
            @RestQuery Optional<String> content,
            @RestQuery("name_or_content") Optional<String> nameOrContent,
            @RestQuery Optional<String> status,
            @RestQuery Optional<String> category,
            @RestQuery Optional<String> language,
            @RestQuery("quality_score") Optional<String> quality,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        var refused = refusal("get", id, authorization);
        if (refused.isPresent()) {
            return refused.get();
        }
        Predicate<MessageTemplate> wanted = template -> contains(template.name(), name)
                && contains(words(template), content)
                && contains(template.name() + " " + words(template), nameOrContent)
                && isOneOf(template.status(), status)
                && isOneOf(template.category(), category)
                && isOneOf(template.language(), language)
                && isOneOf(template.quality(), quality);
        var all = templates.ofAccount(id).stream().filter(wanted).toList();
        var from = Math.min(after.orElse(0), all.size());
        var to = Math.min(from + Math.max(1, limit.orElse(A_PAGE)), all.size());
        var paging = new LinkedHashMap<String, Object>();
        paging.put("cursors", Map.of("before", String.valueOf(from), "after", String.valueOf(to)));
        if (to < all.size()) {
            paging.put(
                    "next", "https://graph.facebook.com/%s/%s/message_templates?after=%d".formatted(version, id, to));
        }
        var page = all.subList(from, to).stream()
                .map(template -> only(template.shown(), fields))
                .toList();
        return GraphAnswer.of(OK, Map.of("data", page, "paging", paging));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @RestPath String version,
            @RestPath String id,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Map<String, Object> asked) {
        return refusal("post", id, authorization)
                .orElseGet(() -> answer(id, templates.create(id, asked == null ? Map.of() : asked)));
    }

    @DELETE
    public Response delete(
            @RestPath String version,
            @RestPath String id,
            @RestQuery @Nullable String name,
            @RestQuery("hsm_id") @Nullable String hsmId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        var refused = refusal("delete", id, authorization);
        if (refused.isPresent()) {
            return refused.get();
        }
        return name == null
                ? GraphAnswer.of(GraphError.missing("name"))
                : answer(id, templates.delete(id, name, hsmId));
    }

    private Optional<Response> refusal(String method, String waba, @Nullable String authorization) {
        return admission.toAccount(method, waba, authorization, Scope.MANAGEMENT);
    }

    static Response answer(String id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var body) -> GraphAnswer.of(OK, body);
            case Outcome.Refused(var refusal) ->
                GraphAnswer.of(GraphError.template(refusal.subcode(), refusal.title(), refusal.message()));
            case Outcome.TooFast() -> GraphAnswer.of(GraphError.tooManyCallsOfAccount());
            case Outcome.Unknown() -> GraphAnswer.of(GraphError.unknownObject("post", id));
        };
    }

    private static Map<String, Object> only(Map<String, Object> shown, Optional<String> fields) {
        var wanted = fields.map(
                list -> Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet()));
        wanted.ifPresent(names -> shown.keySet().removeIf(field -> !field.equals("id") && !names.contains(field)));
        return shown;
    }

    private static boolean contains(String text, Optional<String> words) {
        return words.map(wanted -> text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    private static boolean isOneOf(String value, Optional<String> list) {
        return list.map(wanted -> Set.copyOf(List.of(wanted.split(","))).contains(value))
                .orElse(true);
    }

    private static String words(MessageTemplate template) {
        return template.components().stream()
                .map(component -> String.valueOf(component.getOrDefault("text", "")))
                .collect(Collectors.joining(" "));
    }
}
