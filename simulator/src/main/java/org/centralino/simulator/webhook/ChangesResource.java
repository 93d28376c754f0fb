package org.centralino.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.problem.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Webhooks of any field, with the `value` that one writes: for all that the platform tells and nothing else
/// here plays. They keep their order.
@Path("/control/webhooks/changes")
class ChangesResource {
    private static final int MOST_COPIES = 1_000;
    private static final String LANE = "changes";
    private static final String METADATA = "metadata";

    private final Platform platform;

    /// @param changes what shares the POST, each with `field` and `value`
    /// @param account the entry's id; null for the account that is played
    /// @param time the entry's time, in seconds; null for none, as messages have it
    /// @param copies how often it is posted
    record Order(
            @Nullable List<@Nullable Change> changes,
            @Nullable String account,
            @Nullable Long time,
            @Nullable Integer copies) {}

    /// @param value with `metadata` or without; then that of the number which is played is added for messages
    record Change(@Nullable String field, @Nullable ObjectNode value) {}

    record Queued(List<Long> ids) {}

    ChangesResource(Platform platform) {
        this.platform = platform;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    public Queued order(@Nullable Order body) {
        var order = Problem.given(body);
        var changes = Objects.requireNonNullElse(order.changes(), List.<@Nullable Change>of());
        var copies = Objects.requireNonNullElse(order.copies(), 1);
        if (changes.isEmpty() || copies < 1 || copies > MOST_COPIES) {
            throw Problem.invalid("Give changes, at least one, and at most %d copies.".formatted(MOST_COPIES));
        }
        return platform.change(change -> {
            var raw = body(order, changes, change);
            return new Queued(IntStream.range(0, copies)
                    .mapToObj(_ -> Webhooks.queueRaw(change, LANE, raw))
                    .toList());
        });
    }

    private static String body(Order order, List<@Nullable Change> changes, Platform.Change platform) {
        var number = platform.account().mainNumber();
        var webhook = PlainJson.MAPPER.createObjectNode().put("object", "whatsapp_business_account");
        var entry = webhook.putArray("entry").addObject();
        entry.put("id", Objects.requireNonNullElse(order.account(), number.waba()));
        if (order.time() != null) {
            entry.put("time", order.time());
        }
        var told = entry.putArray("changes");
        for (var change : changes) {
            var field = change == null ? null : change.field();
            var value = change == null ? null : change.value();
            if (field == null || value == null) {
                throw Problem.invalid("Each change has a field (messages, history, …) and a value, an object.");
            }
            if (value.has("messaging_product") && !value.has(METADATA)) {
                value.putObject(METADATA)
                        .put("display_phone_number", number.number())
                        .put("phone_number_id", number.phoneNumberId());
            }
            told.addObject().put("field", field).set("value", value);
        }
        return PlainJson.write(webhook);
    }
}
