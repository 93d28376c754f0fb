package org.centralino.simulator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.Wamids;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Delivery.Layout;
import org.centralino.simulator.platform.domain.Delivery.Part;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.MessageStatus;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.traffic.Traffic;
import org.centralino.simulator.webhook.domain.WebhookParts;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Webhooks for test drivers: chosen messages and statuses, in a chosen order and grouping.
@Path("/control/webhooks")
class WebhookResource {
    private static final int MOST_PARTS = 100_000;
    private static final String LANE = "driver";

    private final Platform platform;
    private final WebhookSender sender;
    private final Traffic traffic;

    /// @param messages what customers write
    /// @param statuses what becomes of messages of the business
    /// @param shuffle whether the order is thrown away; then the POSTs go out all at once
    /// @param seed makes a shuffle repeatable
    /// @param copies how often each part is told
    /// @param batch how many parts share a POST
    /// @param layout how they share it
    /// @param raw exact body, posted once and signed
    record Order(
            @Nullable List<@Nullable WantedMessage> messages,
            @Nullable List<@Nullable WantedStatus> statuses,
            boolean shuffle,
            @Nullable Long seed,
            @Nullable Integer copies,
            @Nullable Integer batch,
            @Nullable Layout layout,
            @Nullable String phoneNumberId,
            @Nullable String raw) {}

    /// @param customer id, phone number or BSUID; an unknown number becomes a customer
    /// @param timestamp ISO 8601, or seconds since 1970
    /// @param id the wamid
    /// @param type another type than text, with its object in `content`
    record WantedMessage(
            @Nullable String customer,
            @Nullable String name,
            @Nullable String text,
            @Nullable JsonNode timestamp,
            @Nullable String id,
            @Nullable String type,
            @Nullable Object content) {}

    /// @param id the wamid of the message of the business
    record WantedStatus(
            @Nullable String customer,
            @Nullable String id,
            @Nullable String status,
            @Nullable JsonNode timestamp,
            @Nullable String callbackData) {}

    record Queued(List<Long> ids) {}

    /// @param underWay how many POSTs wait for their answer now; a reset does not call them back
    record Deliveries(List<JsonNode> items, long sequence, boolean more, List<Pending> pending, int underWay) {}

    record Pending(long id, List<String> wamids, Instant queuedAt) {}

    WebhookResource(Platform platform, WebhookSender sender, Traffic traffic) {
        this.platform = platform;
        this.sender = sender;
        this.traffic = traffic;
    }

