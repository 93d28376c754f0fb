package org.centralino.simulator.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.simulator.catalogue.Catalogues;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.graph.domain.GraphRequest;
import org.centralino.simulator.graph.domain.GraphRequest.Bsuid;
import org.centralino.simulator.graph.domain.GraphRequest.MarkRead;
import org.centralino.simulator.graph.domain.GraphRequest.Phone;
import org.centralino.simulator.graph.domain.GraphRequest.React;
import org.centralino.simulator.graph.domain.GraphRequest.Refused;
import org.centralino.simulator.graph.domain.GraphRequest.Send;
import org.centralino.simulator.graph.domain.GraphRequest.SendFile;
import org.centralino.simulator.graph.domain.GraphRequest.SendMade;
import org.centralino.simulator.graph.domain.GraphRequest.SendTemplate;
import org.centralino.simulator.graph.domain.HealthStatus;
import org.centralino.simulator.graph.domain.MadeMessage;
import org.centralino.simulator.graph.domain.SentFile;
import org.centralino.simulator.graph.domain.TemplateSend;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.media.MediaFiles;
import org.centralino.simulator.media.domain.MediaFile;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.Wamids;
import org.centralino.simulator.platform.domain.BusinessPhone;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.ChatMessage.Fate;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Fault;
import org.centralino.simulator.platform.domain.MessageStatus;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.centralino.simulator.platform.domain.PlatformState;
import org.centralino.simulator.platform.domain.Question;
import org.centralino.simulator.platform.domain.Scope;
import org.centralino.simulator.platform.domain.Shown;
import org.centralino.simulator.platform.domain.Step;
import org.centralino.simulator.platform.domain.TemplateCard;
import org.centralino.simulator.template.Templates;
import org.centralino.simulator.traffic.Traffic;
import org.centralino.simulator.traffic.TrafficEntry;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The Graph API, as far as an inbox needs it.
@Singleton
@Path("/")
class GraphResource {
    private static final int OK = 200;
    private static final int NO_ANSWER = 0;
    private static final int ON_PHONE = 20;
    private static final String REACTION = "reaction";

    /// On what is older the platform sets no emoji.
    private static final Duration REACTS_WITHIN = Duration.ofDays(30);

    private final Platform platform;
    private final Admission admission;
    private final Traffic traffic;
    private final Answers answers;
    private final Typing typing;
    private final MediaFiles files;
    private final Templates templates;
    private final Registrations registrations;
    private final Catalogues catalogues;
    private final SendLimits limits = new SendLimits();

    /// What the business sends.
    ///
    /// @param text its words
    /// @param card the template; null when it is none
    /// @param file null when it is none
    /// @param files all that go with it
    /// @param made null when it has a file, or is a template or words
    private record Outgoing(
            GraphRequest.Recipient recipient,
            String text,
            @Nullable TemplateCard card,
            @Nullable SentFile file,
            List<SentFile> files,
            @Nullable MadeMessage made,
            @Nullable String quotedWamid,
            @Nullable String callbackData) {
        static Outgoing of(Send send) {
            var file = send instanceof SendFile it ? it.file() : null;
            return new Outgoing(
                    send.recipient(),
                    send.text(),
                    null,
                    file,
                    file == null ? List.of() : List.of(file),
                    send instanceof SendMade it ? it.made() : null,
                    send.quotedWamid(),
                    send.callbackData());
        }

        /// @return the products that it shows, by their ids; null when it shows none
        @Nullable
        Question products() {
            if (card != null) {
                return card.products();
            }
            var question = made == null ? null : made.shown().question();
            return question != null && question.isOfCatalogue() ? question : null;
        }

        /// @param looked the same products with what they are called and cost
        Shown showing(Question looked) {
            return card == null
                    ? Shown.question(looked)
                    : Shown.template(card.opening(looked), file == null ? null : file.id());
        }

        /// @return what the phone shows besides words
        @Nullable
        Shown shown() {
            if (card != null) {
                return Shown.template(card, file == null ? null : file.id());
            }
            if (made != null) {
                return made.shown();
            }
            return file == null ? null : file.shown();
        }
    }

