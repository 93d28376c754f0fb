package org.centralino.outbound.token;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.centralino.events.Person;
import org.centralino.kit.database.Statement;
import org.centralino.kit.problem.Problem;
import org.centralino.outbound.Looks;
import org.centralino.outbound.WhatsAppConfig;
import org.centralino.outbound.token.TokenKeys.CannotOpenException;
import org.centralino.outbound.token.TokenStore.Stored;
import org.jboss.logging.Logger;

/// The token by which each number is called: the one that was given in the page, else that of the settings. They are
/// looked at again and again, so a token that one replica was given is soon used by all, without a restart.
@Singleton
public class AccessTokens {
    private static final Logger LOG = Logger.getLogger(AccessTokens.class);
    private static final Duration READ_WITHIN = Duration.ofSeconds(30);
    private static final int FINGERPRINT_BYTES = 6;
    private static final Problem SHUT = Problem.of(
            503,
            "token-shut",
            "The access token of this number cannot be opened",
            "Another key sealed it than those that are set here, so WhatsApp is not called by this number. While replicas are restarted with new keys this passes; else set the key in CENTRALINO_OUTBOUND_TOKENS_KEYS, or give the number another token.");

    private final TokenStore store;
    private final TokenKeys keys;
    private final TokenConfig config;
    private final String ofSettings;
    private final Clock clock;
    private final Vertx vertx;
    /// Only ever replaced as a whole.
    private volatile Known known = new Known(Map.of(), Map.of());

    private final Looks looks = new Looks();
    private long timer;

    private record Opened(String sealed, Instant replacedAt, String token) {}

    /// @param opened by the number's id
    /// @param shut as they are sealed, by the number's id: those that no key here opens
    private record Known(Map<String, Opened> opened, Map<String, String> shut) {}

    /// That a number has a token of its own, and since when.
    ///
    /// @param by who gave it
    public record Given(Instant at, Person by) {}

    AccessTokens(TokenStore store, TokenConfig config, WhatsAppConfig whatsApp, Clock clock, Vertx vertx) {
        this.store = store;
        this.keys = TokenKeys.of(written(config));
        this.config = config;
        this.ofSettings = whatsApp.accessToken();
        this.clock = clock;
        this.vertx = vertx;
    }

    /// @return what goes behind `Bearer` in calls for this number
    /// @throws org.centralino.kit.problem.ProblemException 503 when it has a token of its own that
    ///     cannot be opened here: it must not be called by another one
    public String of(String phoneNumberId) {
        var now = known;
        if (now.shut.containsKey(phoneNumberId)) {
            throw SHUT.asException();
        }
        return tokenIn(now, phoneNumberId);
    }

    /// @return whether it has a token of its own that cannot be opened here, so that it is not called at all
    public boolean isShut(String phoneNumberId) {
        return known.shut.containsKey(phoneNumberId);
    }

    /// @return the ids of the numbers that are not called at all, as their tokens cannot be opened here
    public Set<String> shut() {
        return known.shut.keySet();
    }

    private String tokenIn(Known now, String phoneNumberId) {
        var own = now.opened.get(phoneNumberId);
        return own == null ? ofSettings : own.token();
    }

