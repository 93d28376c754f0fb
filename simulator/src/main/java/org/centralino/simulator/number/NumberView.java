package org.centralino.simulator.number;

import java.util.EnumMap;
import java.util.Map;
import org.centralino.simulator.platform.domain.BusinessPhone;
import org.centralino.simulator.platform.domain.BusinessPhone.Throughput;
import org.centralino.simulator.platform.domain.Health;
import org.centralino.simulator.platform.domain.Health.Entity;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.centralino.simulator.platform.domain.PlatformState;

/// A business number, as the page and test drivers see one.
///
/// @param phoneNumberId its Graph id; not the number
/// @param phone the number for people
/// @param waba the id of its WhatsApp Business Account
/// @param registered whether it may send and receive
/// @param subscribed whether webhooks tell what happens in its account
/// @param throughput how many messages a second it takes
/// @param health whether it can send, as far as each of those is concerned that take part in it
public record NumberView(
        String phoneNumberId,
        String phone,
        String name,
        String waba,
        boolean registered,
        boolean subscribed,
        Throughput throughput,
        Map<Entity, Health> health) {

    /// @return the number, as it stands in this state
    public static NumberView of(BusinessPhone number, PlatformState state) {
        return new NumberView(
                number.phoneNumberId(),
                PhoneNumber.display(number.number()),
                number.name(),
                number.waba(),
                number.registered(),
                state.isSubscribed(number.waba()),
                number.throughput(),
                health(number, state));
    }

    private static Map<Entity, Health> health(BusinessPhone number, PlatformState state) {
        var all = new EnumMap<Entity, Health>(Entity.class);
        for (var entity : Entity.values()) {
            all.put(entity, state.health(entity.idFor(number)));
        }
        return all;
    }
}
