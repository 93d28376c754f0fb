package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordStatus;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.hibernate.reactive.mutiny.Mutiny;

/// How far our messages have come. A status whose message is not known yet is parked until it is.
final class Statuses {
    private static final String UNPARK = """
            delete from parked_status parked
            where exists (select from message where message.phone_number_id = parked.phone_number_id
                and message.platform_id = parked.platform_id)
              and parked_at >= :since
            returning parked.*""";

    private static final String UNPARK_FOR = """
            delete from parked_status where platform_id in (:ids) returning *""";

    private Statuses() {}

    /// Moves the messages that the reports are about, and parks the other reports.
    static Uni<Void> record(Mutiny.Session session, List<StatusReport> reports, Instant now) {
        if (reports.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = reports.stream()
                .map(StatusReport::messageId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var platformIds = platformIdsOf(reports);
        // Conversations are locked before their messages are read: what is read then cannot change under
        // us.
        return ConversationBatch.lockWithReplies(session, ids, platformIds)
                .chain(batch -> session.createSelectionQuery("""
                                from MessageRow
                                where direction = OUTBOUND and (id in :ids or platformId in :platformIds)""", MessageRow.class)
                        .setParameter("ids", ids)
                        .setParameter("platformIds", platformIds)
                        .getResultList()
                        .chain(messages -> record(session, batch, messages, reports, now)));
    }

    private static Uni<Void> record(
            Mutiny.Session session,
            ConversationBatch batch,
            List<MessageRow> messages,
            List<StatusReport> reports,
            Instant now) {
        var byId = new HashMap<UUID, MessageRow>();
        var byPlatformId = new HashMap<String, MessageRow>();
        messages.forEach(message -> {
            byId.put(message.id, message);
            byPlatformId.put(message.platformId, message);
        });
        var parked = new ArrayList<ParkedStatusRow>();
        for (var report : reports) {
            var message = byId.getOrDefault(report.messageId(), byPlatformId.get(report.platformId()));
            if (message == null) {
                if (report.phoneNumberId() != null) {
                    parked.add(ParkedStatusRow.of(report, now));
                }
                continue;
            }
            if (message.platformId == null && report.platformId() != null) {
                message.platformId = report.platformId();
                byPlatformId.put(report.platformId(), message);
            }
            move(batch, message, report, now);
        }
        return session.persistAll(parked.toArray()).chain(batch::write);
    }

    private static void move(ConversationBatch batch, MessageRow message, StatusReport report, Instant now) {
        var conversation = batch.find(message.conversationId).orElseThrow();
        var facts = conversation.accept(new RecordStatus(
                message.id, message.sequence, message.status, report.status(), report.statusAt(), report.error(), now));
        facts.forEach(fact -> message.take((MessageStatusChanged) fact));
        batch.record(facts);
    }

    /// Adds the reports that came before their message was known to be theirs.
    ///
    /// @param reports which tell the platform's ids of messages
    static Uni<List<StatusReport>> withParked(Mutiny.Session session, List<StatusReport> reports) {
        var platformIds = platformIdsOf(reports);
        if (platformIds.isEmpty()) {
            return Uni.createFrom().item(reports);
        }
        return session.createNativeQuery(UNPARK_FOR, ParkedStatusRow.class)
                .setParameter("ids", platformIds)
                .getResultList()
                .map(parked -> Stream.concat(reports.stream(), parked.stream().map(ParkedStatusRow::report))
                        .toList());
    }

    /// Takes out what is parked although its message is known.
    ///
    /// @param since what was parked earlier is not looked at
    static Uni<List<StatusReport>> parked(Mutiny.Session session, Instant since) {
        return session.createNativeQuery(UNPARK, ParkedStatusRow.class)
                .setParameter("since", since)
                .getResultList()
                .map(parked -> parked.stream().map(ParkedStatusRow::report).toList());
    }

    static Uni<Void> drop(Mutiny.Session session, Instant parkedBefore) {
        return session.createMutationQuery("delete from ParkedStatusRow where parkedAt < :before")
                .setParameter("before", parkedBefore)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static List<String> platformIdsOf(List<StatusReport> reports) {
        return reports.stream()
                .map(StatusReport::platformId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
