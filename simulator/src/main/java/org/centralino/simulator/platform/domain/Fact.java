package org.centralino.simulator.platform.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that happened here. The state is the fold of all facts, and the journal is their list.
public sealed interface Fact {

    /// The clock was moved; it is now this far ahead of the machine's.
    record ClockJumped(long offsetMillis) implements Fact {}

    /// From now on exactly these faults are on.
    record FaultsSwitched(Set<Fault> on) implements Fact {}

    /// A customer was added or changed.
    record CustomerSaved(Customer customer) implements Fact {}

    /// A message stands in a chat, written by the customer or sent by the business. One id counts once.
    record MessageAdded(ChatMessage message) implements Fact {}

    /// The customer did something to a message: this is how it stands now.
    record MessageMarked(ChatMessage message) implements Fact {}

    /// A message went on its way.
    record StatusReached(String wamid, MessageStatus status, Instant at) implements Fact {}

    /// When this customer last wrote to this number: the service window counts from it.
    record LastWrote(String customerId, String phoneNumberId, Instant at) implements Fact {}

    /// The customer looked at the chat.
    record ChatSeen(String customerId) implements Fact {}

    /// A webhook has to be delivered.
    record DeliveryQueued(Delivery delivery) implements Fact {}

    /// These webhooks were answered 200, or given up.
    record DeliveriesEnded(List<Long> ids) implements Fact {}

    /// From now on calls must carry this access token, and no other.
    ///
    /// @param phoneNumberId the number for whose calls it counts; null for all that have none of their own
    /// @param scopes what it permits; null for all that an inbox needs
    /// @param expiresAt null when it never expires
    record TokenMade(
            String token,
            @Nullable String phoneNumberId,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt) implements Fact {
        MadeToken made() {
            return new MadeToken(token, scopes == null ? MadeToken.ALL_SCOPES : scopes, expiresAt);
        }
    }

    /// The customer wants advertising of the business, or no more of it.
    record MarketingChosen(String customerId, boolean wanted) implements Fact {}

    /// From now on a number of the business does not hear this customer, or hears him again.
    record BlockChanged(String customerId, String phoneNumberId, boolean blocked) implements Fact {}

    /// A step of "Try this first" was seen.
    record StepDone(Step step) implements Fact {}

    /// A template was made, changed or deleted: this is how it stands now.
    record TemplateSaved(MessageTemplate template) implements Fact {}

    /// A business number was added or changed: this is how it stands now.
    record NumberSaved(BusinessPhone number) implements Fact {}

    /// From now on this is how well messages are sent as far as that one is concerned.
    ///
    /// @param id of a number, an account, the business or the app
    record HealthSet(String id, Health health) implements Fact {}

    /// From now on an app hears what happens in an account, or not any more.
    record SubscriptionChanged(String waba, boolean subscribed) implements Fact {}

    /// Everything but the clock and the access token of all numbers begins again.
    record Forgotten() implements Fact {}
}
