package org.centralino.kit.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Where the object store is, and who we are there.
@ConfigMapping(prefix = "centralino.media")
public interface MediaConfig {
    /// The server of the S3 API. Without it, that of Amazon in the region.
    Optional<URI> address();

    /// The region, as the server calls it.
    @WithDefault("eu-central-1")
    String region();

    /// The bucket. It must be there: nobody here makes it.
    @WithDefault("centralino-media")
    String bucket();

    /// The key by which we sign in. Without it, what Amazon's own clients find: the role of the pod
    /// or of the machine.
    Optional<String> accessKey();

    /// The secret of the key.
    Optional<String> secretKey();
}
