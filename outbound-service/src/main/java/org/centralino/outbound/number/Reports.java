package org.centralino.outbound.number;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.centralino.events.DerivedId;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.SyncProgressed;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Statement;
import org.centralino.kit.kafka.Received;
import org.centralino.outbound.channel.ChannelStore;
import org.centralino.outbound.sync.SyncStore;
import org.centralino.outbound.template.TemplateSyncStore;

/// Writes down what of a batch concerns no customer.
@Singleton
public class Reports {
    private final Database database;
    private final ReportStore reports;
    private final UnrecognisedStore unrecognised;
    private final SyncStore syncs;
    private final TemplateSyncStore templates;
    private final ChannelStore channels;

    Reports(
            Database database,
            ReportStore reports,
            UnrecognisedStore unrecognised,
            SyncStore syncs,
            TemplateSyncStore templates,
            ChannelStore channels) {
        this.channels = channels;
        this.templates = templates;
        this.syncs = syncs;
        this.database = database;
        this.reports = reports;
        this.unrecognised = unrecognised;
    }

    /// Each once, however often it is heard.
    public Uni<Void> record(List<Received<WhatsAppEvent>> events) {
        var told = new ArrayList<ReportStore.Told>();
        var parts = new ArrayList<UnrecognisedStore.Told>();
        var pieces = new ArrayList<SyncStore.Told>();
        for (var received : events) {
            if (received.event() instanceof AccountReported report) {
                told.add(new ReportStore.Told(idOf(received), report));
            } else if (received.event() instanceof PartUnrecognised part) {
                parts.add(new UnrecognisedStore.Told(idOf(received), part));
            } else if (received.event() instanceof SyncProgressed piece) {
                pieces.add(new SyncStore.Told(idOf(received), piece));
            }
        }
        var statements = new ArrayList<Statement>(reports.recording(told));
        statements.addAll(unrecognised.recording(parts));
        statements.addAll(syncs.recording(pieces));
        statements.addAll(
                templates.recording(told.stream().map(ReportStore.Told::report).toList()));
        statements.addAll(
                channels.recording(events.stream().map(Received::event).toList()));
        return database.write(statements);
    }

    /// A record without an id of ours is named by its place in the log.
    private static UUID idOf(Received<WhatsAppEvent> received) {
        try {
            return UUID.fromString(received.id());
        } catch (IllegalArgumentException otherwise) {
            return DerivedId.of("record", received.id());
        }
    }
}
