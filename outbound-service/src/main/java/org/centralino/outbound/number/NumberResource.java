package org.centralino.outbound.number;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.page.Cursor;
import org.centralino.kit.page.Page;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.lane.LaneStore;
import org.centralino.outbound.number.domain.NumberHealth;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.token.TokenExpiries;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Our numbers as the platform sees them.
@Path("/api/numbers")
@Tag(name = "Numbers")
class NumberResource {
    private final ReportStore reports;
    private final LaneStore lanes;
    private final OwnNumbers numbers;
    private final AccessTokens tokens;
    private final TokenExpiries expiries;
    private final CurrentOperator operator;
    private final Clock clock;

    NumberResource(
            ReportStore reports,
            LaneStore lanes,
            OwnNumbers numbers,
            AccessTokens tokens,
            TokenExpiries expiries,
            CurrentOperator operator,
            Clock clock) {
        this.reports = reports;
        this.lanes = lanes;
        this.numbers = numbers;
        this.tokens = tokens;
        this.expiries = expiries;
        this.operator = operator;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Permission.SEE_ALL, Permission.SEE_OWN})
    @Operation(summary = "Our numbers, and what the team cannot do with each of them just now")
    @APIResponse(responseCode = "200", description = "All numbers of this installation")
    public Uni<NumberList> numbers() {
        // What another replica was told a moment ago counts here, too.
        return numbers.look()
                .chain(() -> known(health -> new NumberList(numbers.all().stream()
                        .map(number -> NumberView.of(number, health.apply(number.phoneNumberId())))
                        .toList())));
    }

    @GET
    @Path("{phoneNumberId}")
    @RolesAllowed(Permission.SEE_NUMBERS)
    @Operation(summary = "A number with all that holds of it and of its account")
    @APIResponse(responseCode = "200", description = "The number")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    public Uni<NumberDetails> number(@RestPath String phoneNumberId) {
        return numbers.look().chain(() -> {
            var number = numbers.one(phoneNumberId);
            return known(health -> NumberDetails.of(number, health.apply(number.phoneNumberId())));
        });
    }

    /// By what the platform said, by whether it takes the access token and that can be opened, and for those who can
    /// replace
    /// that, until when it will.
    private <T> Uni<T> known(Function<Function<String, NumberHealth>, T> view) {
        var expiring = operator.may(Permission.MANAGE_NUMBERS)
                ? expiries.known()
                : Uni.createFrom().item(Map.<String, Instant>of());
        return Uni.combine()
                .all()
                .unis(reports.known(), lanes.stopped(), lanes.owned(), expiring)
                .with((facts, stopped, owned, until) -> view.apply(number -> {
                    var now = clock.instant();
                    var health = NumberHealth.of(number, facts, now);
                    // Another replica that opens it may well be sending.
                    if (tokens.isShut(number) && !owned.contains(number)) {
                        return health.withShutToken();
                    }
                    var stop = stopped.get(number);
                    if (stop != null) {
                        return health.withRefusedToken(stop.error().title());
                    }
                    var expiresAt = until.get(number);
                    return expiresAt == null ? health : health.withTokenUntil(expiresAt, now);
                }));
    }

    @GET
    @Path("{phoneNumberId}/reports")
    @RolesAllowed(Permission.SEE_NUMBERS)
    @Operation(
            summary = "What the platform said of the number and of accounts in the last 90 days, the newest first",
            description = "With what it said of numbers of an account that are not ours.")
    @APIResponse(responseCode = "200", description = "A page of reports")
    @APIResponse(responseCode = "400", description = "invalid-cursor: the cursor is not one of ours")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    public Uni<Page<ReportView>> reports(
            @RestPath String phoneNumberId,
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
        var most = Page.limit(limit);
        return reports.log(numbers.one(phoneNumberId).phoneNumberId(), Cursor.read(cursor), most + 1)
                .map(found -> found.stream().map(ReportView::of).toList())
                .map(found -> Page.of(found, most, report -> Cursor.of(report.at(), report.id())));
    }

    @GET
    @Path("reports/{reportId}/raw")
    @RolesAllowed(Permission.SEE_RAW)
    @Operation(summary = "A report as it came")
    @APIResponse(responseCode = "200", description = "The platform's JSON")
    @APIResponse(responseCode = "404", description = "There is no such report, or not any more")
    public Uni<RawView> raw(@RestPath UUID reportId) {
        return reports.raw(reportId).map(raw -> RawView.orNotFound(raw, "The report"));
    }
}
