package org.centralino.simulator.platform.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the platform knows: the fold of all [facts][Fact]. Not safe for threads; one owner guards it.
///
/// Chats are bounded, so that a load test cannot fill the memory: of all messages the newest stay.
public final class PlatformState {
    /// A service window stays open for this long after the customer's last message.
    public static final Duration SERVICE_WINDOW = Duration.ofHours(24);

    private static final int MESSAGES_KEPT = 20_000;
    private static final int MESSAGES_KEPT_PER_CHAT = 500;

    private final Map<String, Customer> customers = new LinkedHashMap<>();
    private final Map<String, Customer> customersByBsuid = new HashMap<>();
    private final Map<String, Customer> customersByPhone = new HashMap<>();
    private final LinkedHashMap<String, ChatMessage> messages = new LinkedHashMap<>();
    private final Map<String, ArrayDeque<String>> chats = new HashMap<>();
    private final Map<Conversation, Instant> lastWrote = new HashMap<>();
    private final Set<Conversation> blocked = new LinkedHashSet<>();
    private final Map<String, Integer> unseen = new HashMap<>();
    private final Map<Long, Delivery> pending = new LinkedHashMap<>();
    private final Map<String, MessageTemplate> templates = new LinkedHashMap<>();
    private final Map<String, BusinessPhone> numbers = new LinkedHashMap<>();
    private final Map<String, Health> healths = new LinkedHashMap<>();
    private final Set<String> subscribed = new LinkedHashSet<>();
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final Set<String> wantNoMarketing = new LinkedHashSet<>();
    private final Set<Step> steps = EnumSet.noneOf(Step.class);
    private Duration offset = Duration.ZERO;
    private long lastDeliveryId;
    private final Map<String, MadeToken> tokens = new LinkedHashMap<>();
    private @Nullable MadeToken token;

    private record Conversation(String customerId, String phoneNumberId) {}

    /// Takes one more fact into account.
    public void apply(Fact fact) {
        switch (fact) {
            case Fact.ClockJumped(var offsetMillis) -> offset = Duration.ofMillis(offsetMillis);
            case Fact.FaultsSwitched(var on) -> {
                faults.clear();
                faults.addAll(on);
            }
            case Fact.CustomerSaved(var customer) -> save(customer);
            case Fact.MessageAdded(var message) -> add(message);
            case Fact.MessageMarked(var message) -> messages.replace(message.wamid(), message);
            case Fact.StatusReached(var wamid, var status, var at) -> reach(wamid, status, at);
            case Fact.LastWrote(var customerId, var phoneNumberId, var at) -> wroteAt(customerId, phoneNumberId, at);
            case Fact.ChatSeen(var customerId) -> unseen.remove(customerId);
            case Fact.DeliveryQueued(var delivery) -> {
                pending.put(delivery.id(), delivery);
                lastDeliveryId = Math.max(lastDeliveryId, delivery.id());
            }
            case Fact.DeliveriesEnded(var ids) -> ids.forEach(pending::remove);
            case Fact.TokenMade made -> {
                if (made.phoneNumberId() == null) {
                    token = made.made();
                } else {
                    tokens.put(made.phoneNumberId(), made.made());
                }
            }
            case Fact.MarketingChosen(var customerId, var wanted) -> {
                if (wanted) {
                    wantNoMarketing.remove(customerId);
                } else {
                    wantNoMarketing.add(customerId);
                }
            }
            case Fact.BlockChanged(var customerId, var phoneNumberId, var isBlocked) -> {
                var conversation = new Conversation(customerId, phoneNumberId);
                if (isBlocked) {
                    blocked.add(conversation);
                } else {
                    blocked.remove(conversation);
                }
            }
            case Fact.StepDone(var step) -> steps.add(step);
            case Fact.TemplateSaved(var template) -> templates.put(template.id(), template);
            case Fact.NumberSaved(var number) -> numbers.put(number.phoneNumberId(), number);
            case Fact.HealthSet(var id, var health) -> healths.put(id, health);
            case Fact.SubscriptionChanged(var waba, var heard) -> {
                if (heard) {
                    subscribed.add(waba);
                } else {
                    subscribed.remove(waba);
                }
            }
            case Fact.Forgotten() -> forget();
        }
    }

