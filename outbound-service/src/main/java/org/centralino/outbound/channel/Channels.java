package org.centralino.outbound.channel;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Person;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.ProblemException;
import org.centralino.outbound.OwnNumber;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.channel.ChannelStore.NewChannel;
import org.centralino.outbound.channel.domain.AccountNumber;
import org.centralino.outbound.token.AccessTokens;
import org.centralino.outbound.whatsapp.CloudCatalogues;
import org.centralino.outbound.whatsapp.CloudChannels;
import org.centralino.outbound.whatsapp.CloudNumbers;
import org.centralino.outbound.whatsapp.CloudTokens;
import org.jspecify.annotations.Nullable;

/// Connects numbers, step by step: each asks the platform first and is written down when it agreed, so that each can be
/// done again. It waits for answers, so it is for threads that may.
@Singleton
class Channels {
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(10);
    private static final String CONNECTED = "CONNECTED";

    private final ChannelStore store;
    private final OwnNumbers numbers;
    private final AccessTokens tokens;
    private final CloudNumbers cloudNumbers;
    private final CloudChannels cloudChannels;
    private final CloudCatalogues cloudCatalogues;
    private final CloudTokens cloudTokens;
    private final Clock clock;

    Channels(
            ChannelStore store,
            OwnNumbers numbers,
            AccessTokens tokens,
            CloudNumbers cloudNumbers,
            CloudChannels cloudChannels,
            CloudCatalogues cloudCatalogues,
            CloudTokens cloudTokens,
            Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.tokens = tokens;
        this.cloudNumbers = cloudNumbers;
        this.cloudChannels = cloudChannels;
        this.cloudCatalogues = cloudCatalogues;
        this.cloudTokens = cloudTokens;
        this.clock = clock;
    }

    /// @param token null for that of the settings
    List<AccountNumber> numbersOf(String accountId, @Nullable String token) {
        return PlatformProblems.doneOrFail(
                cloudChannels.numbersOf(accountId, token == null ? tokens.ofSettings() : token));
    }

    /// @param name what operators shall call it; null for the name that customers see
    /// @param token null when it is called by that of the settings
    SetupView add(String phoneNumberId, String accountId, @Nullable String name, @Nullable String token, Person by) {
        if (token != null && !tokens.canKeep()) {
            throw PlatformProblems.NO_KEY.asException();
        }
        var asking = token == null ? tokens.ofSettings() : token;
        var known = PlatformProblems.doneOrFail(cloudNumbers.ask(phoneNumberId, asking));
        PlatformProblems.usableOrFail(cloudTokens.of(asking));
        mustBelong(phoneNumberId, accountId, asking);
        var digits = String.valueOf(known.displayNumber()).replaceAll("\\D", "");
        if (digits.isEmpty()) {
            throw PlatformProblems.unavailable("WhatsApp does not say which number it is.");
        }
        var channel = new NewChannel(
                phoneNumberId,
                digits,
                name == null ? Objects.requireNonNullElse(known.verifiedName(), "") : name,
                accountId,
                CONNECTED.equals(known.status()));
        var sealing = token == null
                ? List.of(tokens.forgetting(phoneNumberId))
                : List.of(tokens.keeping(phoneNumberId, token, by));
        if (!store.add(channel, by, sealing).await().atMost(DATABASE_PATIENCE)) {
            throw Problem.of(
                            409,
                            "number-known",
                            "This number is connected already",
                            "It is among the numbers of this installation. Go on with it there.")
                    .asException();
        }
        tokens.look().await().atMost(DATABASE_PATIENCE);
        return setup(phoneNumberId);
    }

    /// @param catalogId empty when it is to show no products; null when it stays as it is
    SetupView change(
            String phoneNumberId, @Nullable String name, @Nullable String accountId, @Nullable String catalogId) {
        numbers.one(phoneNumberId);
        if (name != null || accountId != null) {
            rename(phoneNumberId, name, accountId);
        }
        if (catalogId != null) {
            show(phoneNumberId, catalogId.isEmpty() ? null : catalogId);
        }
        return setup(phoneNumberId);
    }

    private void show(String phoneNumberId, @Nullable String catalogId) {
        if (catalogId != null) {
            PlatformProblems.shownOrFail(cloudCatalogues.products(catalogId, null, null, phoneNumberId));
        }
        if (!store.show(phoneNumberId, catalogId).await().atMost(DATABASE_PATIENCE)) {
            throw Problem.notFound("The number").asException();
        }
    }

