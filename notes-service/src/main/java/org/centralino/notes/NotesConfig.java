package org.centralino.notes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the notes service.
@ConfigMapping(prefix = "centralino.notes")
public interface NotesConfig {

    /// How long a request waits for a conversation that is not known yet: the event that opened it may
    /// still be on its way. After that the answer is 404.
    @WithDefault("1s")
    Duration waitForConversation();
}
