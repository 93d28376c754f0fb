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
        return Map.ofEntries(
                Map.entry("centralino.whatsapp.graph-url", GraphPlatform.INSTANCE.url()),
                Map.entry("centralino.whatsapp.media-urls", MediaPlatform.INSTANCE.url()),
                Map.entry("centralino.outbound.first-file-pause", "50ms"),
                Map.entry("centralino.outbound.keep-files", "30d"),
                Map.entry("centralino.outbound.longest-file-pause", "200ms"),
                Map.entry("centralino.whatsapp.access-token", TOKEN),
                Map.entry("centralino.outbound.tokens.keys", "test:bG9jYWwta2V5LWZvci10b2tlbnMtMzItYnl0ZXMhISE="),
                Map.entry("centralino.outbound.tokens.look-every", "100ms"),
                Map.entry("centralino.whatsapp.graph-timeout", "3s"),
                Map.entry("centralino.outbound.first-pause", "50ms"),
                Map.entry("centralino.outbound.in-flight", "16"),
                Map.entry("centralino.outbound.lanes.probe-every", "700ms"),
                Map.entry("centralino.outbound.lanes.lease", "3s"),
                Map.entry("centralino.outbound.lanes.held-after", "500ms"),
                Map.entry("centralino.outbound.look-every", "200ms"),
                Map.entry("centralino.whatsapp.numbers[0].phone-number-id", "510000000000023"),
                Map.entry("centralino.whatsapp.numbers[0].number", "390299990001"),
                Map.entry("centralino.whatsapp.numbers[0].name", "Casa Lume"),
                Map.entry("centralino.whatsapp.numbers[0].account-id", "290000000000017"));
    }

    @Override
    public void stop() {
        GraphPlatform.INSTANCE.stop();
        MediaPlatform.INSTANCE.stop();
    }
}
