package org.centralino.kit.restore;

import io.quarkus.arc.All;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.centralino.events.Event;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Database;
import org.centralino.kit.kafka.CloudEventHeaders;
import org.centralino.kit.kafka.Consumers;
import org.centralino.kit.kafka.Consumption;
import org.centralino.kit.kafka.Received;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Brings a database that was restored from a backup to what its service had told, before the service goes on.
///
/// With `CENTRALINO_CATCH_UP_SINCE` the process makes its tables, catches up, says in one line what it did, and ends,
/// with 0 or, when it could not, with 1. It hears nothing else, tells nothing and answers nobody. Done twice it
/// changes nothing more.
@Singleton
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);
    /// Longer than Kafka takes a process that was killed for alive.
    private static final Duration LAST_MEMBERS = Duration.ofSeconds(15);

    private static final String IN_OUTBOX = "select count(*) from outbox";
    private static final String TOLD = "delete from outbox where event_id = any ($1)";

    private final Map<String, Object> broker;
    private final String service;
    private final Optional<String> wanted;
    private final List<Retelling> retellings;
    private final List<Consumption<?>> consumptions;
    private final Database database;

    @Inject
    CatchUp(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "centralino.catch-up-since") Optional<String> wanted,
            @All List<Retelling> retellings,
            @All List<Consumption<?>> consumptions,
            Database database) {
        this.broker = broker;
        this.service = service;
        this.wanted = wanted;
        this.retellings = retellings;
        this.consumptions = consumptions;
        this.database = database;
    }

    /// What a catch-up came to.
    ///
    /// @param steps what each step changed, in words
    /// @param changes how many changes there were in all
    /// @param told how many events of the restored outbox had been told already
    /// @param setBack how many consumer groups were set back
    public record Outcome(List<String> steps, int changes, int told, long setBack) {}

    /// It could not be done; the message says why, and what to do.
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }

    /// Before anything else starts that works with the tables or the topics.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        if (wanted.isEmpty()) {
            return;
        }
        try {
            var since = instant(wanted.get());
            var outcome = since(since);
            LOG.infof(
                    "Caught up since %s: %s; %d events of the restored outbox had been told; topics that are heard again from then: %d",
                    since, String.join(", ", outcome.steps()), outcome.told(), outcome.setBack());
        } catch (RuntimeException failure) {
            LOG.errorf("Not caught up: %s", reasonOf(failure));
            throw ended(1);
        }
        throw ended(0);
    }

    /// Whoever waits for the end of the application is told, too: to him this is a start that goes no further.
    private static PreventFurtherStepsException ended(int code) {
        Quarkus.asyncExit(code);
        return new PreventFurtherStepsException(code);
    }

    /// Brings the tables to what was told, and lets the service hear all its topics again from then.
    ///
    /// @param since a time before the oldest of the backups
    /// @throws RefusedException when it cannot be done now
    /// @throws Retelling.BeganTooLateException when the time is later than the backup
    public Outcome since(Instant since) {
        if (since.isAfter(Instant.now())) {
            throw new RefusedException("%s has not come yet".formatted(since));
        }
        if (since.isBefore(Instant.now().minus(Topics.RETENTION))) {
            throw new RefusedException(
                    "topics are kept for %d days, and %s is longer ago. What was told in between is gone"
                            .formatted(Topics.RETENTION.toDays(), since));
        }
        refuseWhileSomebodyHears();
        var steps = new ArrayList<String>();
        var sum = new Sum();
        sum.outbox = ask(database.ask(IN_OUTBOX)).iterator().next().getLong(0);
        for (var retelling : retellings) {
            for (var step : retelling.steps()) {
                switch (step) {
                    case Retelling.Hearing<?> hearing -> steps.add(hear(hearing, since, sum));
                    case Retelling.Conclusion(var what, var work) -> {
                        var changed = ask(work.get());
                        sum.changes += changed;
                        steps.add("%d %s".formatted(changed, what));
                    }
                }
            }
        }
        return new Outcome(steps, sum.changes, sum.told, setBack(since));
    }

    /// What the steps have come to so far.
    private static final class Sum {
        private int changes;
        private int told;
        private long outbox;
    }

    private <E extends Event> String hear(Retelling.Hearing<E> hearing, Instant since, Sum sum) {
        var before = sum.changes;
        try (var client = client(Map.of())) {
            new Past(client, hearing.topic(), since).read(records -> {
                forgetInOutbox(records, sum);
                var events = records.stream()
                        .filter(found -> hearing.hears(CloudEventHeaders.typeOf(found)))
                        .flatMap(found -> read(found, hearing.format()))
                        .toList();
                if (!events.isEmpty()) {
                    sum.changes += ask(hearing.work().apply(events));
                }
            });
        }
        return "%d %s".formatted(sum.changes - before, hearing.what());
    }

    /// What stands in the restored outbox was, most of it, told a moment after the backup was made.
    private void forgetInOutbox(Collection<ConsumerRecord<String, byte[]>> records, Sum sum) {
        if (sum.outbox == sum.told) {
            return;
        }
        var ids = records.stream().flatMap(CatchUp::idOf).toArray(UUID[]::new);
        sum.told += ask(database.ask(TOLD, (Object) ids)).rowCount();
    }

    private static Stream<UUID> idOf(ConsumerRecord<String, byte[]> found) {
        try {
            return Stream.ofNullable(CloudEventHeaders.text(found.headers(), CloudEventHeaders.ID))
                    .map(UUID::fromString);
        } catch (IllegalArgumentException anothers) {
            return Stream.empty();
        }
    }

    /// What is malformed went to the dead letters when it was heard first.
    private static <E extends Event> Stream<Received<E>> read(
            ConsumerRecord<String, byte[]> found, WireFormat<E> format) {
        try {
            return Stream.of(Received.read(found, format));
        } catch (WireFormat.MalformedEventException malformed) {
            LOG.warnf(
                    "Passed over on %s: partition %d, offset %d is malformed",
                    found.topic(), found.partition(), found.offset());
            return Stream.empty();
        }
    }

    private long setBack(Instant since) {
        return consumptions.stream()
                .filter(heard -> {
                    var group = Consumers.groupOf(service, heard.topic());
                    try (var client = client(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group))) {
                        return new Past(client, heard.topic(), since).setGroupBack();
                    }
                })
                .count();
    }

    private void refuseWhileSomebodyHears() {
        var groups = consumptions.stream()
                .map(heard -> Consumers.groupOf(service, heard.topic()))
                .toList();
        var deadline = System.nanoTime() + LAST_MEMBERS.toNanos();
        try (var admin = Admin.create(broker)) {
            while (true) {
                var busy = new ArrayList<String>();
                for (var group : groups) {
                    if (hasMembers(admin, group)) {
                        busy.add(group);
                    }
                }
                if (busy.isEmpty()) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw new RefusedException(
                            "%s is running: somebody hears %s. Stop every replica of it, and catch up again"
                                    .formatted(service, String.join(", ", busy)));
                }
                Thread.sleep(Duration.ofSeconds(1));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RefusedException("it was stopped");
        }
    }

    private static boolean hasMembers(Admin admin, String group) throws InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .anyMatch(found -> !found.members().isEmpty());
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw new RefusedException("Kafka does not say who hears %s: %s".formatted(group, refused.getCause()));
        }
    }

    private KafkaConsumer<String, byte[]> client(Map<String, Object> more) {
        var settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new RefusedException(
                    "CENTRALINO_CATCH_UP_SINCE is '%s' and must be a time such as 2026-11-22T09:00:00Z"
                            .formatted(text));
        }
    }

    private static <T> T ask(Uni<T> work) {
        return work.await().indefinitely();
    }

    private static String reasonOf(Throwable failure) {
        var reason = failure.getCause() == null ? failure : failure.getCause();
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }
}
