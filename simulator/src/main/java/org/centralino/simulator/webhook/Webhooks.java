package org.centralino.simulator.webhook;

import java.util.List;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Delivery;
import org.centralino.simulator.platform.domain.Delivery.Layout;
import org.centralino.simulator.platform.domain.Delivery.Part;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.platform.domain.Fault;
import org.jspecify.annotations.Nullable;

/// Where webhooks begin: as facts of the change that caused them, so that none is lost.
public final class Webhooks {
    /// Nobody hears of what happens in an account that no app has subscribed.
    private static final long NOT_QUEUED = 0;

    private Webhooks() {}

    /// Queues a webhook about one message or status; twice, when that fault is on.
    public static void queue(Platform.Change change, String customerId, Part part) {
        var lane = customerId;
        queue(change, lane, List.of(part), Layout.MESSAGES, false);
        if (change.state().has(Fault.DUPLICATE_WEBHOOKS)) {
            queue(change, null, List.of(part), Layout.MESSAGES, true);
        }
    }

    /// Queues one webhook.
    ///
    /// @return its id
    static long queue(Platform.Change change, @Nullable String lane, List<Part> parts, Layout layout, boolean copy) {
        return queue(change, lane, parts, layout, copy, null);
    }

    /// Queues exactly this body.
    ///
    /// @param lane null for what a driver wants posted once; in a lane it is repeated until it is answered 200
    /// @return the webhook's id
    public static long queueRaw(Platform.Change change, @Nullable String lane, String body) {
        return queue(change, lane, List.of(), Layout.MESSAGES, false, body);
    }

    /// What a driver wants posted is posted. A number that nobody knows is the driver's affair, too.
    private static boolean isHeard(Platform.Change change, @Nullable String lane, List<Part> parts) {
        var state = change.state();
        if (parts.isEmpty()) {
            return lane == null || !state.subscribedAccounts().isEmpty();
        }
        return parts.stream()
                .allMatch(part -> state.number(part.phoneNumberId())
                        .map(number -> state.isSubscribed(number.waba()))
                        .orElse(true));
    }

    private static long queue(
            Platform.Change change,
            @Nullable String lane,
            List<Part> parts,
            Layout layout,
            boolean copy,
            @Nullable String raw) {
        if (!isHeard(change, lane, parts)) {
            return NOT_QUEUED;
        }
        var id = change.state().lastDeliveryId() + 1;
        change.add(new Fact.DeliveryQueued(new Delivery(id, lane, copy, parts, layout, raw, change.now())));
        return id;
    }
}