    @GET
    public Deliveries deliveries(@RestQuery @DefaultValue("0") long since, @RestQuery @DefaultValue("1000") int limit) {
        var page = traffic.deliveries(since, limit);
        var pending = platform.read(state -> state.pending()).stream()
                .map(delivery -> new Pending(
                        delivery.id(),
                        delivery.parts().stream().map(Part::wamid).toList(),
                        delivery.queuedAt()))
                .toList();
        return new Deliveries(page.items(), page.sequence(), page.more(), pending, sender.underWay());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    public Queued order(@Nullable Order body) {
        var order = Problem.given(body);
        var raw = order.raw();
        if (raw != null) {
            return platform.change(change -> new Queued(List.of(Webhooks.queueRaw(change, null, raw))));
        }
        var messages = wanted(order.messages());
        var statuses = wanted(order.statuses());
        var copies = Objects.requireNonNullElse(order.copies(), 1);
        var batch = Objects.requireNonNullElse(order.batch(), 1);
        var count = (long) (messages.size() + statuses.size()) * copies;
        if (count < 1 || count > MOST_PARTS || batch < 1) {
            throw Problem.invalid("Give messages or statuses (with copies at most %d) and a batch size from 1."
                    .formatted(MOST_PARTS));
        }
        return platform.change(change -> {
            var parts = new ArrayList<Part>();
            messages.forEach(message -> parts.add(message(change, order, message)));
            statuses.forEach(status -> parts.add(status(change, order, status)));
            return new Queued(queue(change, order, repeated(parts, copies), batch));
        });
    }

    private static <T> List<T> wanted(@Nullable List<@Nullable T> list) {
        var wanted = new ArrayList<T>();
        for (var each : Objects.requireNonNullElse(list, List.<@Nullable T>of())) {
            if (each == null) {
                throw Problem.invalid("Each message and status is an object.");
            }
            wanted.add(each);
        }
        return wanted;
    }

    private static List<Part> repeated(List<Part> parts, int copies) {
        return parts.stream()
                .flatMap(part -> Collections.nCopies(copies, part).stream())
                .toList();
    }

    private static List<Long> queue(Platform.Change change, Order order, List<Part> parts, int batch) {
        var inOrder = new ArrayList<>(parts);
        if (order.shuffle()) {
            var seed = order.seed();
            Collections.shuffle(inOrder, seed == null ? new Random() : new Random(seed));
        }
        var ids = new ArrayList<Long>();
        for (var from = 0; from < inOrder.size(); from += batch) {
            var together = List.copyOf(inOrder.subList(from, Math.min(inOrder.size(), from + batch)));
            ids.add(Webhooks.queue(
                    change,
                    order.shuffle() ? null : LANE,
                    together,
                    Objects.requireNonNullElse(order.layout(), Layout.MESSAGES),
                    false));
        }
        return ids;
    }

    private static Part message(Platform.Change change, Order order, WantedMessage wanted) {
        var customer = customer(change, wanted.customer(), wanted.name());
        var message = ChatMessage.written(
                Objects.requireNonNullElseGet(wanted.id(), () -> Wamids.next(customer.id())),
                customer.id(),
                number(change, order),
                Objects.requireNonNullElse(wanted.text(), ""),
                time(change, wanted.timestamp()),
                null);
        var part = WebhookParts.message(customer, message);
        var type = wanted.type();
        if (type == null || type.equals("text")) {
            change.add(new Fact.MessageAdded(message));
            return part;
        }
        var content = new LinkedHashMap<>(part.content());
        content.remove("text");
        content.put("type", type);
        content.put(type, Objects.requireNonNullElse(wanted.content(), Map.of()));
        return new Part(part.kind(), type, part.phoneNumberId(), part.wamid(), part.contact(), content, wanted.text());
    }

    private static Part status(Platform.Change change, Order order, WantedStatus wanted) {
        var id = wanted.id();
        var name = wanted.status();
        if (id == null || name == null) {
            throw Problem.invalid("A status needs the id of its message, and its name.");
        }
        var customer = customer(change, wanted.customer(), null);
        var at = time(change, wanted.timestamp());
        var message = new ChatMessage(
                id,
                customer.id(),
                number(change, order),
                false,
                "",
                at,
                MessageStatus.ACCEPTED,
                at,
                ChatMessage.Fate.UNDELIVERABLE,
                wanted.callbackData(),
                null);
        try {
            var status = MessageStatus.valueOf(name.toUpperCase(java.util.Locale.ROOT));
            return WebhookParts.status(customer, message, status, at);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("A status is sent, delivered, read or failed.");
        }
    }

    private static Customer customer(Platform.Change change, @Nullable String identity, @Nullable String name) {
        if (identity == null) {
            throw Problem.invalid("Each message and status names its customer.");
        }
        return change.state().customer(identity).orElseGet(() -> {
            var phone = PhoneNumber.digits(identity)
                    .orElseThrow(() -> Problem.notFound("No customer here is '%s'.".formatted(identity)));
            var customer =
                    Customer.of(name == null ? PhoneNumber.display(phone) : name, phone, null, Customer.Kind.CROWD);
            change.add(new Fact.CustomerSaved(customer));
            return customer;
        });
    }

    private static String number(Platform.Change change, Order order) {
        return Objects.requireNonNullElseGet(
                order.phoneNumberId(), () -> change.account().mainNumber().phoneNumberId());
    }

    private static Instant time(Platform.Change change, @Nullable JsonNode wanted) {
        if (wanted == null || wanted.isNull()) {
            return change.now();
        }
        try {
            var text = wanted.asText();
            return text.matches("\\d+") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            throw Problem.invalid("A timestamp is ISO 8601 (2026-11-22T09:30:00Z) or seconds since 1970.");
        }
    }
}
