package org.centralino.conversation.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.events.ChannelEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Consumption;

/// Hears which business numbers there are.
@ApplicationScoped
class ChannelConsumer {
    private final ChannelStore store;

    ChannelConsumer(ChannelStore store) {
        this.store = store;
    }

    @Produces
    @Singleton
    Consumption<ChannelEvent> channels() {
        return Consumption.of(Topics.CHANNEL, WireFormat.CHANNEL).by(store::record);
    }
}
