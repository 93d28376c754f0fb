package org.centralino.simulator.platform;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.centralino.simulator.SimulatorConfig;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.journal.Journal;
import org.centralino.simulator.platform.domain.BusinessPhone;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.PlatformState;

/// The one place where facts come into being: decided under a lock, journaled, then told to the listeners.
@Singleton
public class Platform {
    private final PlatformState state = new PlatformState();
    private final Journal<Fact> journal;
    private final WhatsAppAccount account;
    private final List<Consumer<List<Fact>>> listeners = new CopyOnWriteArrayList<>();

    Platform(SimulatorConfig config, WhatsAppAccount account) {
        this.account = account;
        this.journal = new Journal<>(config.state(), Fact.class, state::apply, state::facts);
        record(this::addNumbers);
        if (state.customers().isEmpty()) {
            record(Platform::addRegulars);
        }
    }

    /// A change under way: what the state is with the facts so far.
    public final class Change {
        private final List<Fact> facts = new ArrayList<>();

        private Change() {}

        /// @return the state, with all facts of this change
        public PlatformState state() {
            return state;
        }

        /// @return the account that is played
        public WhatsAppAccount account() {
            return account;
        }

        /// @return the platform's time
        public Instant now() {
            return Platform.this.now();
        }

        /// Adds a fact; later decisions of this change see it.
        public void add(Fact fact) {
            state.apply(fact);
            facts.add(fact);
        }
    }

    /// Decides and records. When this returns, the facts survive a kill.
    public <T> T change(Function<Change, T> decide) {
        var change = new Change();
        T result;
        synchronized (this) {
            result = decide.apply(change);
            if (!change.facts.isEmpty()) {
                journal.append(change.facts);
            }
        }
        if (!change.facts.isEmpty()) {
            listeners.forEach(listener -> listener.accept(change.facts));
        }
        return result;
    }

    /// Records what has no answer. When this returns, the facts survive a kill.
    public void record(Consumer<Change> decide) {
        change(change -> {
            decide.accept(change);
            return change;
        });
    }

    /// Reads the state; it must not leave the function.
    public synchronized <T> T read(Function<PlatformState, T> look) {
        return look.apply(state);
    }

    /// @return the platform's time: the machine's, and the jumps so far
    public synchronized Instant now() {
        return Instant.now().plus(state.offset());
    }

    /// Tells the listener of every change from now on, on the thread that made it.
    public void listen(Consumer<List<Fact>> listener) {
        listeners.add(listener);
    }

    /// Begins again: the numbers of the settings, four customers, nothing said, no trouble.
    ///
    /// @param clockToo whether the clock goes back to the machine's time
    public void reset(boolean clockToo) {
        record(change -> {
            change.add(new Fact.Forgotten());
            if (clockToo) {
                change.add(new Fact.ClockJumped(0));
            }
            addNumbers(change);
            addRegulars(change);
        });
    }

    /// The numbers of the settings are registered, and their accounts are heard.
    private void addNumbers(Change change) {
        for (var number : account.numbers()) {
            if (change.state().number(number.phoneNumberId()).isEmpty()) {
                change.add(new Fact.NumberSaved(BusinessPhone.of(
                        number.phoneNumberId(), number.number(), number.waba(), number.name(), true, null)));
                change.add(new Fact.SubscriptionChanged(number.waba(), true));
            }
        }
    }

    private static void addRegulars(Change change) {
        List.of(
                        Customer.of("Giulia Ferri", "393475550198", null, Customer.Kind.REGULAR),
                        Customer.of("Marco De Santis", "393335550171", null, Customer.Kind.REGULAR),
                        Customer.of("Aylin Kaya", "905550102233", "aylin.k", Customer.Kind.REGULAR),
                        Customer.of("Beatrice Riva", "393205550119", null, Customer.Kind.REGULAR))
                .forEach(customer -> change.add(new Fact.CustomerSaved(customer)));
    }
}
