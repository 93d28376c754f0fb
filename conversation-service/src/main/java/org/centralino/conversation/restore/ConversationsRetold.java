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
import org.centralino.events.WhatsAppEvent.MessageSynced;
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
                                "messages named by the platform",
                                Topics.OUTBOUND,
                                WireFormat.OUTBOUND,
                                (List<Received<OutboundEvent>> events) ->
                                        store.named(Received.only(MessageAccepted.class, events)))
                        .only(List.of(MessageAccepted.class)),
                Retelling.Hearing.of(
                                "files of messages",
                                Topics.OUTBOUND,
                                WireFormat.OUTBOUND,
                                (List<Received<OutboundEvent>> events) ->
                                        media.retold(Received.only(Fetched.class, events)))
                        .only(List.of(MediaStored.class, MediaLost.class)),
                Retelling.Hearing.of(
                                "keys of customers",
                                Topics.WHATSAPP,
                                WireFormat.WHATSAPP,
                                (List<Received<WhatsAppEvent>> events) -> store.recognised(
                                        events.stream().map(Received::event).toList()))
                        .only(List.of(MessageReceived.class, MessageSynced.class)));
    }
}
