package org.centralino.simulator.number;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.BusinessPhone;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.centralino.simulator.platform.domain.PlatformState;
import org.centralino.simulator.problem.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Business numbers are added as somebody does in WhatsApp Manager: verified, and not registered yet. What the platform
/// makes of one later is set here, too.
@Path("/control/numbers")
class NumberResource {
    private final Platform platform;

    NumberResource(Platform platform) {
        this.platform = platform;
    }

    record Items(List<NumberView> items) {}

    /// @param name its verified name
    /// @param phone in any spelling
    /// @param waba the id of its account; null for that of the first number
    /// @param pin of its two-step verification; null when it has none
    record NewNumber(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String waba,
            @Nullable String pin) {}

    @GET
    public Items all() {
        return platform.read(state -> new Items(state.numbers().stream()
                .map(number -> NumberView.of(number, state))
                .toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public NumberView add(@Nullable NewNumber body) {
        var wanted = Problem.given(body);
        var name = wanted.name();
        if (name == null || name.isBlank()) {
            throw Problem.invalid(new Problem.Violation("name", "number-name-missing", "A number needs a name."));
        }
        var digits = PhoneNumber.digits(Objects.requireNonNullElse(wanted.phone(), ""))
                .orElseThrow(() ->
                        Problem.invalid(new Problem.Violation("phone", "phone-invalid", "This is no phone number.")));
        return platform.change(change -> {
            var state = change.state();
            if (state.numbers().stream().anyMatch(number -> number.number().equals(digits))) {
                throw Problem.conflict(
                        "number-exists", "That number is there already", "Choose another number for the business.");
            }
            var waba = Objects.requireNonNullElseGet(
                    wanted.waba(), () -> change.account().mainNumber().waba());
            change.add(new Fact.NumberSaved(
                    BusinessPhone.of(nextId(state), digits, waba, name.strip(), false, wanted.pin())));
            return NumberView.of(
                    state.numbers().stream().reduce((_, last) -> last).orElseThrow(), state);
        });
    }

    /// Something changes at the platform: what is not named stays.
    @PATCH
    @Path("{phoneNumberId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public NumberView change(@RestPath String phoneNumberId, @Nullable NumberChange body) {
        var wanted = Problem.given(body);
        wanted.objection().ifPresent(objection -> {
            throw Problem.invalid(objection);
        });
        return platform.change(change -> {
            var state = change.state();
            var number = state.number(phoneNumberId)
                    .orElseThrow(() -> Problem.notFound("No business number here has this id."));
            if (wanted.throughput() != null) {
                change.add(new Fact.NumberSaved(number.withThroughput(wanted.throughput())));
            }
            wanted.healths().forEach((entity, health) -> change.add(new Fact.HealthSet(entity.idFor(number), health)));
            return NumberView.of(state.number(phoneNumberId).orElseThrow(), state);
        });
    }

    private static String nextId(PlatformState state) {
        return String.valueOf(state.numbers().stream()
                        .mapToLong(number -> Long.parseLong(number.phoneNumberId()))
                        .max()
                        .orElse(0)
                + 1);
    }
}
