package org.centralino.conversation.start;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.conversation.template.TemplateOffers;
import org.centralino.conversation.template.TemplateQueries.Sought;
import org.centralino.conversation.thread.ReplyContent;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Conversations that an operator begins.
@Path("/api/conversations")
public class StartResource {
    private static final String THERE_IS_ONE = "conversation-exists: there is a conversation with this customer at the"
            + " number; conversationId leads to it when it may be seen";

    private final StartStore store;
    private final CurrentOperator operator;

    StartResource(StartStore store, CurrentOperator operator) {
        this.store = store;
        this.operator = operator;
    }

    /// Either `contactId` or `to` says who is meant.
    ///
    /// @param id of the message, made by the caller (UUIDv7): the same id with the same content is the same message
    /// @param conversationId of the one that begins, by the caller: needed when a file is there for it
    /// @param phoneNumberId the business number that writes
    /// @param contactId somebody of the address book
    /// @param to a phone number with the code of its country
    /// @param content a template: before the customer has written, nothing else can be sent
    /// @param consentEvidence how and when the customer agreed to advertising: recorded before it is
    ///     judged whether the template may be sent, unless something is known of that already
    public record StartRequest(
            @NotNull(message = "is missing") UUID id,
            @Nullable UUID conversationId,
            @NotBlank(message = "must not be empty") String phoneNumberId,
            @Nullable UUID contactId,

            @Size(max = 50, message = "is longer than 50 characters") @Nullable
            String to,

            @NotNull(message = "is missing") @Valid ReplyContent content,

            @Size(max = 500, message = "must have at most 500 characters") @Nullable
            String consentEvidence) {}

    @POST
    @ResponseStatus(202)
    @RolesAllowed(Permission.START)
    @Operation(
            summary =
                    "Write to a customer first. 202: the conversation is there, its author holds it, and the message is on its way."
                            + " consentEvidence needs contact.edit, too.")
    @APIResponse(
            responseCode = "202",
            description = "The message, which names its conversation",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TimelineItem.class)))
    @APIResponse(
            responseCode = "409",
            description = THERE_IS_ONE
                    + "; consent-missing, marketing-not-wanted: the template is advertising, and the customer may not be sent any"
                    + "; window-closed: it is no template; id-already-used: conversationId is that of another one",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<TimelineItem> start(@Valid @NotNull(message = "is missing") StartRequest request) {
        var evidence = request.consentEvidence();
        if (evidence != null) {
            operator.needs(Permission.EDIT_CONTACTS);
            if (evidence.isBlank()) {
                throw Problem.invalid("consentEvidence must say how and when the customer said so.")
                        .asException();
            }
        }
        return store.start(
                new StartStore.Start(
                        request.id(),
                        request.conversationId() == null ? UUID.randomUUID() : request.conversationId(),
                        request.phoneNumberId(),
                        Addressee.of(request.contactId(), request.to()),
                        request.content(),
                        evidence == null ? null : evidence.strip()),
                operator.person(),
                operator.visibility());
    }

    @GET
    @Path("templates")
    @RolesAllowed(Permission.START)
    @Operation(
            summary = "The approved templates by which a customer can be written to first, at most 100; each with what"
                    + " might be filled in. Either contactId or to says who is meant.")
    @APIResponse(responseCode = "200", description = "The templates of the number")
    @APIResponse(
            responseCode = "409",
            description = THERE_IS_ONE,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<TemplateOffers> templates(
            @Parameter(required = true) @RestQuery @NotBlank(message = "must not be empty") String phoneNumberId,
            @RestQuery @Nullable UUID contactId,
            @RestQuery @Size(max = 50, message = "is longer than 50 characters") @Nullable String to,
            @Parameter(description = "part of the name or of the words; without it, all of them")
                    @RestQuery
                    @Size(max = 200, message = "is longer than 200 characters")
                    @Nullable
                    String q,
            @Parameter(
                            description =
                                    "the language that the operator reads, such as it; it counts when nothing is known"
                                            + " of the customer's")
                    @RestQuery
                    @Size(max = 35, message = "is longer than 35 characters")
                    @Nullable
                    String reads) {
        return store.templates(
                phoneNumberId,
                Addressee.of(contactId, to),
                new Sought(q, reads),
                operator.person(),
                operator.visibility());
    }
}
