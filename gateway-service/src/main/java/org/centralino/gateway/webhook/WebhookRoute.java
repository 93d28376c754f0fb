package org.centralino.gateway.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.context.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.events.WhatsAppEvent.GroupReported;
import org.centralino.events.WhatsAppEvent.HandedOver;
import org.centralino.events.WhatsAppEvent.MarketingChosen;
import org.centralino.events.WhatsAppEvent.MessageEchoed;
import org.centralino.events.WhatsAppEvent.MessageEdited;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageRevoked;
import org.centralino.events.WhatsAppEvent.MessageSynced;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.PhoneContactChanged;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.events.WhatsAppEvent.SyncProgressed;
import org.centralino.events.WhatsAppEvent.Unrecognised;
import org.centralino.gateway.GatewayConfig;
import org.centralino.gateway.ProblemAnswer;
import org.centralino.gateway.RouteOrder;
import org.centralino.gateway.WhatsAppConfig;
import org.centralino.gateway.channel.OwnNumber;
import org.centralino.gateway.channel.OwnNumbers;
import org.centralino.gateway.intake.Connections;
import org.centralino.gateway.intake.IncomingBodies;
import org.centralino.gateway.intake.IncomingBody;
import org.centralino.gateway.webhook.domain.WebhookTranslation;
import org.centralino.kit.kafka.EventPublisher.NotAcknowledgedException;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.ProblemException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where the WhatsApp platform calls: the handshake when the address is entered there, and webhooks.
///
/// A webhook is answered 200 when Kafka acknowledged every part of it, and not before. This is the busiest
/// address of all, so it is served before all that the framework does for other calls: the event loop reads the
/// body, a virtual thread does the rest and waits for Kafka.
@ApplicationScoped
class WebhookRoute {
    private static final Logger LOG = Logger.getLogger(WebhookRoute.class);
    static final String PATH = "/webhooks/whatsapp";
    private static final int LARGEST_BODY = 3 * 1024 * 1024;
    /// What even a small webhook costs while it waits.
    private static final long LEAST_BYTES = 8 * 1024;

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final WebhookSignature signature;
    private final byte[] verifyToken;
    private final OwnNumbers numbers;
    private final Duration patience;
    private final WhatsAppPublisher publisher;
    private final IncomingBodies bodies;
    private final Connections connections;
    private final ProblemAnswer answer;
    private final Clock clock;
    private final GuessLimit guesses;
    private final long mostBytesWaiting;
    private final Optional<List<String>> hosts;
    private final AtomicLong bytesWaiting = new AtomicLong();
    private volatile Translating translating;

    private final Timer acknowledgements;
    private final Counter messages;
    private final Counter statuses;
    private final Counter accounts;
    private final Counter unrecognised;
    private final Counter unsigned;
    private final Counter unacknowledged;

    WebhookRoute(
            WhatsAppConfig whatsApp,
            GatewayConfig gateway,
            OwnNumbers numbers,
            WhatsAppPublisher publisher,
            IncomingBodies bodies,
            Connections connections,
            ProblemAnswer answer,
            Clock clock,
            MeterRegistry metrics) {
        this.signature =
                new WebhookSignature(Needed.settings(whatsApp.appSecrets(), "CENTRALINO_WHATSAPP_APP_SECRETS"));
        this.verifyToken = utf8(Needed.secret(whatsApp.verifyToken(), "CENTRALINO_WHATSAPP_VERIFY_TOKEN"));
        this.numbers = numbers;
        this.translating = Translating.of(numbers.all());
        this.patience = gateway.webhook().patience();
        this.publisher = publisher;
        this.bodies = bodies;
        this.connections = connections;
        this.answer = answer;
        this.clock = clock;
        this.guesses = new GuessLimit(clock);
        this.mostBytesWaiting = gateway.webhook().mostBytesWaiting();
        this.hosts = gateway.webhook().hosts();
        this.acknowledgements = Timer.builder("centralino.webhook.acknowledgement")
                .description("From a webhook's first byte to Kafka's acknowledgement of all of its parts")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(metrics);
        this.messages = metrics.counter("centralino.webhook.parts", "kind", "message");
        this.statuses = metrics.counter("centralino.webhook.parts", "kind", "status");
        this.accounts = metrics.counter("centralino.webhook.parts", "kind", "account");
        this.unrecognised = metrics.counter("centralino.webhook.parts", "kind", "unrecognised");
        this.unsigned = metrics.counter("centralino.webhook.refused", "reason", "signature");
        this.unacknowledged = metrics.counter("centralino.webhook.refused", "reason", "unacknowledged");
        metrics.gauge("centralino.webhook.bytes.waiting", bytesWaiting);
    }

    void mount(@Observes Router router) {
        router.route(PATH).order(RouteOrder.FIRST).handler(this::atItsHost);
        router.get(PATH).order(RouteOrder.FIRST).handler(this::handshake);
        router.post(PATH).order(RouteOrder.FIRST).handler(this::receive);
        router.route(PATH)
                .order(RouteOrder.FIRST)
                .handler(call -> answer.send(
                        call.response(),
                        Problem.of(405, "method-not-allowed", "Method Not Allowed", "Webhooks come by GET or POST.")));
    }

    private void atItsHost(RoutingContext call) {
        var asked = call.request().authority();
        if (hosts.isEmpty() || asked != null && hosts.get().stream().anyMatch(asked.host()::equalsIgnoreCase)) {
            call.next();
        } else {
            answer.send(
                    call.response(),
                    Problem.of(404, "not-found", "Not Found", "Webhooks are taken at another host name."));
        }
    }