    /// What is answered, and what happened to whom.
    private record Outcome(
            int status,
            Map<String, Object> body,
            String kind,
            @Nullable Customer customer,
            @Nullable String excerpt,
            @Nullable String wamid) {
        Outcome(GraphError error, String kind, @Nullable String excerpt) {
            this(error.http(), error.body(traceId()), kind, null, excerpt, null);
        }
    }

    GraphResource(
            Platform platform,
            Admission admission,
            Traffic traffic,
            Answers answers,
            Typing typing,
            MediaFiles files,
            Templates templates,
            Registrations registrations,
            Catalogues catalogues) {
        this.catalogues = catalogues;
        this.registrations = registrations;
        this.templates = templates;
        this.files = files;
        this.admission = admission;
        this.platform = platform;
        this.traffic = traffic;
        this.answers = answers;
        this.typing = typing;
    }

    @POST
    @Path("{version: v[0-9.]+}/{phoneNumberId}/messages")
    public Uni<Response> messages(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            HttpServerRequest http,
            byte[] body) {
        var call = new Call(phoneNumberId, http, body);
        var refusal = admission.errorAtNumber("post", phoneNumberId, authorization, Scope.MESSAGING);
        if (refusal.isPresent()) {
            return answer(call, new Outcome(refusal.get(), "messages", null), null);
        }
        if (!platform.read(state -> state.number(phoneNumberId).orElseThrow().registered())) {
            return answer(call, new Outcome(GraphError.notRegistered(), "messages", null), null);
        }
        return switch (GraphRequest.of(call.json().orElse(Map.of()))) {
            case Refused(var error) -> answer(call, new Outcome(error, "messages", null), null);
            case MarkRead read -> answer(call, markRead(read), null);
            case React react -> react(call, react);
            case SendTemplate template -> send(call, template, http);
            case Send send -> send(call, Outgoing.of(send), http);
        };
    }

    @GET
    @Path("{version: v[0-9.]+}/{phoneNumberId}")
    public Uni<Response> number(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestQuery Optional<String> fields,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            HttpServerRequest http) {
        var call = new Call(phoneNumberId, http, null);
        var file = files.file(phoneNumberId, platform.now());
        var scope = file.isPresent() ? Scope.MESSAGING : Scope.MANAGEMENT;
        var error = admission.errorAt(phoneNumberId, authorization, scope);
        if (error.isPresent()) {
            return answer(call, new Outcome(error.get(), "number", null), null);
        }
        return answer(
                call,
                platform.read(state -> state.number(phoneNumberId).map(number -> number(number, state, fields)))
                        .map(shown -> new Outcome(OK, shown, "number", null, null, null))
                        .or(() -> file.map(this::located))
                        .or(() -> templates
                                .withId(phoneNumberId)
                                .map(found -> new Outcome(OK, found.shown(), "template", null, null, null)))
                        .orElseGet(() -> new Outcome(GraphError.unknownObject("get", phoneNumberId), "number", null)),
                null);
    }

    /// Replaces all parts of a template, or sets the PIN of a number.
    @POST
    @Path("{version: v[0-9.]+}/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @RestPath String version,
            @RestPath String id,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Map<String, Object> asked) {
        var error = admission.errorAt(id, authorization, Scope.MANAGEMENT);
        if (error.isPresent()) {
            return GraphAnswer.of(error.get());
        }
        var wanted = asked == null ? Map.<String, Object>of() : asked;
        return platform.read(state -> state.number(id)).isPresent()
                ? registrations.setPin(id, wanted)
                : MessageTemplateResource.answer(id, templates.change(id, wanted));
    }

    /// A number and a file are asked for in the same way.
    private Outcome located(MediaFile file) {
        var body = new LinkedHashMap<String, Object>();
        body.put("messaging_product", "whatsapp");
        body.put("url", files.addressOf(file, platform.now()));
        body.put("mime_type", file.mimeType());
        body.put("sha256", file.toldHash());
        body.put("file_size", String.valueOf(file.toldSize()));
        body.put("id", file.id());
        return new Outcome(OK, body, "media", null, null, null);
    }

