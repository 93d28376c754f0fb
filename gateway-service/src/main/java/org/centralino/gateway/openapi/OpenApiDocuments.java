package org.centralino.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.centralino.gateway.Fingerprint;
import org.centralino.gateway.routing.RoutingTable;
import org.centralino.gateway.routing.Services;
import org.jboss.logging.Logger;

/// The gateway's own description of its API and those of all services that answer, as one document. Who does not
/// answer is named under `x-not-available`.
///
/// Anybody may ask for it, so the services are asked at most once a while, whoever asks and however many.
@ApplicationScoped
class OpenApiDocuments {
    private static final Logger LOG = Logger.getLogger(OpenApiDocuments.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofMinutes(1);
    /// Who was away may be back soon.
    private static final Duration KEPT_WHEN_INCOMPLETE = Duration.ofSeconds(5);

    private final Supplier<byte[]> own;
    private final Function<RoutingTable, URI> services;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final ReentrantLock gathering = new ReentrantLock();
    private volatile Whole last = Whole.NONE;

    @Inject
    OpenApiDocuments(OpenApiDocumentService own, Services services, ObjectMapper json, Clock clock) {
        this(
                () -> own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON),
                services::addressOf,
                json,
                clock);
    }

    /// @param own the gateway's own description, as JSON
    /// @param services where each service is
    OpenApiDocuments(Supplier<byte[]> own, Function<RoutingTable, URI> services, ObjectMapper json, Clock clock) {
        this.own = own;
        this.services = services;
        this.json = json;
        this.clock = clock;
    }

    /// The document as it was at a time.
    ///
    /// @param goodUntil when the services are asked again
    record Whole(String json, EntityTag tag, Instant goodUntil) {
        private static final Whole NONE = new Whole("", new EntityTag("none"), Instant.MIN);
    }

    /// Who comes while the services are being asked waits for the same answer.
    Whole whole() {
        if (isGood(last)) {
            return last;
        }
        gathering.lock();
        try {
            if (!isGood(last)) {
                last = gather();
            }
            return last;
        } finally {
            gathering.unlock();
        }
    }

    private boolean isGood(Whole whole) {
        return clock.instant().isBefore(whole.goodUntil());
    }

    private Whole gather() {
        try {
            var merge = new OpenApiMerge((ObjectNode) json.readTree(own.get()));
            // The conversations come first: where two call something alike, theirs keeps its name.
            var described = List.of(RoutingTable.values()).reversed().stream()
                    .map(service -> new Described(service, documentOf(services.apply(service))))
                    .toList();
            described.forEach(each -> each.document()
                    .join()
                    .ifPresentOrElse(
                            document -> merge.add(each.service().serviceName(), document, each::owns),
                            () -> merge.document()
                                    .withArrayProperty("x-not-available")
                                    .add(each.service().serviceName())));
            var whole = json.writeValueAsString(merge.document());
            var kept = merge.document().has("x-not-available") ? KEPT_WHEN_INCOMPLETE : KEPT;
            // Weak, because it may go out compressed.
            return new Whole(
                    whole,
                    new EntityTag(Fingerprint.of(whole), true),
                    clock.instant().plus(kept));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What a service says of itself, or will say.
    private record Described(RoutingTable service, CompletableFuture<Optional<ObjectNode>> document) {
        boolean owns(String path) {
            return RoutingTable.ownerOf(path).filter(service::equals).isPresent();
        }
    }

    private CompletableFuture<Optional<ObjectNode>> documentOf(URI service) {
        var request = HttpRequest.newBuilder(service.resolve("/q/openapi?format=json"))
                .timeout(PATIENCE)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(this::read)
                .exceptionally(away -> {
                    LOG.warnf("%s does not describe its API: %s", service, away);
                    return Optional.empty();
                });
    }

    private Optional<ObjectNode> read(HttpResponse<byte[]> answer) {
        try {
            return answer.statusCode() == 200 && json.readTree(answer.body()) instanceof ObjectNode document
                    ? Optional.of(document)
                    : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
