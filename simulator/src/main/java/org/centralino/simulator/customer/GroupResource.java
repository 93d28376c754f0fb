package org.centralino.simulator.customer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.centralino.simulator.customer.domain.GroupParts;
import org.centralino.simulator.customer.domain.NewGroup;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.webhook.Webhooks;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Groups of customers, which the business makes (fact sheet, section 18). What is written in one
/// stands in a chat of its own: `/control/customers/{group}/messages`.
@Path("/control/groups")
@Consumes(MediaType.APPLICATION_JSON)
class GroupResource {
    private static final long MOST_GROUPS = 1_000_000_000_000L;

    private final Platform platform;

    record Subject(@Nullable String subject) {}

    record Member(@Nullable String customer) {}

    GroupResource(Platform platform) {
        this.platform = platform;
    }

    @POST
    @ResponseStatus(201)
    public CustomerView make(@Nullable NewGroup body) {
        var wanted = Problem.given(body);
        wanted.objection().ifPresent(objection -> {
            throw Problem.invalid(objection);
        });
        return platform.change(change -> {
            var number = change.account().mainNumber();
            var members = Objects.requireNonNullElse(wanted.members(), List.<String>of()).stream()
                    .map(name -> person(change, name))
                    .distinct()
                    .toList();
            var group = Customer.group(
                    NewGroup.id(number.number(), ThreadLocalRandom.current().nextLong(MOST_GROUPS)),
                    String.valueOf(wanted.subject()),
                    members.stream().map(Customer::id).toList());
            change.add(new Fact.CustomerSaved(group));
            tell(change, group, GroupParts.made(group, change.now()));
            tell(change, group, GroupParts.joined(group, members, change.now()));
            return view(change, group);
        });
    }

    @PATCH
    @Path("/{group}")
    public CustomerView rename(@RestPath String group, @Nullable Subject body) {
        var subject = Problem.given(body).subject();
        if (subject == null || NewGroup.isNoSubject(subject)) {
            throw Problem.invalid(new Problem.Violation("subject", "subject-missing", "A group needs a subject."));
        }
        return platform.change(change -> {
            var renamed = known(change, group).renamed(subject);
            change.add(new Fact.CustomerSaved(renamed));
            tell(change, renamed, GroupParts.renamed(renamed, change.now()));
            return view(change, renamed);
        });
    }

    @POST
    @Path("/{group}/members")
    public CustomerView join(@RestPath String group, @Nullable Member body) {
        var name = Problem.given(body).customer();
        return platform.change(change -> {
            var before = known(change, group);
            var joining = person(change, String.valueOf(name));
            if (before.everybody().contains(joining.id())) {
                return view(change, before);
            }
            var members = new ArrayList<>(before.everybody());
            members.add(joining.id());
            var after = before.of(members);
            change.add(new Fact.CustomerSaved(after));
            tell(change, after, GroupParts.joined(after, List.of(joining), change.now()));
            return view(change, after);
        });
    }

    @DELETE
    @Path("/{group}/members/{customer}")
    public CustomerView leave(@RestPath String group, @RestPath String customer) {
        return platform.change(change -> {
            var before = known(change, group);
            var leaving = Members.of(change, before, customer);
            var members = new ArrayList<>(before.everybody());
            members.remove(leaving.id());
            var after = before.of(members);
            change.add(new Fact.CustomerSaved(after));
            tell(change, after, GroupParts.left(after, leaving, change.now()));
            return view(change, after);
        });
    }

    private static Customer known(Platform.Change change, String group) {
        return change.state()
                .customer(group)
                .filter(Customer::isGroup)
                .orElseThrow(() -> Problem.notFound("No group here has this id."));
    }

    private static Customer person(Platform.Change change, String name) {
        var person = CustomerResource.known(change.state().customer(name));
        if (person.isGroup()) {
            throw Problem.conflict("group-in-a-group", "A group is in no other group", "Name people.");
        }
        return person;
    }

    private static CustomerView view(Platform.Change change, Customer group) {
        return CustomerView.of(
                group, change.state(), change.account().mainNumber().phoneNumberId());
    }

    private static void tell(Platform.Change change, Customer group, GroupParts.Told told) {
        var number = change.account().mainNumber();
        var body = PlainJson.write(told.webhook(number.waba(), number.phoneNumberId(), number.number()));
        Webhooks.queueRaw(change, group.id(), body);
    }
}
