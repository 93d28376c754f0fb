package org.centralino.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.centralino.simulator.SimulatorConfig;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Delivery;
import org.centralino.simulator.platform.domain.Delivery.Layout;
import org.centralino.simulator.platform.domain.Delivery.Part;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Fault;
import org.centralino.simulator.platform.domain.MessageStatus;
import org.centralino.simulator.platform.domain.Step;
import org.centralino.simulator.traffic.Traffic;
import org.centralino.simulator.traffic.Traffic.Detail;
import org.centralino.simulator.traffic.TrafficEntry;
import org.centralino.simulator.webhook.domain.Redelivery;
import org.centralino.simulator.webhook.domain.Signature;
import org.centralino.simulator.webhook.domain.WebhookBody;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Delivers webhooks: first attempts about one customer in order (unless that is the trouble), all else at
/// once, and again with growing delays until the answer is 200.
@Singleton
class WebhookSender {
    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final int OK = 200;
    private static final int NO_ANSWER = 0;
    private static final int BATCH_SIZE = 5;
    private static final long BATCH_MILLIS = 400;
    private static final long OUT_OF_ORDER_MILLIS = 1_500;
    private static final String UNKNOWN_SECRET = "a-secret-that-nobody-knows";

    private final Vertx vertx;
    private final Platform platform;
    private final WhatsAppAccount account;
    private final SimulatorConfig config;
    private final Traffic traffic;
    private final HttpClient http;

    private final Map<String, ArrayDeque<Shipment>> lanes = new HashMap<>();
    private final ArrayDeque<Shipment> ready = new ArrayDeque<>();
    private final List<Delivery> collecting = new ArrayList<>();
    private int underWay;
    private int batches;

    /// One POST: normally one delivery, several when they are batched.
    private static final class Shipment {
        final List<Delivery> deliveries;
        final Layout layout;
        final List<Attempt> attempts = new ArrayList<>();

        @Nullable
        String lane;

        Shipment(List<Delivery> deliveries, Layout layout, @Nullable String lane) {
            this.deliveries = deliveries;
            this.layout = layout;
            this.lane = lane;
        }

        List<Part> parts() {
            return deliveries.stream()
                    .flatMap(delivery -> delivery.parts().stream())
                    .toList();
        }

        List<Long> ids() {
            return deliveries.stream().map(Delivery::id).toList();
        }
    }

    private record Attempt(long atMicros, int status, double ms) {}

