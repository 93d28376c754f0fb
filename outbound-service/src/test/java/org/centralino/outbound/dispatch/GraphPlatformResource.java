package org.centralino.outbound.dispatch;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.centralino.outbound.media.MediaPlatform;

/// Starts the platform's stand-in, and makes everything that lasts shorter.
public class GraphPlatformResource implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "the-test-token";

    @Override
    public Map<String, String> start() {
        GraphPlatform.INSTANCE.start();
        MediaPlatform.INSTANCE.start();
        return Map.of(
                "centralino.whatsapp.graph-url", GraphPlatform.INSTANCE.url(),
                "centralino.whatsapp.media-urls", MediaPlatform.INSTANCE.url(),
                "centralino.outbound.first-file-pause", "50ms",
                "centralino.outbound.longest-file-pause", "200ms",
                "centralino.whatsapp.access-token", TOKEN,
                "centralino.whatsapp.graph-timeout", "3s",
                "centralino.outbound.first-pause", "50ms",
                "centralino.outbound.in-flight", "16",
                "centralino.outbound.look-every", "200ms");
    }

    @Override
    public void stop() {
        GraphPlatform.INSTANCE.stop();
        MediaPlatform.INSTANCE.stop();
    }
}
