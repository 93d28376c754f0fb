package org.centralino.conversation.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.events.TemplateEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Consumption;

/// Hears which templates there are.
@ApplicationScoped
class TemplateConsumer {
    private final TemplateStore store;

    TemplateConsumer(TemplateStore store) {
        this.store = store;
    }

    @Produces
    @Singleton
    Consumption<TemplateEvent> templates() {
        return Consumption.of(Topics.TEMPLATE, WireFormat.TEMPLATE).by(store::record);
    }
}
