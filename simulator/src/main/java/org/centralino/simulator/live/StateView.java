package org.centralino.simulator.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.simulator.SimulatorConfig;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.customer.CustomerView;
import org.centralino.simulator.number.NumberView;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fault;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.centralino.simulator.platform.domain.PlatformState;
import org.centralino.simulator.traffic.TrafficEntry;

/// All that the page shows, but the chat.
///
/// @param numbers the business numbers that customers can write to
/// @param moreCustomers how many are not in the list, because it would be too long
record StateView(
        Instant now,
        long offsetMillis,
        Business business,
        List<NumberView> numbers,
        String inboxUrl,
        List<CustomerView> customers,
        int moreCustomers,
        Map<String, Boolean> faults,
        List<String> steps,
        List<TrafficEntry> log) {
    private static final int CUSTOMERS_LISTED = 150;

    record Business(String name, String initials, String phone) {}

    static StateView of(
            PlatformState state, Instant now, WhatsAppAccount account, SimulatorConfig config, List<TrafficEntry> log) {
        var number = account.mainNumber();
        var listed = state.customers().stream().filter(Customer::isListed).toList();
        return new StateView(
                now,
                state.offset().toMillis(),
                new Business(number.name(), initials(number.name()), PhoneNumber.display(number.number())),
                state.numbers().stream().map(one -> NumberView.of(one, state)).toList(),
                config.inboxUrl().toString(),
                listed.stream()
                        .limit(CUSTOMERS_LISTED)
                        .map(customer -> CustomerView.of(customer, state, number.phoneNumberId()))
                        .toList(),
                Math.max(0, listed.size() - CUSTOMERS_LISTED),
                faults(state),
                steps(state),
                log);
    }

    static Map<String, Boolean> faults(PlatformState state) {
        return Stream.of(Fault.values()).collect(Collectors.toMap(Fault::key, state::has));
    }

    static List<String> steps(PlatformState state) {
        return state.steps().stream()
                .map(step -> step.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private static String initials(String name) {
        return Stream.of(name.strip().split("\\s+"))
                .limit(2)
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }
}
