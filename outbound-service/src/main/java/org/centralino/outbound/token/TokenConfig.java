package org.centralino.outbound.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How access tokens are kept that were given in the page.
@ConfigMapping(prefix = "centralino.outbound.tokens")
public interface TokenConfig {
    /// The keys that seal them: `name:key`, a key being 32 bytes in base64. The first one seals, all of them open.
    /// Without any, tokens can only be set by the settings.
    Optional<List<String>> keys();

    /// A file with the same, one key on each line, besides those that are set.
    Optional<Path> keysFile();

    /// How soon a replica notices that another one was given a new token.
    @WithDefault("2s")
    Duration lookEvery();
}
