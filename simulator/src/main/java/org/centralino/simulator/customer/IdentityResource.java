package org.centralino.simulator.customer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.centralino.simulator.customer.domain.Announcement;
import org.centralino.simulator.customer.domain.NewIdentity;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.Wamids;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.webhook.Webhooks;
import org.centralino.simulator.webhook.domain.SystemParts;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Customers who move to another number, get another BSUID, hide the number or adopt a username.
@Path("/control/customers/{customer}")
@Consumes(MediaType.APPLICATION_JSON)
class IdentityResource {
    private final Platform platform;

    IdentityResource(Platform platform) {
        this.platform = platform;
    }

    /// The customer is known in another way from now on.
    @POST
    @Path("/identity")
    public CustomerView change(@RestPath String customer, @Nullable NewIdentity body) {
        var wanted = Problem.given(body);
        wanted.objection().ifPresent(objection -> {
            throw Problem.invalid(objection);
        });
        return platform.change(change -> {
            var before = CustomerResource.known(change.state().customer(customer));
            var after = wanted.of(before);
            change.add(new Fact.CustomerSaved(after));
            if (wanted.isTold()) {
                tell(change, after, wanted.phone() == null ? null : before.digits(), before.bsuid());
            }
            return CustomerView.of(
                    after, change.state(), change.account().mainNumber().phoneNumberId());
        });
    }

    /// The platform tells of a change, however long ago it was.
    @POST
    @Path("/announcements")
    @ResponseStatus(202)
    public void announce(@RestPath String customer, @Nullable Announcement body) {
        var wanted = Problem.given(body);
        if (wanted.previousPhone() == null && wanted.previousUserId() == null) {
            throw Problem.invalid("Give previousPhone, previousUserId, or both.");
        }
        platform.change(change -> {
            var known = CustomerResource.known(change.state().customer(customer));
            tell(change, known, wanted.previousPhone(), wanted.previousUserId());
            return known;
        });
    }

    private static void tell(
            Platform.Change change,
            Customer customer,
            @Nullable String previousPhone,
            @Nullable String previousUserId) {
        var number = change.account().mainNumber().phoneNumberId();
        var part = SystemParts.changed(
                customer, previousPhone, previousUserId, number, Wamids.next(customer.id()), change.now());
        Webhooks.queue(change, customer.id(), part);
    }
}
