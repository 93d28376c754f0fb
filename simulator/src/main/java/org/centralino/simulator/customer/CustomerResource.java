package org.centralino.simulator.customer;

import io.vertx.core.Vertx;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.customer.domain.Crowd;
import org.centralino.simulator.customer.domain.NewCustomer;
import org.centralino.simulator.customer.domain.NewMessage;
import org.centralino.simulator.media.MediaFiles;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.PlatformState;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.receipt.Receipts;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The people with the phones: who they are, what they write, whether they read.
@Path("/control/customers")
class CustomerResource {
    private static final int LARGEST_CROWD = 10_000;

    private final Platform platform;
    private final Receipts receipts;
    private final Vertx vertx;
    private final WhatsAppAccount account;
    private final MediaFiles files;

    record Items<T>(List<T> items) {}

    record Habits(@Nullable Boolean reads, @Nullable Boolean blocks) {}

    record CrowdRequest(
            @Nullable Integer customers, @Nullable Duration over) {}

    record CrowdView(int customers, Duration over) {}

    CustomerResource(Platform platform, Receipts receipts, Vertx vertx, WhatsAppAccount account, MediaFiles files) {
        this.files = files;
        this.account = account;
        this.platform = platform;
        this.receipts = receipts;
        this.vertx = vertx;
    }

    @GET
    public Items<CustomerView> list() {
        return platform.read(state -> new Items<>(state.customers().stream()
                .filter(Customer::isListed)
                .map(customer -> view(customer, state))
                .toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public CustomerView add(@Nullable NewCustomer body) {
        var wanted = Problem.given(body);
        wanted.objection().ifPresent(objection -> {
            throw Problem.invalid(new Problem.Violation(
                    objection.field(),
                    objection.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    objection.message()));
        });
        var customer = wanted.customer();
        return platform.change(change -> {
            if (change.state()
                    .customer(customer.id())
                    .filter(Customer::isListed)
                    .isPresent()) {
                throw Problem.conflict(
                        "customer-exists", "That customer is there already", "Choose another number or username.");
            }
            change.add(new Fact.CustomerSaved(customer));
            return view(customer, change.state());
        });
    }

    @GET
    @Path("/{customer}")
    public CustomerView one(@RestPath String customer) {
        return platform.read(state -> view(known(state.customer(customer)), state));
    }

    @PATCH
    @Path("/{customer}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CustomerView habits(@RestPath String customer, @Nullable Habits body) {
        var habits = Problem.given(body);
        return platform.change(change -> {
            var before = known(change.state().customer(customer));
            var after = before.reading(Objects.requireNonNullElse(habits.reads(), before.reads()))
                    .blocking(Objects.requireNonNullElse(habits.blocks(), before.blocks()));
            if (!after.equals(before)) {
                change.add(new Fact.CustomerSaved(after));
            }
            return view(after, change.state());
        });
    }

    @GET
    @Path("/{customer}/messages")
    public Items<MessageView> chat(@RestPath String customer) {
        return platform.read(state ->
                new Items<>(state.chat(known(state.customer(customer)).id()).stream()
                        .filter(ChatMessage::isOnThePhone)
                        .map(MessageView::of)
                        .toList()));
    }

    @POST
    @Path("/{customer}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public MessageView write(@RestPath String customer, @RestQuery @Nullable String number, @Nullable NewMessage body) {
        var wanted = Problem.given(body);
        wanted.objection().ifPresent(objection -> {
            throw Problem.invalid(new Problem.Violation(objection.field(), objection.key(), objection.message()));
        });
        return platform.change(change -> {
            var chat = known(change.state().customer(customer));
            var writer = Members.of(change, chat, wanted.from());
            var addressed = addressed(change, number);
            Blocks.heardOrFail(change, writer, addressed);
            return MessageView.of(
                    Writing.write(change, chat, writer, addressed, Attaching.attach(wanted, files, change)));
        });
    }

    @POST
    @Path("/{customer}/read")
    @ResponseStatus(204)
    public void read(@RestPath String customer) {
        var reader = platform.read(state -> known(state.customer(customer)));
        receipts.readNow(reader.id());
    }

    @POST
    @Path("/crowd")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    public CrowdView crowd(@Nullable CrowdRequest body) {
        var wanted = Problem.given(body);
        var size = Objects.requireNonNullElse(wanted.customers(), 50);
        var over = Objects.requireNonNullElse(wanted.over(), Duration.ofMinutes(1));
        if (size < 1 || size > LARGEST_CROWD || over.isNegative()) {
            throw Problem.invalid(
                    "A crowd has 1 to %d customers, who write over a duration like PT1M.".formatted(LARGEST_CROWD));
        }
        Crowd.of(size, over, ThreadLocalRandom.current())
                .forEach(one -> vertx.setTimer(Math.max(1, one.after().toMillis()), _ -> joins(one)));
        return new CrowdView(size, over);
    }

    private void joins(Crowd.Writing one) {
        platform.change(change -> {
            var customer = change.state().customer(one.customer().id()).orElseGet(() -> {
                change.add(new Fact.CustomerSaved(one.customer()));
                return one.customer();
            });
            return Writing.write(change, customer, NewMessage.of(one.text()));
        });
    }

    /// @param number null for the main one
    private static String addressed(Platform.Change change, @Nullable String number) {
        var phoneNumberId = number == null ? change.account().mainNumber().phoneNumberId() : number;
        var asked = change.state()
                .number(phoneNumberId)
                .orElseThrow(() -> Problem.notFound("No business number here has this id."));
        if (!asked.registered()) {
            throw Problem.conflict(
                    "number-not-registered",
                    "This number is not on WhatsApp",
                    "It is not registered yet, so nobody can write to it.");
        }
        return phoneNumberId;
    }

    private CustomerView view(Customer customer, PlatformState state) {
        return CustomerView.of(customer, state, account.mainNumber().phoneNumberId());
    }

    static Customer known(java.util.Optional<Customer> customer) {
        return customer.filter(Customer::isListed)
                .orElseThrow(() -> Problem.notFound("No customer here has this number, BSUID or id."));
    }
}
