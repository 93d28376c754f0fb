package org.centralino.outbound.lane;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/// How fast each number sends, and by which replica.
@ConfigMapping(prefix = "centralino.outbound.lanes")
public interface LaneConfig {
    /// How many messages a second each number may send and receive. Without it, what WhatsApp says: 80,
    /// or 1,000 when the number was raised, or 20 when it is used in the phone's app as well.
    OptionalInt perSecond();

    /// How often WhatsApp is asked how many that is.
    @WithDefault("1h")
    Duration askEvery();

    /// For how long a replica owns a number's lane without renewing it, by the database's clock. It
    /// renews it each time it looks around. When it dies, another goes on after that long.
    @WithDefault("6s")
    Duration lease();

    /// How many messages one customer may be sent at once. WhatsApp takes 45 from one number; one is
    /// left for what was sent before this replica knew.
    @WithDefault("44")
    int pairBurst();

    /// After how long one more may follow when that is used up.
    @WithDefault("6s")
    Duration pairInterval();

    /// How often a number that is stopped tries one message, as its access token may be good again.
    @WithDefault("1m")
    Duration probeEvery();

    /// Of a reply that waits for longer than this, its author is told why.
    @WithDefault("2s")
    Duration heldAfter();
}