    /// @return what tells this token from others and does not tell it
    public String fingerprint(String phoneNumberId) {
        var now = known;
        var sealed = now.shut.get(phoneNumberId);
        var token = sealed == null ? tokenIn(now, phoneNumberId) : sealed;
        try {
            var whole = MessageDigest.getInstance("SHA-256")
                    .digest((phoneNumberId + ":" + token).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /// Before the first call is made. A token that stays shut would mean calls by the wrong one.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent starting) {
        var stored = store.all().await().atMost(READ_WITHIN);
        var found = new HashMap<String, Opened>();
        for (var token : stored) {
            try {
                found.put(token.phoneNumberId(), open(token));
            } catch (CannotOpenException shut) {
                throw new IllegalStateException(
                        "Refusing to start: the access token of the number %s cannot be opened, for %s. Set that key in CENTRALINO_OUTBOUND_TOKENS_KEYS, or delete the row of the table access_token and give the token anew."
                                .formatted(token.phoneNumberId(), shut.getMessage()),
                        shut);
            }
        }
        known = new Known(Map.copyOf(found), Map.of());
        sealAnew(stored, found);
        timer = vertx.setPeriodic(
                config.lookEvery().toMillis(),
                _ -> look().subscribe()
                        .with(_ -> {}, failure -> LOG.debugf("Access tokens could not be looked at: %s", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /// @return whether tokens can be kept here
    public boolean canKeep() {
        return !keys.isEmpty();
    }

    /// @return when all calls that this replica makes from now on carry it
    public Uni<Given> replace(String phoneNumberId, String token, Person by) {
        var stored = sealed(phoneNumberId, token, by);
        return store.replace(stored).chain(this::look).replaceWith(new Given(stored.replacedAt(), by));
    }

    /// @return what keeps it, for a transaction in which more is written; [#look] makes it be used
    public Statement keeping(String phoneNumberId, String token, Person by) {
        return TokenStore.replacing(sealed(phoneNumberId, token, by));
    }

    /// @return what forgets it, for a transaction in which more is written
    public Statement forgetting(String phoneNumberId) {
        return TokenStore.forgetting(phoneNumberId);
    }

    /// @return the token by which numbers are called that have none of their own
    public String ofSettings() {
        return ofSettings;
    }

    private Stored sealed(String phoneNumberId, String token, Person by) {
        return new Stored(phoneNumberId, keys.seal(token, phoneNumberId), clock.instant(), by);
    }

    /// @return that it has a token of its own; empty when it is called by that of the settings
    public Uni<Optional<Given>> given(String phoneNumberId) {
        return store.of(phoneNumberId)
                .map(found -> found.map(stored -> new Given(stored.replacedAt(), stored.replacedBy())));
    }

    /// The number is called by the token of the settings again.
    public Uni<Void> forget(String phoneNumberId) {
        return store.forget(phoneNumberId).chain(this::look);
    }

    /// @return when this replica calls by what is written down
    public Uni<Void> look() {
        return looks.look(store::all, this::learn);
    }

    private void learn(List<Stored> all) {
        var before = known;
        var found = new HashMap<String, Opened>();
        var shut = new HashMap<String, String>();
        for (var token : all) {
            var number = token.phoneNumberId();
            var earlier = before.opened.get(number);
            if (earlier != null && earlier.sealed().equals(token.sealed())) {
                found.put(number, earlier);
                continue;
            }
            try {
                found.put(number, open(token));
            } catch (CannotOpenException cannot) {
                if (earlier != null && earlier.replacedAt().equals(token.replacedAt())) {
                    // The same token: a replica that has a newer key already sealed it anew.
                    found.put(number, earlier);
                    continue;
                }
                shut.put(number, token.sealed());
                if (!token.sealed().equals(before.shut.get(number))) {
                    LOG.errorf(
                            "The access token of the number %s cannot be opened here, for %s: this replica calls nothing by this number. Set that key in CENTRALINO_OUTBOUND_TOKENS_KEYS and restart, or give the number another token",
                            number, cannot.getMessage());
                }
            }
        }
        known = new Known(Map.copyOf(found), Map.copyOf(shut));
    }

    private Opened open(Stored token) throws CannotOpenException {
        return new Opened(token.sealed(), token.replacedAt(), keys.open(token.sealed(), token.phoneNumberId()));
    }

    /// What an older key sealed is sealed by the newest, so that the older one can go.
    private void sealAnew(List<Stored> stored, Map<String, Opened> tokens) {
        var old =
                stored.stream().filter(token -> !keys.isCurrent(token.sealed())).toList();
        for (var token : old) {
            var own = Objects.requireNonNull(tokens.get(token.phoneNumberId()), "it was opened")
                    .token();
            store.sealAnew(token, keys.seal(own, token.phoneNumberId())).await().atMost(READ_WITHIN);
        }
        if (!old.isEmpty()) {
            LOG.infof(
                    "%d access tokens were sealed anew by the first key; the others are not needed any more",
                    old.size());
        }
    }

    private static List<String> written(TokenConfig config) {
        var all = new ArrayList<String>(config.keys().orElse(List.of()));
        config.keysFile().ifPresent(file -> {
            try {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .forEach(all::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(
                        "The file with keys for access tokens cannot be read: %s".formatted(file), unreadable);
            }
        });
        return all;
    }
}
