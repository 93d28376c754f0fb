package org.centralino.outbound;

import static org.centralino.kit.database.Rows.instant;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.events.PlatformError;
import org.centralino.kit.database.Database;
import org.centralino.kit.problem.Problem;
import org.centralino.outbound.WhatsAppConfig.BusinessNumber;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The numbers that this installation serves: those of the settings, and those that were connected in the page. The
/// table is looked at again and again, so what one replica was told is soon known to all, without a restart.
@Singleton
public class OwnNumbers {
    private static final Logger LOG = Logger.getLogger(OwnNumbers.class);
    private static final Duration READ_WITHIN = Duration.ofSeconds(30);

    /// Why nothing goes out from a number that was removed.
    public static final PlatformError REMOVED = new PlatformError(
            0,
            "This number is not connected any more",
            "It was removed from Centralino, so nothing can be sent from it. Write from another number, or connect it again.");

    private static final String ALL = """
            select phone_number_id, number, name, account_id, catalog_id, subscribed_at, registered_at, heard_at, checked_at,
              removed_at is not null as removed
            from channel order by added_at, phone_number_id""";

    private final Database database;
    private final List<BusinessNumber> ofSettings;
    private final OutboundConfig config;
    private final Vertx vertx;
    /// Only ever replaced as a whole.
    private volatile Known known;

    private final Looks looks = new Looks();
    private long timer;

    private record Known(Map<String, OwnNumber> served, Set<String> removed) {}

    OwnNumbers(Database database, WhatsAppConfig whatsApp, OutboundConfig config, Vertx vertx) {
        this.database = database;
        this.ofSettings = whatsApp.numbers();
        this.config = config;
        this.vertx = vertx;
        var served = new LinkedHashMap<String, OwnNumber>();
        ofSettings.forEach(number -> served.put(number.phoneNumberId(), ofSettings(number, null)));
        this.known = new Known(served, Set.of());
    }

    /// Before anything is sent: nothing goes out from a number that was removed.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent starting) {
        look().await().atMost(READ_WITHIN);
        timer = vertx.setPeriodic(
                config.lookEvery().toMillis(),
                _ -> look().subscribe()
                        .with(_ -> {}, failure -> LOG.debugf("Our numbers could not be looked at: %s", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /// @return completes when this replica knows what is written down
    public Uni<Void> look() {
        return looks.look(() -> database.ask(ALL), this::learn);
    }

    /// @return those of the settings first, then the others as they were added
    public List<OwnNumber> all() {
        return List.copyOf(known.served.values());
    }

    /// @return the number; fails with a problem when it is none of ours
    public OwnNumber one(String phoneNumberId) {
        var number = known.served.get(phoneNumberId);
        if (number == null) {
            throw Problem.notFound("The number").asException();
        }
        return number;
    }

    /// @return whether it was ours and is not any more, so that nothing may be sent from it
    public boolean wasRemoved(String phoneNumberId) {
        return known.removed.contains(phoneNumberId);
    }

    /// @return whether something of it was heard before, as far as this replica knows
    public boolean wasHeard(String phoneNumberId) {
        var number = known.served.get(phoneNumberId);
        return number != null && number.heardAt() != null;
    }

    private void learn(RowSet<Row> rows) {
        var written = new LinkedHashMap<String, Row>();
        rows.forEach(row -> written.put(row.getString("phone_number_id"), row));
        var served = new LinkedHashMap<String, OwnNumber>();
        for (var number : ofSettings) {
            served.put(number.phoneNumberId(), ofSettings(number, written.remove(number.phoneNumberId())));
        }
        var removed = new HashSet<String>();
        written.values().forEach(row -> {
            if (row.getBoolean("removed")) {
                removed.add(row.getString("phone_number_id"));
            } else {
                served.put(row.getString("phone_number_id"), ofPage(row));
            }
        });
        known = new Known(served, Set.copyOf(removed));
    }

    private static OwnNumber ofSettings(BusinessNumber number, @Nullable Row row) {
        return new OwnNumber(
                number.phoneNumberId(),
                number.number(),
                number.name(),
                number.accountId().orElse(null),
                true,
                row == null ? null : row.getString("catalog_id"),
                row == null ? null : instant(row, "subscribed_at"),
                row == null ? null : instant(row, "registered_at"),
                row == null ? null : instant(row, "heard_at"),
                row == null ? null : instant(row, "checked_at"));
    }

    private static OwnNumber ofPage(Row row) {
        return new OwnNumber(
                row.getString("phone_number_id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("account_id"),
                false,
                row.getString("catalog_id"),
                instant(row, "subscribed_at"),
                instant(row, "registered_at"),
                instant(row, "heard_at"),
                instant(row, "checked_at"));
    }
}
