package org.centralino.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Settings of the conversation service.
@ConfigMapping(prefix = "centralino.conversation")
public interface ConversationConfig {

    /// How long a reply waits for a change of the responder that is still on its way to us.
    @WithDefault("2s")
    Duration waitForEpoch();

    /// A status of a message that nobody knows waits this long for it. The platform delivers again for seven days
    /// at most (fact sheet, section 2.3).
    @WithDefault("7d")
    Duration keepParkedStatuses();

    /// Messages and history that are older than this are deleted. Without it they stay as long as their customer.
    /// At least as long as the topics keep events.
    Optional<Duration> keepMessages();

    /// After so long the search for words in messages is given up, with the advice to look for something rarer.
    @WithDefault("2s")
    Duration searchPatience();

    /// A file that an operator brought and no reply named for so long is deleted.
    @WithDefault("1d")
    Duration keepUnsentFiles();

    /// By whose reading customers see that they were read: their blue ticks.
    @WithDefault("assignee")
    ReadShownBy showReadBy();

    /// Whether customers see that somebody is typing an answer. Who types has read: it is never shown while
    /// reading is not.
    @WithDefault("true")
    boolean showTyping();

    /// To whom advertising may be sent: templates of the category MARKETING.
    @WithDefault("required")
    MarketingConsent marketingConsent();

    /// What has to be known of a customer before advertising may be sent.
    enum MarketingConsent {
        /// That he agreed.
        REQUIRED,
        /// Nothing, unless he said that he wants none.
        UNLESS_WITHDRAWN
    }

    /// Whose reading a customer may see.
    enum ReadShownBy {
        /// Who is responsible for the conversation opens it.
        ASSIGNEE,
        /// Anybody opens it.
        ANYONE,
        /// Nobody's, until somebody answers.
        ANSWER,
        /// Nobody's.
        NEVER
    }

    /// Seals the tickets by which browsers fetch files of messages. All replicas have the same.
    /// There is no default: who knows it can make tickets.
    String mediaTicketSecret();
}
