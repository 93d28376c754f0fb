package org.centralino.simulator.template;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.template.Templates.Outcome;
import org.centralino.simulator.template.domain.TemplateLife;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The platform's side of templates: whoever looks at them, and WhatsApp Manager.
@Path("/control/templates")
class TemplateResource {
    private final Templates templates;
    private final WhatsAppAccount account;

    TemplateResource(Templates templates, WhatsAppAccount account) {
        this.templates = templates;
        this.account = account;
    }

    record Items(List<Map<String, Object>> items) {}

    @GET
    public Items all() {
        return new Items(templates.ofAccount(waba()).stream()
                .map(template -> template.shown())
                .toList());
    }

    /// Somebody makes one in WhatsApp Manager; the body is the Graph API's.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public Map<String, Object> make(@Nullable Map<String, Object> asked) {
        return done(templates.create(waba(), Problem.given(asked)));
    }

    @POST
    @Path("{name}/{language}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> live(@RestPath String name, @RestPath String language, @Nullable TemplateLife life) {
        var given = Problem.given(life);
        given.objection().ifPresent(objection -> {
            throw Problem.invalid(objection);
        });
        return templates
                .live(name, language, given)
                .orElseThrow(() -> Problem.notFound("The template"))
                .shown();
    }

    @DELETE
    @Path("{name}")
    @ResponseStatus(204)
    public void delete(@RestPath String name) {
        done(templates.delete(waba(), name, null));
    }

    private Map<String, Object> done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var body) -> body;
            case Outcome.Refused(var refusal) -> throw Problem.invalid(refusal.message());
            case Outcome.TooFast() ->
                throw Problem.conflict(
                        "too-many-templates",
                        "Too many templates were made within an hour",
                        "An account takes a hundred an hour. Make the next ones later, or let the clock jump.");
            case Outcome.Unknown() -> throw Problem.notFound("The template");
        };
    }

    private String waba() {
        return account.mainNumber().waba();
    }
}
