package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.centralino.kit.retry.Pause;
import org.centralino.kit.trace.Tracing;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.dispatch.domain.Answer;
import org.centralino.outbound.dispatch.domain.Message;
import org.centralino.outbound.token.AccessTokens;

/// The platform's Cloud API (fact sheet, section 8).
///
/// A call has two steps, and everything hangs on the line between them: as long as there is no connection,
/// not one byte of the message has left, and it may be tried again. From the moment there is one, only an
/// answer proves anything. Redirects are not followed, and nothing is tried again here.
@ApplicationScoped
public class CloudApi {
    /// Shorter than any server keeps an idle connection: a call over one that the server just closed would
    /// be a message in doubt for nothing.
    private static final int KEEP_IDLE_SECONDS = 10;

    private static final String LOCAL_PROFILE = "local";

    private final WhatsAppConfig config;
    private final AccessTokens tokens;
    private final ObjectMapper json;
    private final HttpClient http;
    private final String numbers;
    private final Tracing tracing;

    CloudApi(
            WhatsAppConfig config,
            OutboundConfig outbound,
            AccessTokens tokens,
            ObjectMapper json,
            Vertx vertx,
            Tracing tracing) {
        this.tracing = tracing;
        this.tokens = tokens;
        this.config = config;
        this.json = json;
        this.numbers = Graph.addressOf(config);
        var connectMillis = (int) config.graphConnectTimeout().toMillis();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(outbound.inFlight())
                // The platform is not told of our traces.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setKeepAliveTimeout(KEEP_IDLE_SECONDS)
                .setConnectTimeout(connectMillis)
                .setSslHandshakeTimeout(config.graphConnectTimeout().toSeconds()));
    }

    /// The access token does not travel in clear text, except to the simulator.
    void refuseClearText(@Observes StartupEvent starting, LaunchMode mode) {
        var local = ConfigUtils.isProfileActive(LOCAL_PROFILE);
        if (mode == LaunchMode.NORMAL
                && !local
                && Stream.concat(Stream.of(config.graphUrl()), config.mediaUrls().stream())
                        .anyMatch(url -> !"https".equals(url.getScheme()))) {
            throw new IllegalStateException(
                    "Refusing to start: centralino.whatsapp.graph-url and media-urls must be https, or the access token could be read.");
        }
    }

    /// To be used on an event loop, and answers there.
    ///
    /// @param mayLeave asked when the connection stands, right before the message goes over it
    /// @return how the call ended; it never fails
    public Uni<Answer> send(Message message, BooleanSupplier mayLeave) {
        return tracing.calling(
                "POST messages",
                () -> Uni.createFrom()
                        .deferred(() -> http.request(to(message)))
                        .onItemOrFailure()
                        .transformToUni((request, failure) -> failure == null
                                ? exchange(request, message, mayLeave)
                                : Uni.createFrom().item(new Answer.NotSent(wordsOf(failure)))));
    }

    private Uni<Answer> exchange(HttpClientRequest request, Message message, BooleanSupplier mayLeave) {
        if (!mayLeave.getAsBoolean()) {
            request.reset();
            return Uni.createFrom().item(new Answer.LaneLost());
        }
        var answer = request.send(CloudMessage.of(message, json))
                .chain(response ->
                        response.body().map(body -> CloudAnswer.read(response.statusCode(), body.toString(), json)));
        var silence = new Answer.Unclear("WhatsApp did not answer within %s seconds."
                .formatted(config.graphTimeout().toSeconds()));
        // A pause, and not Mutiny's own timeout: that one answers on another thread.
        return Uni.combine()
                .any()
                .of(answer, Pause.of(config.graphTimeout()).<Answer>map(_ -> silence))
                .invoke(first -> {
                    if (first == silence) {
                        request.reset();
                    }
                })
                .onFailure()
                .recoverWithItem(failure -> new Answer.Unclear(
                        "The connection broke before WhatsApp answered (%s).".formatted(wordsOf(failure))));
    }

    private RequestOptions to(Message message) {
        var path = numbers + Graph.encoded(message.phoneNumberId()) + "/messages";
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(path)
                .setFollowRedirects(false)
                .setConnectTimeout(config.graphConnectTimeout().toMillis())
                .putHeader("Authorization", "Bearer " + tokens.of(message.phoneNumberId()))
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json");
    }

    @PreDestroy
    void close() {
        http.closeAndForget();
    }

    /// Kinds of failure only: messages of exceptions may name what nobody should read in a log.
    private static String wordsOf(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
