package org.centralino.assignment.responsibility;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.centralino.events.ConversationEvent;
import org.centralino.kit.conversation.KnownConversations;
import org.centralino.kit.kafka.Consumption;
import org.centralino.kit.restore.Retelling;

/// Hears which conversations there are, and who began them, and after a restore who held them. When the
/// log knows a later epoch than this database, which was then restored from an older copy, the log is
/// right: no epoch is given twice.
class ConversationConsumer {

    @Produces
    @Singleton
    Consumption<ConversationEvent> conversations(KnownConversations known, ResponsibilityStore responsibilities) {
        return known.fromConversations().then(responsibilities::begun);
    }

    @Produces
    @Singleton
    Retelling retold(KnownConversations known) {
        return Retelling.of(known.retoldAssignments());
    }
}
