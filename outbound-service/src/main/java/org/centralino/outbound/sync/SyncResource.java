package org.centralino.outbound.sync;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.sync.domain.SyncKind;
import org.centralino.outbound.sync.domain.SyncRequest;
import org.centralino.outbound.whatsapp.CloudSync;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// What the phone beside a number hands over: how far it has come, and asking for it.
@Path("/api/numbers/{phoneNumberId}/sync")
@Tag(name = "Numbers")
class SyncResource {
    /// After this it may be asked for anew: the number may have been connected again.
    private static final Map<SyncKind, Duration> AGAIN =
            Map.of(SyncKind.HISTORY, SyncRequest.UNDER_WAY, SyncKind.CONTACTS, Duration.ofDays(1));

    private final SyncStore store;
    private final CloudSync platform;
    private final OwnNumbers numbers;
    private final CurrentOperator operator;
    private final Clock clock;

    SyncResource(SyncStore store, CloudSync platform, OwnNumbers numbers, CurrentOperator operator, Clock clock) {
        this.store = store;
        this.platform = platform;
        this.numbers = numbers;
        this.operator = operator;
        this.clock = clock;
    }

    /// @param kind what is asked for
    @Schema(name = "AskForSync")
    record AskRequest(
            @NotNull @Schema(enumeration = {"history", "contacts"})
            String kind) {
        SyncKind asked() {
            return switch (kind) {
                case "history" -> SyncKind.HISTORY;
                case "contacts" -> SyncKind.CONTACTS;
                default -> throw Problem.invalid("kind is history or contacts.").asException();
            };
        }
    }

    @GET
    @RolesAllowed(Permission.SEE_NUMBERS)
    @Operation(summary = "What the phone beside the number hands over of the time before, and how far it has come")
    @APIResponse(responseCode = "200", description = "How it stands")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    public Uni<SyncView> sync(@RestPath String phoneNumberId) {
        return view(numbers.one(phoneNumberId).phoneNumberId());
    }

    @POST
    @RolesAllowed(Permission.SYNC_NUMBERS)
    @Operation(
            summary = "Ask the phone for its history or its address book",
            description = "WhatsApp takes one request within 24 hours after the number was connected. What was asked"
                    + " already is not asked again; what WhatsApp answers stands in how it stands.")
    @APIResponse(responseCode = "200", description = "How it stands now")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer: nobody knows whether it was asked")
    public Uni<SyncView> ask(@RestPath String phoneNumberId, @Valid @NotNull AskRequest request) {
        var number = numbers.one(phoneNumberId).phoneNumberId();
        var kind = request.asked();
        var by = operator.person();
        var now = clock.instant();
        return store.known(number)
                .chain(known -> isAwaited(known, kind, now)
                        ? Uni.createFrom().item(false)
                        : store.ask(number, kind, by, now, now.minus(AGAIN.get(kind))))
                .chain(isOurs -> isOurs ? call(number, kind) : Uni.createFrom().voidItem())
                .chain(() -> view(number));
    }

    /// How far the address book has come, nobody tells.
    private static boolean isAwaited(SyncStore.Known known, SyncKind kind, Instant now) {
        return kind == SyncKind.HISTORY && !known.history().mayBeAskedFor(now);
    }

    private Uni<Void> call(String number, SyncKind kind) {
        return Uni.createFrom()
                .item(() -> platform.ask(number, kind))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .chain(answer -> switch (answer) {
                    case CloudSync.Answer.Taken() -> store.answered(number, kind, null, clock.instant());
                    case CloudSync.Answer.Refused(var error) -> store.answered(number, kind, error, clock.instant());
                    case CloudSync.Answer.Unclear(var reason) ->
                        store.forget(number, kind)
                                .chain(() -> Uni.createFrom()
                                        .failure(Problem.of(
                                                        503, "whatsapp-unavailable", "WhatsApp gave no answer", reason)
                                                .asException()));
                });
    }

    private Uni<SyncView> view(String number) {
        return store.known(number).map(known -> SyncView.of(known, clock.instant()));
    }
}
