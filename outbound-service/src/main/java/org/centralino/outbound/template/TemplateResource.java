package org.centralino.outbound.template;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.page.Page;
import org.centralino.kit.problem.Problem;
import org.centralino.outbound.template.TemplateList.SyncState;
import org.centralino.outbound.template.TemplateQueries.Wanted;
import org.centralino.outbound.use.UseQueries;
import org.centralino.outbound.use.UseQueries.Key;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The templates that a number may send: those of its account.
@Path("/api/numbers/{phoneNumberId}/templates")
@Tag(name = "Templates")
class TemplateResource {
    private final Accounts accounts;
    private final TemplateQueries templates;
    private final TemplateSyncStore syncs;
    private final TemplateSync sync;
    private final UseQueries uses;

    TemplateResource(
            Accounts accounts, TemplateQueries templates, TemplateSyncStore syncs, TemplateSync sync, UseQueries uses) {
        this.uses = uses;
        this.accounts = accounts;
        this.templates = templates;
        this.syncs = syncs;
        this.sync = sync;
    }

    @GET
    @RolesAllowed(Permission.SEE_TEMPLATES)
    @Operation(
            summary = "The templates of the number's account, by name and language",
            description = "As they were read from WhatsApp last. Words are looked for in name and text.")
    @APIResponse(responseCode = "200", description = "A page of templates")
    @APIResponse(responseCode = "400", description = "invalid-cursor: the cursor is not one of ours")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    public Uni<TemplateList> templates(
            @RestPath String phoneNumberId,
            @Parameter(description = "such as approved, pending, rejected, paused") @RestQuery @Nullable String status,
            @Parameter(description = "marketing, utility or authentication") @RestQuery @Nullable String category,
            @RestQuery @Nullable String language,
            @Parameter(description = "GREEN, YELLOW, RED or UNKNOWN") @RestQuery @Nullable String quality,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "50"))
                    @RestQuery
                    @Nullable
                    String limit) {
        var account = accounts.of(phoneNumberId);
        if (account.isEmpty()) {
            return Uni.createFrom().item(TemplateList.withoutAccount());
        }
        var id = account.get().id();
        var most = Page.limit(limit);
        var wanted = new Wanted(given(status), given(category), given(language), given(quality), given(q));
        var page = templates
                .page(id, wanted, cursor, most + 1)
                .map(found -> Page.of(
                        found.stream().map(TemplateView::of).toList(),
                        most,
                        view -> TemplateQueries.cursorOf(view.template())))
                .chain(found -> used(found.items())
                        .map(items -> new Page<>(items, found.nextCursor(), found.previousCursor())));
        return Uni.combine().all().unis(page, syncs.how(id)).with(TemplateList::of);
    }

    @GET
    @Path("{templateId}")
    @RolesAllowed(Permission.SEE_TEMPLATES)
    @Operation(summary = "A template in one language")
    @APIResponse(responseCode = "200", description = "The template")
    @APIResponse(responseCode = "404", description = "It is none of this number's account, or no number of ours")
    public Uni<TemplateView> template(@RestPath String phoneNumberId, @RestPath String templateId) {
        var account = accounts.of(phoneNumberId)
                .orElseThrow(() -> Problem.notFound("The template").asException());
        return templates
                .one(account.id(), templateId)
                .map(found ->
                        found.orElseThrow(() -> Problem.notFound("The template").asException()))
                .map(TemplateView::of)
                .chain(view -> used(List.of(view)).map(List::getFirst));
    }

    private Uni<List<TemplateView>> used(List<TemplateView> views) {
        var numbers = views.stream()
                .flatMap(view -> view.template().phoneNumberIds().stream())
                .collect(Collectors.toSet());
        var keys = views.stream()
                .map(view -> new Key(view.template().name(), view.template().language()))
                .toList();
        return uses.of(numbers, keys)
                .map(found -> views.stream().map(view -> view.used(found)).toList());
    }

    @POST
    @Path("sync")
    @ResponseStatus(202)
    @RolesAllowed(Permission.SEE_TEMPLATES)
    @Operation(
            summary = "Have the templates read from WhatsApp now",
            description = "They are read by themselves every hour, and soon after WhatsApp says that one has changed.")
    @APIResponse(
            responseCode = "202",
            description = "They are read now; the answer says how it was before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SyncState.class)))
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "409", description = "account-unknown: the settings do not name the number's account")
    public Uni<SyncState> read(@RestPath String phoneNumberId) {
        var account = accounts.needed(phoneNumberId);
        return syncs.ask(account.id())
                .invoke(sync::wake)
                .chain(() -> syncs.how(account.id()))
                .map(SyncState::of);
    }

    private static @Nullable String given(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}