    private Uni<Response> send(Call call, SendTemplate send, HttpServerRequest http) {
        var template = platform.read(state -> state.template(
                state.number(call.phoneNumberId).orElseThrow().waba(),
                Objects.requireNonNullElse(send.name(), ""),
                Objects.requireNonNullElse(send.language(), "")));
        var outcome = TemplateSend.of(template.orElse(null), send.template());
        var card = outcome.card();
        if (card == null) {
            return answer(call, new Outcome(Objects.requireNonNull(outcome.refusal()), "messages", send.name()), null);
        }
        var outgoing = new Outgoing(
                send.recipient(),
                card.body(),
                card,
                outcome.file(),
                outcome.files(),
                null,
                send.quotedWamid(),
                send.callbackData());
        return send(call, outgoing, http);
    }

    private Uni<Response> send(Call call, Outgoing send, HttpServerRequest http) {
        if (platform.read(state -> state.number(call.phoneNumberId))
                .filter(number -> number.number().equals(send.recipient().identity()))
                .isPresent()) {
            return answer(call, new Outcome(GraphError.toItself(), "messages", send.text()), null);
        }
        var trouble = answers.troubleOfNextSend();
        var refusal = trouble.flatMap(GraphResource::refusal)
                .or(() -> toSomebodyBlocked(call.phoneNumberId, send.recipient().identity()))
                .or(() -> toNoGroup(send.recipient()))
                .or(() -> withNoFile(send))
                .or(() -> withNoProduct(call.phoneNumberId, send))
                .or(() -> overLimit(call.phoneNumberId, send.recipient().identity()));
        if (refusal.isPresent()) {
            return answer(
                    call,
                    new Outcome(refusal.get(), "messages", send.text()),
                    trouble.map(Fault::key).orElse(null));
        }
        var accepted = platform.change(change -> accept(change, call.phoneNumberId, send));
        if (trouble.isEmpty()) {
            return answer(call, accepted, null);
        }
        return switch (trouble.get()) {
            case RESET_AFTER_ACCEPTANCE -> {
                call.record(accepted, trouble.get().key(), false);
                call.show(accepted, NO_ANSWER, trouble.get().key());
                http.connection().close();
                yield Uni.createFrom().nothing();
            }
            case TIMEOUT_AFTER_ACCEPTANCE, HOLD_ANSWERS -> {
                call.record(accepted, trouble.get().key(), false);
                call.show(accepted, NO_ANSWER, trouble.get().key());
                yield answers.pass(trouble.get()).map(_ -> response(accepted));
            }
            default -> answer(call, accepted, null);
        };
    }

    private Optional<GraphError> toSomebodyBlocked(String phoneNumberId, String identity) {
        return platform.read(state -> state.customer(identity)
                .filter(customer -> state.isBlocked(customer.id(), phoneNumberId))
                .map(_ -> GraphError.blocked()));
    }

    /// Whoever is addressed as a group has to be one, and nobody else is.
    private Optional<GraphError> toNoGroup(GraphRequest.Recipient recipient) {
        var isGroup = platform.read(state ->
                state.customer(recipient.identity()).filter(Customer::isGroup).isPresent());
        return isGroup == recipient instanceof GraphRequest.Group
                ? Optional.empty()
                : Optional.of(GraphError.noSuchGroup());
    }

    /// Files that are to be sent have to be there.
    private Optional<GraphError> withNoFile(Outgoing send) {
        return send.files().stream()
                .filter(file -> file.id() != null)
                .flatMap(file -> Stream.ofNullable(
                        file.objection(files.file(file.id(), platform.now()).orElse(null))))
                .findFirst();
    }

    /// Products that are to be shown have to stand in the catalogue of the number's account.
    private Optional<GraphError> withNoProduct(String phoneNumberId, Outgoing send) {
        return send.products() != null && filled(phoneNumberId, send).isEmpty()
                ? Optional.of(GraphError.unusableValue("Products not found in FB Catalog."))
                : Optional.empty();
    }

    private Optional<Shown> filled(String phoneNumberId, Outgoing send) {
        return Optional.ofNullable(send.products())
                .flatMap(question -> platform.read(state -> state.number(phoneNumberId))
                        .flatMap(number -> catalogues.ofAccount(number.waba()))
                        .flatMap(catalogue -> catalogue.filled(question)))
                .map(send::showing);
    }

