package org.centralino.simulator.live;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.customer.CustomerView;
import org.centralino.simulator.customer.MessageView;
import org.centralino.simulator.graph.Typing;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.ChatMessage;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.receipt.Phones;
import org.centralino.simulator.traffic.Traffic;
import org.centralino.simulator.traffic.TrafficEntry;

/// Tells open pages what changed, gathered over a moment, so that a storm of webhooks is no storm of events.
@Singleton
class LiveFeed {
    private static final long GATHER_MILLIS = 40;
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final int MOST_AT_ONCE = 100;

    private final Vertx vertx;
    private final Platform platform;
    private final Traffic traffic;
    private final Phones phones;
    private final Typing typing;
    private final WhatsAppAccount account;
    private final List<MultiEmitter<? super Changes>> pages = new CopyOnWriteArrayList<>();

    private final Set<String> customers = new LinkedHashSet<>();
    private final Set<String> messages = new LinkedHashSet<>();
    private final Set<String> typingTo = new LinkedHashSet<>();
    private final List<TrafficEntry> log = new ArrayList<>();
    private boolean everything;
    private boolean gathering;

    /// What changed.
    ///
    /// @param reload whether so much changed that the page had better ask for all
    /// @param customers none when the page had better ask
    /// @param messages none when the page had better ask
    record Changes(
            Instant now,
            long offsetMillis,
            boolean reload,
            List<CustomerView> customers,
            List<MessageView> messages,
            List<String> typing,
            Map<String, Boolean> faults,
            List<String> steps,
            List<TrafficEntry> log) {}

    LiveFeed(Vertx vertx, Platform platform, Traffic traffic, Phones phones, Typing typing, WhatsAppAccount account) {
        this.account = account;
        this.vertx = vertx;
        this.platform = platform;
        this.traffic = traffic;
        this.phones = phones;
        this.typing = typing;
    }

    void start(@Observes StartupEvent started) {
        platform.listen(this::noticed);
        traffic.listen(entry -> notice(() -> log.add(entry)));
        typing.listen(customer -> notice(() -> typingTo.add(customer)));
        vertx.setPeriodic(HEARTBEAT_MILLIS, _ -> notice(() -> {}));
    }

    Multi<Changes> changes(String page) {
        return Multi.createFrom()
                .<Changes>emitter(
                        emitter -> {
                            phones.opened(page);
                            pages.add(emitter);
                            emitter.onTermination(() -> {
                                pages.remove(emitter);
                                phones.closed(page);
                            });
                            notice(() -> {});
                        },
                        BackPressureStrategy.BUFFER);
    }

    private void noticed(List<Fact> facts) {
        if (!pages.isEmpty()) {
            notice(() -> facts.forEach(this::note));
        }
    }

    private void note(Fact fact) {
        switch (fact) {
            case Fact.CustomerSaved(var customer) -> customers.add(customer.id());
            case Fact.ChatSeen(var customerId) -> customers.add(customerId);
            case Fact.MarketingChosen(var customerId, var _) -> customers.add(customerId);
            case Fact.MessageAdded(var message) -> {
                customers.add(message.customerId());
                messages.add(message.wamid());
            }
            case Fact.MessageMarked(var message) -> messages.add(message.wamid());
            case Fact.StatusReached reached -> messages.add(reached.wamid());
            case Fact.Forgotten(), Fact.NumberSaved _, Fact.HealthSet _ -> everything = true;
            case Fact.ClockJumped _,
                    Fact.FaultsSwitched _,
                    Fact.LastWrote _,
                    Fact.DeliveryQueued _,
                    Fact.DeliveriesEnded _,
                    Fact.TokenMade _,
                    Fact.TemplateSaved _,
                    Fact.SubscriptionChanged _,
                    Fact.BlockChanged _,
                    Fact.StepDone _ -> {}
        }
    }

    private synchronized void notice(Runnable note) {
        if (pages.isEmpty()) {
            return;
        }
        note.run();
        if (!gathering) {
            gathering = true;
            vertx.setTimer(GATHER_MILLIS, _ -> tell());
        }
    }

    private void tell() {
        Changes changes;
        synchronized (this) {
            changes = gathered();
            gathering = false;
            everything = false;
            customers.clear();
            messages.clear();
            typingTo.clear();
            log.clear();
        }
        pages.forEach(page -> page.emit(changes));
    }

    private Changes gathered() {
        var reload = everything || customers.size() > MOST_AT_ONCE || messages.size() > MOST_AT_ONCE;
        var now = platform.now();
        var number = account.mainNumber().phoneNumberId();
        return platform.read(state -> {
            var shown = messages.stream()
                    .flatMap(wamid -> state.message(wamid).stream())
                    .filter(ChatMessage::isOnThePhone)
                    .toList();
            shown.forEach(message -> customers.add(message.customerId()));
            return new Changes(
                    now,
                    state.offset().toMillis(),
                    reload,
                    reload
                            ? List.of()
                            : customers.stream()
                                    .flatMap(id -> state.customer(id).stream())
                                    .filter(Customer::isListed)
                                    .map(customer -> CustomerView.of(customer, state, number))
                                    .toList(),
                    reload ? List.of() : shown.stream().map(MessageView::of).toList(),
                    List.copyOf(typingTo),
                    StateView.faults(state),
                    StateView.steps(state),
                    List.copyOf(log.subList(Math.max(0, log.size() - MOST_AT_ONCE), log.size())));
        });
    }
}