    /// @return facts whose fold is this state: the journal, compacted
    public Stream<Fact> facts() {
        return Stream.of(
                        Stream.<Fact>of(
                                new Fact.ClockJumped(offset.toMillis()), new Fact.FaultsSwitched(Set.copyOf(faults))),
                        Optional.ofNullable(token).map(made -> fact(made, null)).stream(),
                        tokens.entrySet().stream().map(made -> fact(made.getValue(), made.getKey())),
                        steps.stream().map(Fact.StepDone::new),
                        customers.values().stream().map(Fact.CustomerSaved::new),
                        templates.values().stream().map(Fact.TemplateSaved::new),
                        numbers.values().stream().map(Fact.NumberSaved::new),
                        healths.entrySet().stream().map(set -> new Fact.HealthSet(set.getKey(), set.getValue())),
                        subscribed.stream().map(waba -> new Fact.SubscriptionChanged(waba, true)),
                        messages.values().stream().map(Fact.MessageAdded::new),
                        chats.keySet().stream()
                                .filter(customerId -> unseen(customerId) == 0)
                                .map(Fact.ChatSeen::new),
                        lastWrote.entrySet().stream()
                                .map(entry -> new Fact.LastWrote(
                                        entry.getKey().customerId(),
                                        entry.getKey().phoneNumberId(),
                                        entry.getValue())),
                        wantNoMarketing.stream().map(id -> new Fact.MarketingChosen(id, false)),
                        blocked.stream()
                                .map(pair -> new Fact.BlockChanged(pair.customerId(), pair.phoneNumberId(), true)),
                        pending.values().stream().map(Fact.DeliveryQueued::new))
                .flatMap(stream -> stream);
    }

    /// @return how far the platform's clock is ahead of the machine's
    public Duration offset() {
        return offset;
    }

    private static Fact fact(MadeToken made, @Nullable String phoneNumberId) {
        return new Fact.TokenMade(made.token(), phoneNumberId, made.scopes(), made.expiresAt());
    }

    /// @return the access token that was made last for all numbers; empty while that of the settings counts
    public Optional<MadeToken> token() {
        return Optional.ofNullable(token);
    }

    /// @return the access token that was made last for this number; empty while it has none of its own
    public Optional<MadeToken> tokenOf(String phoneNumberId) {
        return Optional.ofNullable(tokens.get(phoneNumberId));
    }

    /// @return those that were made for single numbers
    public List<MadeToken> ownTokens() {
        return List.copyOf(tokens.values());
    }

    /// @return the faults that are on
    public Set<Fault> faults() {
        return Collections.unmodifiableSet(faults);
    }

    /// @return whether this fault is on
    public boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /// @return the steps of "Try this first" that were seen
    public Set<Step> steps() {
        return Collections.unmodifiableSet(steps);
    }

    /// @return whether the customer has not said that advertising is unwanted
    public boolean wantsMarketing(String customerId) {
        return !wantNoMarketing.contains(customerId);
    }

    /// @return whether the number of the business does not hear the customer
    public boolean isBlocked(String customerId, String phoneNumberId) {
        return blocked.contains(new Conversation(customerId, phoneNumberId));
    }

    /// @return all business numbers, in the order of their coming
    public Collection<BusinessPhone> numbers() {
        return Collections.unmodifiableCollection(numbers.values());
    }

    /// @return the number with this Graph id, if there is one
    public Optional<BusinessPhone> number(String phoneNumberId) {
        return Optional.ofNullable(numbers.get(phoneNumberId));
    }

    /// @return whether there is an account with this id
    public boolean hasAccount(String waba) {
        return numbers.values().stream().anyMatch(number -> number.waba().equals(waba));
    }

    /// @param id of a number, an account, the business or the app
    public Health health(String id) {
        return healths.getOrDefault(id, Health.GOOD);
    }

    /// @return the accounts of which webhooks tell what happens in them
    public Set<String> subscribedAccounts() {
        return Collections.unmodifiableSet(subscribed);
    }

    /// @return whether webhooks tell what happens in the account
    public boolean isSubscribed(String waba) {
        return subscribed.contains(waba);
    }

    /// @return all customers in the order of their coming, strangers too
    public Collection<Customer> customers() {
        return Collections.unmodifiableCollection(customers.values());
    }

    /// @return all templates in the order of their making, the deleted ones too
    public Collection<MessageTemplate> templates() {
        return Collections.unmodifiableCollection(templates.values());
    }

    /// @return the account's template of this name in this language, unless it was deleted
    public Optional<MessageTemplate> template(String waba, String name, String language) {
        return templates.values().stream()
                .filter(template -> !template.isDeleted() && template.waba().equals(waba))
                .filter(template ->
                        template.name().equals(name) && template.language().equals(language))
                .findFirst();
    }