    private Outcome accept(Platform.Change change, String phoneNumberId, Outgoing send) {
        var state = change.state();
        var identity = send.recipient().identity();
        var customer = state.customer(identity).orElseGet(() -> {
            var stranger = Customer.stranger(identity);
            change.add(new Fact.CustomerSaved(stranger));
            return stranger;
        });
        var message = new ChatMessage(
                        Wamids.next(customer.id()),
                        customer.id(),
                        phoneNumberId,
                        false,
                        send.text(),
                        change.now(),
                        MessageStatus.ACCEPTED,
                        change.now(),
                        fate(state, customer, phoneNumberId, send.card(), change.now()),
                        send.callbackData(),
                        send.quotedWamid())
                .showing(
                        send.products() == null
                                ? send.shown()
                                : filled(phoneNumberId, send).orElseThrow());
        change.add(new Fact.MessageAdded(message));
        if (!state.steps().contains(Step.REPLIED) && message.fate() == Fate.ARRIVES) {
            change.add(new Fact.StepDone(Step.REPLIED));
        }
        var contact = new LinkedHashMap<String, Object>();
        switch (send.recipient()) {
            case Phone(var written, var digits) -> {
                contact.put("input", written);
                contact.put("wa_id", digits);
            }
            case GraphRequest.Group(var group) -> {
                contact.put("input", group);
                contact.put("wa_id", group);
            }
            case Bsuid(var bsuid) -> {
                contact.put("input", bsuid);
                contact.put("user_id", bsuid);
            }
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("messaging_product", "whatsapp");
        body.put("contacts", List.of(contact));
        body.put("messages", List.of(Map.of("id", message.wamid())));
        return new Outcome(OK, body, "messages", customer, send.text(), message.wamid());
    }

    private static Fate fate(
            PlatformState state, Customer customer, String phoneNumberId, @Nullable TemplateCard card, Instant now) {
        if (customer.kind() == Customer.Kind.STRANGER) {
            return Fate.UNDELIVERABLE;
        }
        if (card == null && !state.isWindowOpen(customer.id(), phoneNumberId, now)) {
            return Fate.WINDOW_CLOSED;
        }
        if (card != null && card.isMarketing() && !state.wantsMarketing(customer.id())) {
            return Fate.MARKETING_STOPPED;
        }
        if (card != null && card.isMarketing() && state.has(Fault.MARKETING_CAP)) {
            return Fate.MARKETING_CAPPED;
        }
        return customer.blocks() ? Fate.BLOCKED : Fate.ARRIVES;
    }

    private Uni<Response> react(Call call, React react) {
        var trouble = answers.troubleOfNextSend();
        var refusal = trouble.flatMap(GraphResource::refusal)
                .or(() -> overLimit(call.phoneNumberId, react.recipient().identity()))
                .or(() ->
                        toSomebodyBlocked(call.phoneNumberId, react.recipient().identity()));
        return answer(
                call,
                refusal.map(error -> new Outcome(error, REACTION, react.emoji()))
                        .orElseGet(() -> platform.change(change -> react(change, call.phoneNumberId, react))),
                trouble.map(Fault::key).orElse(null));
    }

    /// The emoji stands on the message; it is no message of the chat.
    private static Outcome react(Platform.Change change, String phoneNumberId, React react) {
        var state = change.state();
        var message = state.message(react.wamid())
                .filter(it -> it.at().plus(REACTS_WITHIN).isAfter(change.now()))
                .filter(it -> state.customer(react.recipient().identity())
                        .filter(customer -> customer.id().equals(it.customerId()))
                        .isPresent())
                .orElse(null);
        if (message == null) {
            return new Outcome(
                    GraphError.unusableValue("The message is not known, or is older than 30 days."),
                    REACTION,
                    react.emoji());
        }
        if (!state.isWindowOpen(message.customerId(), phoneNumberId, change.now())) {
            return new Outcome(GraphError.windowClosed(), REACTION, react.emoji());
        }
        change.add(new Fact.MessageMarked(message.reactedByBusiness(react.emoji())));
        var customer = state.customer(message.customerId()).orElseThrow();
        var wamid = Wamids.next(customer.id());
        var body = new LinkedHashMap<String, Object>();
        body.put("messaging_product", "whatsapp");
        body.put("contacts", List.of(Map.of("input", react.recipient().identity(), "wa_id", customer.id())));
        body.put("messages", List.of(Map.of("id", wamid)));
        return new Outcome(OK, body, REACTION, customer, react.emoji(), wamid);
    }

    private Outcome markRead(MarkRead read) {
        var kind = read.typing() ? "typing" : "read";
        var outcome = platform.change(change -> change.state()
                .message(read.wamid())
                .filter(ChatMessage::fromCustomer)
                .map(message -> {
                    change.state().chat(message.customerId()).stream()
                            .filter(ChatMessage::fromCustomer)
                            .filter(earlier -> !earlier.at().isAfter(message.at()))
                            .filter(earlier -> earlier.status().comesBefore(MessageStatus.READ))
                            .forEach(earlier -> change.add(
                                    new Fact.StatusReached(earlier.wamid(), MessageStatus.READ, change.now())));
                    var customer = change.state().customer(message.customerId()).orElseThrow();
                    return new Outcome(OK, Map.of("success", true), kind, customer, null, read.wamid());
                })
                .orElseGet(() -> new Outcome(
                        GraphError.unusableValue("Message ID is not known, or is older than 30 days."), kind, null)));
        var customer = outcome.customer();
        if (read.typing() && customer != null) {
            typing.begins(customer.id());
        }
        return outcome;
    }

    private static Optional<GraphError> refusal(Fault trouble) {
        return switch (trouble) {
            case REFUSED -> Optional.of(GraphError.unusableValue("Parameter value is not valid"));
            case TOKEN_EXPIRED -> Optional.of(GraphError.expiredToken());
            case TOO_MANY_REQUESTS -> Optional.of(GraphError.tooManyRequests());
            case SERVER_ERRORS -> Optional.of(GraphError.serverError());
            case PAIR_RATE_LIMIT -> Optional.of(GraphError.pairRateLimit());
            case THROUGHPUT_LIMIT -> Optional.of(GraphError.throughputLimit());
            case TIMEOUT_AFTER_ACCEPTANCE,
                    RESET_AFTER_ACCEPTANCE,
                    HOLD_ANSWERS,
                    DUPLICATE_WEBHOOKS,
                    OUT_OF_ORDER,
                    BATCHES,
                    MARKETING_CAP,
                    ALSO_ON_PHONE,
                    WRONG_SIGNATURE -> Optional.empty();
        };
    }

    /// A person is one, whether he is addressed by his number or by his id.
    private Optional<GraphError> overLimit(String phoneNumberId, String identity) {
        var customer = platform.read(
                state -> state.customer(identity).map(Customer::id).orElse(identity));
        var on = platform.read(state -> Set.copyOf(state.faults()));
        var ofPair = on.contains(Fault.PAIR_RATE_LIMIT);
        if (!on.contains(Fault.THROUGHPUT_LIMIT)) {
            return ofPair ? limits.pair(phoneNumberId, customer, platform.now()) : Optional.empty();
        }
        return ofPair
                ? limits.both(phoneNumberId, customer, perSecond(phoneNumberId), platform.now(), System.nanoTime())
                : limits.throughput(phoneNumberId, perSecond(phoneNumberId), System.nanoTime());
    }

    private int perSecond(String phoneNumberId) {
        return platform.read(state -> state.has(Fault.ALSO_ON_PHONE)
                ? ON_PHONE
                : state.number(phoneNumberId).orElseThrow().throughput().perSecond());
    }

    /// What customers write counts, too.
    void start(@Observes StartupEvent started) {
        platform.listen(facts -> {
            for (var fact : facts) {
                if (fact instanceof Fact.MessageAdded(var message) && message.fromCustomer()) {
                    limits.received(message.phoneNumberId(), System.nanoTime());
                }
            }
        });
    }

    /// What is not asked for by name comes without its health.
    static Map<String, Object> number(BusinessPhone number, PlatformState state, Optional<String> fields) {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", number.phoneNumberId());
        all.put("display_phone_number", PhoneNumber.display(number.number()));
        all.put("verified_name", number.name());
        all.put("quality_rating", "GREEN");
        all.put("status", number.registered() ? "CONNECTED" : "PENDING");
        all.put("platform_type", number.registered() ? "CLOUD_API" : "NOT_APPLICABLE");
        all.put("throughput", Map.of("level", number.throughput().name()));
        all.put("whatsapp_business_manager_messaging_limit", "TIER_2K");
        all.put("code_verification_status", "VERIFIED");
        all.put("name_status", "APPROVED");
        all.put("account_mode", "SANDBOX");
        all.put("is_on_biz_app", state.has(Fault.ALSO_ON_PHONE));
        all.put("is_official_business_account", false);
        fields.ifPresent(list -> {
            var wanted = Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
            all.put("health_status", HealthStatus.of(number, state::health));
            all.keySet().removeIf(field -> !field.equals("id") && !wanted.contains(field));
        });
        return all;
    }

    private Uni<Response> answer(Call call, Outcome outcome, @Nullable String fault) {
        call.record(outcome, fault, true);
        call.show(outcome, outcome.status(), fault);
        return Uni.createFrom().item(response(outcome));
    }

    private static Response response(Outcome outcome) {
        return GraphAnswer.of(outcome.status(), outcome.body());
    }

    private static String traceId() {
        return "A" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    }

    /// One call under way: when it came, and what it said. A GET has no body.
    private final class Call {
        final String phoneNumberId;
        private final String path;
        private final byte @Nullable [] body;
        private final long receivedMicros = Traffic.epochMicros();
        private final long start = System.nanoTime();
        private long sequence;

        Call(String phoneNumberId, HttpServerRequest http, byte @Nullable [] body) {
            this.phoneNumberId = phoneNumberId;
            this.path = Objects.requireNonNull(http.path(), "its path is what brought the call here");
            this.body = body;
        }

        /// @return the body, when it is a JSON object
        Optional<Map<?, ?>> json() {
            if (body == null) {
                return Optional.empty();
            }
            try {
                return Optional.ofNullable(
                        PlainJson.MAPPER.readValue(new String(body, StandardCharsets.UTF_8), Map.class));
            } catch (JsonProcessingException noObject) {
                return Optional.empty();
            }
        }

        private String type() {
            return json().<Object>flatMap(body -> Optional.ofNullable(body.get("type")))
                    .map(Object::toString)
                    .orElse("text");
        }

        void record(Outcome outcome, @Nullable String fault, boolean answered) {
            ObjectNode item = PlainJson.MAPPER.createObjectNode();
            item.put("receivedAtMillis", receivedMicros / 1_000);
            item.put("receivedAtMicros", receivedMicros);
            item.put("platformTime", platform.now().toString());
            item.put("method", body == null ? "GET" : "POST");
            item.put("path", path);
            item.put("phoneNumberId", phoneNumberId);
            item.put("kind", outcome.kind());
            var json = json();
            if (json.isPresent()) {
                item.set("body", PlainJson.MAPPER.valueToTree(json.get()));
                var callbackData = json.get().get("biz_opaque_callback_data");
                if (callbackData != null) {
                    item.put("bizOpaqueCallbackData", callbackData.toString());
                }
            } else if (body != null) {
                item.put("rawBody", new String(body, StandardCharsets.UTF_8));
            }
            var customer = outcome.customer();
            item.put("customer", customer == null ? null : customer.id());
            item.put("wamid", outcome.wamid());
            item.put("accepted", outcome.status() == OK && outcome.kind().equals("messages"));
            item.put("fault", fault);
            var answer = item.putObject("answer");
            answer.put("sent", answered);
            answer.put("status", outcome.status());
            answer.set("body", PlainJson.MAPPER.valueToTree(outcome.body()));
            sequence = traffic.recordCall(item);
        }

        void show(Outcome outcome, int status, @Nullable String fault) {
            var customer = outcome.customer();
            var ms = (System.nanoTime() - start) / 1_000 / 1_000.0;
            traffic.show(
                    id -> new TrafficEntry(
                            id,
                            platform.now(),
                            TrafficEntry.CALL,
                            outcome.kind(),
                            type(),
                            customer == null ? null : customer.name(),
                            Optional.ofNullable(outcome.excerpt())
                                    .map(TrafficEntry::excerptOf)
                                    .orElse(null),
                            1,
                            status,
                            ms,
                            1,
                            fault,
                            sequence,
                            null),
                    new Traffic.Detail(
                            (body == null ? "GET " : "POST ") + path,
                            null,
                            body == null ? null : new String(body, StandardCharsets.UTF_8),
                            status == NO_ANSWER ? null : PlainJson.write(outcome.body())));
        }
    }
}
