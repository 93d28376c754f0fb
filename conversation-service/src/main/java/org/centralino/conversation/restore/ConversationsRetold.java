package org.centralino.conversation.restore;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.centralino.conversation.media.MediaStore;
import org.centralino.events.OutboundEvent;
import org.centralino.events.OutboundEvent.Fetched;
import org.centralino.events.OutboundEvent.MediaLost;
import org.centralino.events.OutboundEvent.MediaStored;
import org.centralino.events.OutboundEvent.MessageAccepted;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WireFormat;
import org.centralino.kit.kafka.Received;
import org.centralino.kit.restore.Retelling;

/// Hears, after a restore, what this service has told, and what its events do not carry from where it was heard
/// first.
class ConversationsRetold {

    @Produces
    @Singleton
    Retelling retold(RetellingStore store, MediaStore media) {
        return Retelling.of(
                Retelling.Hearing.of(
                        "changes of conversations", Topics.CONVERSATION, WireFormat.CONVERSATION, store::retold),
                Retelling.Hearing.of(
                                "messages named by the platform, and where their files are",
                                Topics.OUTBOUND,
                                WireFormat.OUTBOUND,
                                (List<Received<OutboundEvent>> events) -> store.named(
                                                Received.only(MessageAccepted.class, events))
                                        .chain(named -> media.retold(Received.only(Fetched.class, events))
                                                .map(files -> named + files)))
                        .only(List.of(MessageAccepted.class, MediaStored.class, MediaLost.class)),
                Retelling.Hearing.of(
                                "keys of customers",
                                Topics.WHATSAPP,
                                WireFormat.WHATSAPP,
                                (List<Received<WhatsAppEvent>> events) ->
                                        store.recognised(Received.only(MessageReceived.class, events)))
                        .only(List.of(MessageReceived.class)));
    }
}