    /// @param identity an id, a BSUID, or a phone number in any spelling
    public Optional<Customer> customer(String identity) {
        return Optional.ofNullable(customers.get(identity))
                .or(() -> Optional.ofNullable(customersByBsuid.get(identity)))
                .or(() -> PhoneNumber.digits(identity)
                        .map(digits -> customersByPhone.getOrDefault(digits, customers.get(digits))));
    }

    /// @return the message with this id, if it is still kept
    public Optional<ChatMessage> message(String wamid) {
        return Optional.ofNullable(messages.get(wamid));
    }

    /// @return the messages of a customer in the order of their coming
    public List<ChatMessage> chat(String customerId) {
        return chats.getOrDefault(customerId, new ArrayDeque<>()).stream()
                .map(messages::get)
                .toList();
    }

    /// @return the newest message of a customer's chat
    public Optional<ChatMessage> lastMessage(String customerId) {
        return Optional.ofNullable(chats.get(customerId))
                .map(ArrayDeque::peekLast)
                .map(messages::get);
    }

    /// @return all messages that are kept, in the order of their coming
    public List<ChatMessage> messages() {
        return List.copyOf(messages.values());
    }

    /// @return how many messages of the business the customer has not looked at
    public int unseen(String customerId) {
        return unseen.getOrDefault(customerId, 0);
    }

    /// @return whether the business may send free text at this moment
    public boolean isWindowOpen(String customerId, String phoneNumberId, Instant now) {
        return windowExpiresAt(customerId, phoneNumberId).filter(now::isBefore).isPresent();
    }

    /// @return until when the business may send free text; nothing if the customer never wrote
    public Optional<Instant> windowExpiresAt(String customerId, String phoneNumberId) {
        return Optional.ofNullable(lastWrote.get(new Conversation(customerId, phoneNumberId)))
                .map(last -> last.plus(SERVICE_WINDOW));
    }

    /// @return webhooks that were not yet answered 200, oldest first
    public List<Delivery> pending() {
        return new ArrayList<>(pending.values());
    }

    /// @return whether this webhook still has to be delivered
    public boolean isPending(long deliveryId) {
        return pending.containsKey(deliveryId);
    }

    /// @return the highest delivery id so far
    public long lastDeliveryId() {
        return lastDeliveryId;
    }

    private void save(Customer customer) {
        customers.put(customer.id(), customer);
        customersByBsuid.put(customer.bsuid(), customer);
        if (customer.phone() != null) {
            customersByPhone.put(customer.phone(), customer);
        }
    }

    private void add(ChatMessage message) {
        if (messages.containsKey(message.wamid())) {
            return;
        }
        messages.put(message.wamid(), message);
        var chat = chats.computeIfAbsent(message.customerId(), _ -> new ArrayDeque<>());
        chat.add(message.wamid());
        if (message.fromCustomer()) {
            wroteAt(message.customerId(), message.phoneNumberId(), message.at());
        } else if (message.status() == MessageStatus.DELIVERED) {
            unseen.merge(message.customerId(), 1, Integer::sum);
        }
        if (chat.size() > MESSAGES_KEPT_PER_CHAT) {
            messages.remove(chat.removeFirst());
        }
        if (messages.size() > MESSAGES_KEPT) {
            var oldest = messages.sequencedValues().getFirst();
            messages.remove(oldest.wamid());
            Objects.requireNonNull(chats.get(oldest.customerId()), "every message stands in a chat")
                    .remove(oldest.wamid());
        }
    }

    private void reach(String wamid, MessageStatus status, Instant at) {
        var message = messages.get(wamid);
        if (message == null || !message.status().comesBefore(status)) {
            return;
        }
        messages.put(wamid, message.reached(status, at));
        if (!message.fromCustomer() && status == MessageStatus.DELIVERED) {
            unseen.merge(message.customerId(), 1, Integer::sum);
        }
    }

    private void wroteAt(String customerId, String phoneNumberId, Instant at) {
        lastWrote.merge(
                new Conversation(customerId, phoneNumberId), at, (one, other) -> one.isAfter(other) ? one : other);
    }

    private void forget() {
        customers.clear();
        customersByBsuid.clear();
        customersByPhone.clear();
        messages.clear();
        chats.clear();
        lastWrote.clear();
        blocked.clear();
        unseen.clear();
        pending.clear();
        faults.clear();
        steps.clear();
        templates.clear();
        numbers.clear();
        healths.clear();
        tokens.clear();
        subscribed.clear();
        wantNoMarketing.clear();
    }
}
