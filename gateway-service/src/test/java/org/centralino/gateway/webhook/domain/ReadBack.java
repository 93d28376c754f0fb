package org.centralino.gateway.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WireFormat;

/// What is told must be what is heard.
final class ReadBack {
    private ReadBack() {}

    /// @return the events, each proved to be the same after it was written and read
    static List<WhatsAppEvent> equal(List<WhatsAppEvent> events) {
        assertThat(events)
                .allSatisfy(event -> assertThat(WireFormat.WHATSAPP.read(
                                WireFormat.WHATSAPP.typeOf(event), WireFormat.WHATSAPP.write(event)))
                        .isEqualTo(event));
        return events;
    }
}
