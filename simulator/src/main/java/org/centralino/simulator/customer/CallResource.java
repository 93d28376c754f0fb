package org.centralino.simulator.customer;

import io.vertx.core.Vertx;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.centralino.simulator.customer.domain.CallParts;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.Wamids;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.webhook.Webhooks;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Customers who call the business (fact sheet, section 18). Nobody takes such calls here; they are told.
@Path("/control/customers/{customer}/calls")
class CallResource {
    private static final int LONGEST = 3_600;

    private final Platform platform;
    private final Vertx vertx;

    /// @param seconds how long they talk; null or 0: nobody answers
    record Call(@Nullable Integer seconds) {}

    record Ringing(String id) {}

    CallResource(Platform platform, Vertx vertx) {
        this.platform = platform;
        this.vertx = vertx;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    public Ringing ring(@RestPath String customer, @Nullable Call body) {
        var seconds = Objects.requireNonNullElse(Problem.given(body).seconds(), 0);
        if (seconds < 0 || seconds > LONGEST) {
            throw Problem.invalid("A call lasts from 0 to %d seconds.".formatted(LONGEST));
        }
        return platform.change(change -> {
            var caller = CustomerResource.known(change.state().customer(customer));
            Blocks.heardOrFail(change, caller, change.account().mainNumber().phoneNumberId());
            var began = change.now();
            var id = Wamids.next(caller.id()).replace("wamid.", "wacid.");
            tell(change, caller, CallParts.rings(caller, id, began));
            change.add(new Fact.LastWrote(
                    caller.id(), change.account().mainNumber().phoneNumberId(), began));
            vertx.setTimer(Math.max(1, Duration.ofSeconds(seconds).toMillis()), _ -> ends(caller, id, began, seconds));
            return new Ringing(id);
        });
    }

    private void ends(Customer caller, String id, Instant began, int seconds) {
        platform.record(change -> tell(change, caller, CallParts.ends(caller, id, began, seconds)));
    }

    private static void tell(Platform.Change change, Customer caller, CallParts.Told told) {
        var number = change.account().mainNumber();
        var body = PlainJson.write(told.webhook(number.waba(), number.phoneNumberId(), number.number()));
        Webhooks.queueRaw(change, caller.id(), body);
    }
}