    private void handshake(RoutingContext call) {
        var request = call.request();
        var said =
                utf8(Optional.ofNullable(request.getParam("hub.verify_token")).orElse(""));
        var challenge = request.getParam("hub.challenge");
        if (MessageDigest.isEqual(verifyToken, said)
                && "subscribe".equals(request.getParam("hub.mode"))
                && challenge != null) {
            call.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end(challenge);
        } else if (guesses.isOneTooMany()) {
            call.response().putHeader(HttpHeaders.RETRY_AFTER, "60");
            answer.send(
                    call.response(), Problem.of(429, "too-many-requests", "Too many tries", "Try again in a minute."));
        } else {
            LOG.warn("Somebody tried the webhooks' handshake with another verify token than the one set here");
            answer.send(
                    call.response(),
                    Problem.of(403, "not-allowed", "Not verified", "The verify token is not the one set here."));
        }
    }

    private void receive(RoutingContext call) {
        var request = call.request();
        var started = System.nanoTime();
        var trace = Context.current();
        try {
            var body = bodies.open(request, LARGEST_BODY);
            body.whole()
                    .onSuccess(bytes ->
                            Thread.startVirtualThread(trace.wrap(() -> receive(request, body, bytes, started))))
                    .onFailure(refused -> {
                        if (refused instanceof ProblemException problem) {
                            answer.send(request.response(), problem.problem());
                        }
                    });
        } catch (ProblemException refused) {
            answer.send(request.response(), refused.problem());
        }
    }

    private void receive(HttpServerRequest request, IncomingBody incoming, Buffer bytes, long started) {
        var response = request.response();
        try {
            var body = bytes.getBytes();
            if (!isSigned(body, request, incoming)) {
                unsigned.increment();
                LOG.warnf("Refused a webhook of %d bytes: no secret of ours signed it", body.length);
                answer.send(response, NOT_SIGNED);
                return;
            }
            connections.trust(request.connection());
            var cost = Math.max(LEAST_BYTES, body.length);
            try {
                if (bytesWaiting.addAndGet(cost) > mostBytesWaiting || !numbers.areKnown(patience)) {
                    comeBackLater(response);
                    return;
                }
                keep(body);
            } finally {
                bytesWaiting.addAndGet(-cost);
            }
            response.end();
            acknowledgements.record(Duration.ofNanos(System.nanoTime() - started));
        } catch (NotAcknowledgedException away) {
            LOG.warnf("A webhook is left to the platform's next try: %s", away.getMessage());
            comeBackLater(response);
        } catch (RuntimeException failure) {
            LOG.error("A webhook failed and is left to the platform's next try", failure);
            comeBackLater(response);
        }
    }

    private boolean isSigned(byte[] body, HttpServerRequest request, IncomingBody incoming) {
        try {
            return signature.proves(body, onlyHeader(request));
        } finally {
            incoming.letGo();
        }
    }

    private void keep(byte[] body) {
        var receivedAt = clock.instant();
        var parts = translation().translate(body, receivedAt);
        publisher.publish(parts, receivedAt);
        parts.forEach(part -> kindOf(part).increment());
    }

    private WebhookTranslation translation() {
        var now = numbers.all();
        var ready = translating;
        if (ready.numbers != now) {
            ready = Translating.of(now);
            translating = ready;
        }
        return ready.translation;
    }

    /// What translates while these are our numbers.
    private record Translating(List<OwnNumber> numbers, WebhookTranslation translation) {
        static Translating of(List<OwnNumber> numbers) {
            return new Translating(
                    numbers,
                    new WebhookTranslation(
                            numbers.stream().map(OwnNumber::phoneNumberId).collect(Collectors.toSet()),
                            numbers.stream()
                                    .collect(Collectors.toMap(
                                            OwnNumber::number, OwnNumber::phoneNumberId, (first, _) -> first))));
        }
    }

    private Counter kindOf(WhatsAppEvent part) {
        return switch (part) {
            case MessageReceived _,
                    MessageEchoed _,
                    MessageSynced _,
                    HandedOver _,
                    ReactionReceived _,
                    MessageEdited _,
                    MessageRevoked _,
                    GroupReported _,
                    CustomerChanged _ -> messages;
            case StatusReported _ -> statuses;
            case AccountReported _, SyncProgressed _, PhoneContactChanged _, MarketingChosen _ -> accounts;
            case PartUnrecognised _, Unrecognised _ -> unrecognised;
        };
    }

    private void comeBackLater(HttpServerResponse response) {
        unacknowledged.increment();
        if (response.headWritten()) {
            return;
        }
        response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(COME_BACK.toSeconds()));
        answer.send(
                response,
                Problem.of(
                        503,
                        "service-unavailable",
                        "Not stored",
                        "The webhook could not be stored just now. Send it again."));
    }

    private static final Problem NOT_SIGNED = Problem.of(
            401,
            "signature-refused",
            "The signature does not fit",
            "X-Hub-Signature-256 must be the HMAC-SHA256 of these very bytes by the app's secret.");

    private static @Nullable String onlyHeader(HttpServerRequest request) {
        var headers = request.headers().getAll(WebhookSignature.HEADER);
        return headers.size() == 1 ? headers.getFirst() : null;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
