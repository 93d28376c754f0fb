package org.centralino.simulator.receipt;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.centralino.simulator.SimulatorConfig;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.FreeEntry;
import org.centralino.simulator.platform.domain.MessageStatus;
import org.centralino.simulator.receipt.domain.ReceiptRules;
import org.centralino.simulator.receipt.domain.ReceiptRules.Delays;
import org.centralino.simulator.webhook.Webhooks;
import org.centralino.simulator.webhook.domain.WebhookParts;
import org.jspecify.annotations.Nullable;

/// Moves the messages of the business on their way, and reports each status by webhook.
@Singleton
public class Receipts {
    private final Vertx vertx;
    private final Platform platform;
    private final Phones phones;
    private final Delays delays;

    Receipts(Vertx vertx, Platform platform, Phones phones, SimulatorConfig config) {
        this.vertx = vertx;
        this.platform = platform;
        this.phones = phones;
        this.delays = new Delays(config.sentAfter(), config.deliveredAfter(), config.readAfter());
    }

    void start(@Observes StartupEvent started) {
        platform.listen(facts -> facts.forEach(fact -> {
            switch (fact) {
                case Fact.MessageAdded(var message) -> plan(message);
                case Fact.CustomerSaved(var customer) -> planAll(customer.id());
                default -> {}
            }
        }));
        platform.read(state -> state.messages()).forEach(this::plan);
    }

    /// The customer looks at the chat now, receipts or not.
    public void readNow(String customerId) {
        platform.record(change -> {
            see(change, customerId);
            change.state().chat(customerId).stream()
                    .filter(message -> !message.fromCustomer() && message.status() == MessageStatus.DELIVERED)
                    .forEach(message -> reach(change, message, MessageStatus.READ));
        });
    }

    /// A page shows another chat, or none.
    void shows(String page, @Nullable String customerId) {
        phones.shows(page, customerId);
        if (customerId != null) {
            platform.record(change -> see(change, customerId));
            planAll(customerId);
        }
    }

    private void planAll(String customerId) {
        List<ChatMessage> chat = platform.read(state -> state.chat(customerId));
        chat.forEach(this::plan);
    }

    private void plan(ChatMessage message) {
        if (message.fromCustomer()) {
            return;
        }
        var reads = platform.read(state -> state.customer(message.customerId())
                .map(customer -> customer.reads())
                .orElse(false));
        ReceiptRules.next(message, reads, phones.attentionOf(message.customerId()), delays)
                .ifPresent(next -> vertx.setTimer(
                        Math.max(1, next.after().toMillis()), _ -> advance(message.wamid(), next.status())));
    }

    private void advance(String wamid, MessageStatus status) {
        var advanced = platform.change(change -> change.state()
                .message(wamid)
                .filter(message -> isStillNext(change, message, status))
                .map(message -> {
                    reach(change, message, status);
                    if (phones.attentionOf(message.customerId()) == ReceiptRules.Attention.CHAT_OPEN
                            || status == MessageStatus.READ) {
                        see(change, message.customerId());
                    }
                    return change.state().message(wamid).orElseThrow();
                }));
        advanced.ifPresent(this::plan);
    }

    private boolean isStillNext(Platform.Change change, ChatMessage message, MessageStatus status) {
        var reads = change.state()
                .customer(message.customerId())
                .map(customer -> customer.reads())
                .orElse(false);
        return ReceiptRules.next(message, reads, phones.attentionOf(message.customerId()), delays)
                .filter(next -> next.status() == status)
                .isPresent();
    }

    private static void reach(Platform.Change change, ChatMessage message, MessageStatus status) {
        var customer = change.state().customer(message.customerId()).orElseThrow();
        var now = change.now();
        change.add(new Fact.StatusReached(message.wamid(), status, now));
        if (customer.isGroup()) {
            reachEverybody(change, customer, message, status);
        } else {
            var freeUntil = FreeEntry.until(change.state().chat(customer.id()), message);
            Webhooks.queue(
                    change, customer.id(), WebhookParts.status(customer, message, status, now, freeUntil.orElse(null)));
        }
    }

    /// That a message was sent, or could not be, is told once; who has it and who has read it, of each
    /// alone.
    private static void reachEverybody(
            Platform.Change change, Customer group, ChatMessage message, MessageStatus status) {
        var now = change.now();
        if (status != MessageStatus.DELIVERED && status != MessageStatus.READ) {
            Webhooks.queue(change, group.id(), WebhookParts.groupStatus(group, null, message, status, now));
            return;
        }
        group.everybody().stream()
                .flatMap(id -> change.state().customer(id).stream())
                .filter(member -> !member.blocks() && (status == MessageStatus.DELIVERED || member.reads()))
                .forEach(member -> Webhooks.queue(
                        change, group.id(), WebhookParts.groupStatus(group, member, message, status, now)));
    }

    private static void see(Platform.Change change, String customerId) {
        if (change.state().unseen(customerId) > 0) {
            change.add(new Fact.ChatSeen(customerId));
        }
    }
}
