package org.centralino.outbound.number;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.centralino.outbound.OwnNumber;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.token.TokenExpiries;
import org.centralino.outbound.whatsapp.CloudTokens;
import org.jboss.logging.Logger;

/// Asks the platform once a day until when tokens are good, so that who can replace them is warned
/// before nothing is sent any more.
@Singleton
class TokenWatch {
    private static final Logger LOG = Logger.getLogger(TokenWatch.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final OwnNumbers numbers;
    private final AccessTokens tokens;
    private final CloudTokens cloudTokens;
    private final TokenExpiries expiries;
    private final Vertx vertx;
    private long timer;

    TokenWatch(OwnNumbers numbers, AccessTokens tokens, CloudTokens cloudTokens, TokenExpiries expiries, Vertx vertx) {
        this.numbers = numbers;
        this.tokens = tokens;
        this.cloudTokens = cloudTokens;
        this.expiries = expiries;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent starting) {
        timer = vertx.setPeriodic(
                FIRST.toMillis(),
                EVERY.toMillis(),
                _ -> look().subscribe()
                        .with(_ -> {}, failure -> LOG.debugf("Tokens were not asked about: %s", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /// @return completes when all that was due is known, as far as the platform says it
    Uni<Void> look() {
        return Multi.createFrom()
                .iterable(numbers.all())
                .filter(number -> !tokens.isShut(number.phoneNumberId()))
                .onItem()
                .transformToUniAndConcatenate(this::look)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> look(OwnNumber number) {
        var id = number.phoneNumberId();
        return expiries.claim(id)
                .chain(isDue -> isDue ? ask(id) : Uni.createFrom().voidItem());
    }

    private Uni<Void> ask(String id) {
        return Uni.createFrom()
                .item(() -> cloudTokens.of(tokens.of(id)))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .chain(facts -> facts.map(known -> expiries.learn(id, known))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