    WebhookSender(Vertx vertx, Platform platform, WhatsAppAccount account, SimulatorConfig config, Traffic traffic) {
        this.vertx = vertx;
        this.platform = platform;
        this.account = account;
        this.config = config;
        this.traffic = traffic;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.webhooksAtOnce())
                .setTcpNoDelay(true)
                .setConnectTimeout(Math.toIntExact(config.webhookTimeout().toMillis())));
    }

    void start(@Observes StartupEvent started) {
        var pending = platform.read(state -> state.pending());
        if (!pending.isEmpty()) {
            LOG.infof("%d webhooks of the time before the restart are still to be delivered", pending.size());
        }
        platform.listen(facts -> facts.forEach(fact -> {
            if (fact instanceof Fact.DeliveryQueued(var delivery)) {
                dispatch(delivery);
            }
        }));
        pending.forEach(this::dispatch);
    }

    /// How many POSTs wait for their answer.
    synchronized int underWay() {
        return underWay;
    }

    private void dispatch(Delivery delivery) {
        var faults = platform.read(state -> java.util.Set.copyOf(state.faults()));
        if (faults.contains(Fault.BATCHES) && delivery.parts().size() == 1) {
            collect(delivery);
        } else if (faults.contains(Fault.OUT_OF_ORDER)) {
            var shipment = new Shipment(List.of(delivery), delivery.layout(), null);
            after(ThreadLocalRandom.current().nextLong(OUT_OF_ORDER_MILLIS), () -> enqueue(shipment));
        } else {
            enqueue(new Shipment(List.of(delivery), delivery.layout(), delivery.lane()));
        }
    }

    private synchronized void collect(Delivery delivery) {
        collecting.add(delivery);
        if (collecting.size() == 1) {
            after(BATCH_MILLIS, this::flushBatch);
        }
        if (collecting.size() >= BATCH_SIZE) {
            flushBatch();
        }
    }

    private synchronized void flushBatch() {
        if (collecting.isEmpty()) {
            return;
        }
        var layouts = Layout.values();
        var shipment = new Shipment(List.copyOf(collecting), layouts[batches++ % layouts.length], null);
        collecting.clear();
        enqueue(shipment);
    }

    private synchronized void enqueue(Shipment shipment) {
        if (shipment.lane != null) {
            var waiting = lanes.get(shipment.lane);
            if (waiting != null) {
                waiting.add(shipment);
                return;
            }
            lanes.put(shipment.lane, new ArrayDeque<>());
        }
        ready.add(shipment);
        pump();
    }

    private synchronized void leaveLane(Shipment shipment) {
        var lane = shipment.lane;
        if (lane == null) {
            return;
        }
        var waiting = lanes.get(lane);
        var next = waiting == null ? null : waiting.poll();
        if (next == null) {
            lanes.remove(lane);
        } else {
            ready.add(next);
        }
        shipment.lane = null;
    }

    private synchronized void pump() {
        while (underWay < config.webhooksAtOnce() && !ready.isEmpty()) {
            underWay++;
            var shipment = ready.remove();
            vertx.runOnContext(_ -> attempt(shipment));
        }
    }

    private void attempt(Shipment shipment) {
        var ids = shipment.ids();
        if (platform.read(state -> ids.stream().noneMatch(state::isPending))) {
            finish(shipment);
            return;
        }
        var body = body(shipment);
        var wrong = platform.read(state -> state.has(Fault.WRONG_SIGNATURE));
        var secret = wrong ? UNKNOWN_SECRET : account.appSecrets().getFirst();
        var signature = Signature.of(body, secret);
        var detail =
                new Detail("POST " + config.webhookUrl(), signature, new String(body, StandardCharsets.UTF_8), null);
        var startMicros = Traffic.epochMicros();
        var start = System.nanoTime();
        http.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(config.webhookUrl().toString())
                        .setTimeout(config.webhookTimeout().toMillis())
                        .putHeader("Content-Type", "application/json")
                        .putHeader("User-Agent", "facebookexternalua")
                        .putHeader("X-Hub-Signature-256", signature))
                .compose((HttpClientRequest request) -> request.send(Buffer.buffer(body)))
                .compose((HttpClientResponse response) -> response.body().map(_ -> response.statusCode()))
                .otherwise(NO_ANSWER)
                .onSuccess(status -> {
                    var ms = (System.nanoTime() - start) / 1_000 / 1_000.0;
                    answered(shipment, new Attempt(startMicros, status, ms), wrong, detail);
                });
    }

    private void answered(Shipment shipment, Attempt attempt, boolean wrongSignature, Detail detail) {
        shipment.attempts.add(attempt);
        var delivered = attempt.status() == OK;
        var first = shipment.deliveries.getFirst();
        var expired = !delivered && (first.isPostedOnce() || Redelivery.isOver(first.queuedAt(), platform.now()));
        show(shipment, attempt, expired ? "expired" : wrongSignature ? Fault.WRONG_SIGNATURE.key() : null, detail);
        if (delivered || expired) {
            record(shipment, delivered);
        } else {
            var delay = Redelivery.delayAfter(shipment.attempts.size());
            after(delay.toMillis(), () -> {
                synchronized (this) {
                    ready.add(shipment);
                }
                pump();
            });
        }
        finish(shipment);
    }

    private void finish(Shipment shipment) {
        leaveLane(shipment);
        synchronized (this) {
            underWay--;
        }
        pump();
    }

    private void record(Shipment shipment, boolean delivered) {
        platform.record(change -> {
            change.add(new Fact.DeliveriesEnded(shipment.ids()));
            if (delivered) {
                shipment.parts().stream()
                        .filter(part -> part.kind().equals(Part.MESSAGES))
                        .forEach(part -> arrived(change, part));
            }
        });
        traffic.recordDelivery(ledgerItem(shipment, delivered));
    }

    private static void arrived(Platform.Change change, Part part) {
        var waiting = change.state()
                .message(part.wamid())
                .filter(message -> message.status() == MessageStatus.WRITTEN)
                .isPresent();
        if (waiting) {
            change.add(new Fact.StatusReached(part.wamid(), MessageStatus.DELIVERED, change.now()));
        }
        if (!change.state().steps().contains(Step.ARRIVED)) {
            change.add(new Fact.StepDone(Step.ARRIVED));
        }
    }

    private byte[] body(Shipment shipment) {
        var raw = shipment.deliveries.getFirst().raw();
        if (raw != null) {
            return raw.getBytes(StandardCharsets.UTF_8);
        }
        var body = WebhookBody.of(shipment.parts(), shipment.layout, this::metadata);
        return PlainJson.write(body).getBytes(StandardCharsets.US_ASCII);
    }

    private WebhookBody.Metadata metadata(String phoneNumberId) {
        return platform.read(state -> state.number(phoneNumberId))
                .map(number -> new WebhookBody.Metadata(phoneNumberId, number.number(), number.waba()))
                .orElseGet(() -> new WebhookBody.Metadata(
                        phoneNumberId, "0", account.mainNumber().waba()));
    }

    private void show(Shipment shipment, Attempt attempt, @Nullable String note, Detail detail) {
        var parts = shipment.parts();
        var first = parts.stream().findFirst();
        var copy = shipment.deliveries.getFirst().copy();
        var customer = platform.read(state -> first.flatMap(part -> state.message(part.wamid()))
                .flatMap(message -> state.customer(message.customerId()))
                .map(Customer::name));
        traffic.show(
                id -> new TrafficEntry(
                        id,
                        platform.now(),
                        TrafficEntry.WEBHOOK,
                        first.map(Part::kind).orElse("raw"),
                        first.map(Part::what).orElse(null),
                        customer.orElse(null),
                        first.map(Part::excerpt).map(TrafficEntry::excerptOf).orElse(null),
                        parts.size(),
                        attempt.status(),
                        attempt.ms(),
                        shipment.attempts.size(),
                        note == null && copy ? "copy" : note,
                        null,
                        shipment.deliveries.getFirst().id()),
                detail);
    }

    private ObjectNode ledgerItem(Shipment shipment, boolean delivered) {
        var item = PlainJson.MAPPER.createObjectNode();
        item.set("ids", PlainJson.MAPPER.valueToTree(shipment.ids()));
        item.put("outcome", delivered ? "delivered" : "expired");
        item.put("copy", shipment.deliveries.getFirst().copy());
        var parts = item.putArray("parts");
        shipment.parts().forEach(part -> {
            var node = parts.addObject();
            node.put("kind", part.kind());
            node.put("what", part.what());
            node.put("wamid", part.wamid());
        });
        item.put("queuedAt", shipment.deliveries.getFirst().queuedAt().toString());
        item.set("attempts", PlainJson.MAPPER.valueToTree(shipment.attempts));
        return item;
    }

    private void after(long millis, Runnable work) {
        if (millis < 1) {
            work.run();
        } else {
            vertx.setTimer(millis, _ -> work.run());
        }
    }
}