    private void rename(String phoneNumberId, @Nullable String name, @Nullable String accountId) {
        var number = changeable(phoneNumberId);
        if (accountId != null && !accountId.equals(number.accountId())) {
            mustBelong(phoneNumberId, accountId, tokens.of(phoneNumberId));
        }
        var changed = store.change(
                        phoneNumberId,
                        name == null ? number.name() : name,
                        accountId == null ? number.accountId() : accountId)
                .await()
                .atMost(DATABASE_PATIENCE);
        if (!changed) {
            throw Problem.notFound("The number").asException();
        }
    }

    void remove(String phoneNumberId) {
        changeable(phoneNumberId);
        var removed = store.remove(phoneNumberId, List.of(tokens.forgetting(phoneNumberId)))
                .await()
                .atMost(DATABASE_PATIENCE);
        if (!removed) {
            throw Problem.notFound("The number").asException();
        }
        tokens.look().await().atMost(DATABASE_PATIENCE);
    }

    SetupView setup(String phoneNumberId) {
        numbers.one(phoneNumberId);
        var test = store.test(phoneNumberId).await().atMost(DATABASE_PATIENCE);
        numbers.look().await().atMost(DATABASE_PATIENCE);
        return SetupView.of(numbers.one(phoneNumberId), test.orElse(null));
    }

    /// What was done before may have been undone at the platform since.
    SetupView check(String phoneNumberId) {
        var number = numbers.one(phoneNumberId);
        var asked = clock.instant();
        var connection = PlatformProblems.doneOrFail(cloudNumbers.ask(phoneNumberId));
        var account = number.accountId();
        var subscribed = account == null
                ? Optional.<Boolean>empty()
                : PlatformProblems.doneOrFail(cloudChannels.isSubscribed(account, phoneNumberId));
        store.checked(phoneNumberId, subscribed, connection.isRegistered(), asked)
                .await()
                .atMost(DATABASE_PATIENCE);
        return setup(phoneNumberId);
    }

    SetupView subscribe(String phoneNumberId) {
        var account = numbers.one(phoneNumberId).neededAccount();
        PlatformProblems.doneOrFail(cloudChannels.subscribe(account, phoneNumberId));
        store.subscribed(phoneNumberId).await().atMost(DATABASE_PATIENCE);
        return setup(phoneNumberId);
    }

    SetupView register(String phoneNumberId, String pin) {
        numbers.one(phoneNumberId);
        PlatformProblems.registeredOrFail(cloudChannels.register(phoneNumberId, pin));
        store.registered(phoneNumberId).await().atMost(DATABASE_PATIENCE);
        return setup(phoneNumberId);
    }

    void setPin(String phoneNumberId, String pin) {
        numbers.one(phoneNumberId);
        PlatformProblems.doneOrFail(cloudChannels.setPin(phoneNumberId, pin));
    }

    SetupView sendTest(String phoneNumberId, String to) {
        numbers.one(phoneNumberId);
        var test = UUID.randomUUID();
        store.tested(phoneNumberId, test).await().atMost(DATABASE_PATIENCE);
        PlatformProblems.doneOrFail(cloudChannels.sendTest(phoneNumberId, to, ChannelStore.markOf(test)));
        return setup(phoneNumberId);
    }

    private void mustBelong(String phoneNumberId, String accountId, String token) {
        var found = PlatformProblems.doneOrFail(cloudChannels.numbersOf(accountId, token));
        if (found.stream().noneMatch(number -> number.phoneNumberId().equals(phoneNumberId))) {
            throw Problem.of(
                            422,
                            "number-of-another-account",
                            "The number does not belong to this account",
                            "WhatsApp does not list it there. Look up both ids in WhatsApp Manager.")
                    .asException();
        }
    }

    private OwnNumber changeable(String phoneNumberId) {
        var number = numbers.one(phoneNumberId);
        if (number.ofSettings()) {
            throw ofSettings();
        }
        return number;
    }

    private static ProblemException ofSettings() {
        return Problem.of(
                        409,
                        "number-of-settings",
                        "This number is set by the installation",
                        "It stands in the settings of the services, and is changed or removed there by whoever runs them.")
                .asException();
    }
}
