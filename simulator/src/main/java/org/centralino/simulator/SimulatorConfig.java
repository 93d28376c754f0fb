package org.centralino.simulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// How this double of the platform behaves.
@ConfigMapping(prefix = "centralino.simulator")
public interface SimulatorConfig {
    /// Where the webhooks go: the callback URL that one would set in Meta's App Dashboard.
    @WithDefault("http://127.0.0.1:8080/webhooks/whatsapp")
    URI webhookUrl();

    /// The folder with the journal and the ledgers. What stands there survives a restart.
    @WithDefault("target/simulator-state")
    Path state();

    /// Where files can be had: this program by another name, since the platform has a second host for them.
    URI mediaUrl();

    /// The inbox of the operators, for the link on the page.
    @WithDefault("http://localhost:8080")
    URI inboxUrl();

    /// From the acceptance of a send to its status `sent`.
    @WithDefault("PT0.15S")
    Duration sentAfter();

    /// From the acceptance of a send to its status `delivered`.
    @WithDefault("PT0.3S")
    Duration deliveredAfter();

    /// From `delivered` to `read`, when no phone page is open. While one is open, a message is read when its
    /// chat is on the screen.
    @WithDefault("PT2S")
    Duration readAfter();

    /// How long an answer is held by the fault `timeoutAfterAcceptance`.
    @WithDefault("PT90S")
    Duration answerHold();

    /// After this long without an answer a webhook counts as failed, and is delivered again.
    @WithDefault("PT10S")
    Duration webhookTimeout();

    /// How many webhooks may be under way at once.
    @WithDefault("64")
    int webhooksAtOnce();
}
