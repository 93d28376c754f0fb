package org.centralino.outbound.lane;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.centralino.kit.database.Notices;

/// Tells whoever owns a number's lane that there is something to send by it, and how much came in for
/// it. One notice stands for all that happened within [#GATHERED]. One that is lost costs a second: the
/// owner looks by itself.
@Singleton
public class LaneNotices {
    private static final String CHANNEL = "sending";
    private static final String SEPARATOR = " ";
    private static final Duration GATHERED = Duration.ofMillis(10);

    private final Notices notices;
    private final Vertx vertx;
    /// By number, how much came in that its owner does not know of.
    private final Map<String, Integer> due = new ConcurrentHashMap<>();
    private final AtomicBoolean gathering = new AtomicBoolean();

    LaneNotices(Notices notices, Vertx vertx) {
        this.notices = notices;
        this.vertx = vertx;
    }

    /// @param wake told the number by which something is to be sent
    /// @param received told the number for which so many messages came in
    public void hear(Consumer<String> wake, ObjIntConsumer<String> received) {
        notices.hear(CHANNEL, notice -> {
            var parts = notice.split(SEPARATOR);
            var messages = Integer.parseInt(parts[1]);
            if (messages > 0) {
                received.accept(parts[0], messages);
            } else {
                wake.accept(parts[0]);
            }
        });
    }

    /// @param received how many messages came in for the number; 0 when something is to be sent by it
    public void tell(String phoneNumberId, int received) {
        due.merge(phoneNumberId + SEPARATOR + (received > 0 ? "+" : "0"), received, Integer::sum);
        if (gathering.compareAndSet(false, true)) {
            vertx.setTimer(GATHERED.toMillis(), _ -> {
                gathering.set(false);
                due.keySet().forEach(this::tellNow);
            });
        }
    }

    private void tellNow(String what) {
        var messages = due.remove(what);
        if (messages != null) {
            notices.tell(CHANNEL, what.split(SEPARATOR)[0] + SEPARATOR + messages);
        }
    }
}
