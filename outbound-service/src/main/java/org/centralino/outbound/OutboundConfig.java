package org.centralino.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How messages are taken, sent and given up.
@ConfigMapping(prefix = "centralino.outbound")
public interface OutboundConfig {

    /// How many calls one replica has open at most. A tenth of them is left for replies, whatever else
    /// is sent.
    @WithDefault("256")
    int inFlight();

    /// How often a replica renews the lanes that it owns and looks for what is due by itself. Normally
    /// it is woken at once; this is the net.
    @WithDefault("1s")
    Duration lookEvery();

    /// For how long a replica may work on a message that it took. After that it counts as dead, and what it
    /// was calling is in doubt. It must be longer than a whole call.
    @WithDefault("30s")
    Duration claimFor();

    /// The pause after the first call that could not even be made. It doubles each time.
    @WithDefault("500ms")
    Duration firstPause();

    /// What that pause grows to.
    @WithDefault("30s")
    Duration longestPause();

    /// A message that was tried for this long, and certainly was not sent, is refused. What only waits
    /// for its turn, or for another access token, is not.
    @WithDefault("10m")
    Duration giveUpAfter();

    /// A reply that was queued longer ago than this is not sent by itself, but refused with the reason: it
    /// comes from a topic that is read again or a database that was restored, and may have been sent.
    @WithDefault("1h")
    Duration sendWithin();

    /// A message that is in doubt for this long needs a human, and is counted as such until one
    /// decides.
    @WithDefault("10m")
    Duration doubtNeedsHumanAfter();

    /// How many files one replica fetches at once.
    @WithDefault("2")
    int filesAtOnce();

    /// How long one file may take to be fetched and stored. After that another try begins, here or elsewhere.
    @WithDefault("5m")
    Duration fileWithin();

    /// For how long a replica that fetches a file is believed to be alive without a sign of it. It gives one three
    /// times as often.
    @WithDefault("30s")
    Duration fileClaimFor();

    /// The pause after the first try to fetch a file that failed. It doubles each time.
    @WithDefault("2s")
    Duration firstFilePause();

    /// What that pause grows to. The platform keeps a file for seven days.
    @WithDefault("30m")
    Duration longestFilePause();

    /// How often it is looked which templates our accounts have. The platform tells of most changes; this is the net.
    @WithDefault("1h")
    Duration readTemplatesEvery();

    /// Files that were stored longer ago than this are deleted. It is meant to be as long as the conversation service
    /// keeps messages. Without it they stay until their message is deleted by its customer.
    Optional<Duration> keepFiles();

    /// Where files are put until they are stored: it needs room for as many of the largest (100 MB) as are fetched at
    /// once. Without it, where the system has its temporary files.
    Optional<Path> filesFolder();
}
