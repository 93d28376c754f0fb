package org.centralino.system.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.KafkaAdmin;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;

/// How much of the disks a message takes: in the tables, where it stays, and on the topics, where it stays for 14 days.
final class Storage {
    private static final int MESSAGES_PER_SECOND = 200;
    private static final int REPLIES_PER_SECOND = 20;
    private static final List<String> DATABASES = List.of("conversation", "assignment", "notes", "outbound");
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(2);

    /// The outbox is empty again soon, and what it has grown by says nothing of a message.
    private static final String TABLES = """
            select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'outbox'""";

    private static final String UNTOLD = "select count(*) from outbox";

    private final Trial trial;
    private final Replies replies;

    Storage(Trial trial, Replies replies) {
        this.trial = trial;
        this.replies = replies;
    }

    /// @param tables bytes of all services' tables with their indexes
    /// @param topics bytes of all topics in one copy
    private record Taken(long tables, long topics) {
        static Taken by(RunningStack stack) {
            return new Taken(sum(stack, database -> number(stack, database, TABLES)), bytesOfTopics(stack));
        }

        Taken since(Taken before) {
            return new Taken(tables - before.tables, topics - before.topics);
        }

        String per(int messages) {
            return "%,d bytes in tables, %,d on topics".formatted(tables / messages, topics / messages);
        }
    }

    void run() {
        var length = trial.duration();
        // Customers and conversations are there before it begins.
        send(Crowd.LARGE.size());
        var messages = Trial.count(MESSAGES_PER_SECOND, length);
        trial.report()
                .row(
                        "on disk per message of a customer",
                        takenBy(() -> send(messages)).per(messages),
                        "",
                        "");
        replies.prepare();
        trial.report()
                .row(
                        "on disk per reply, with its three statuses",
                        takenBy(() -> replies.write(REPLIES_PER_SECOND, length))
                                .per(Trial.count(REPLIES_PER_SECOND, length)),
                        "",
                        "");
    }

    private void send(int count) {
        var webhooks = trial.webhooks(count, Crowd.LARGE);
        var sent = Load.atRate(
                MESSAGES_PER_SECOND,
                Duration.ofMillis(count * 1_000L / MESSAGES_PER_SECOND),
                Trial.THREADS,
                _ -> webhooks.worker());
        if (sent.failures() > 0) {
            throw new IllegalStateException("%d webhooks were turned away".formatted(sent.failures()));
        }
    }

    private Taken takenBy(Runnable work) {
        awaitAllTold();
        var before = Taken.by(trial.stack());
        work.run();
        awaitAllTold();
        return Taken.by(trial.stack()).since(before);
    }

    private void awaitAllTold() {
        trial.awaitDrained();
        Patience.await("every service has told what it knows")
                .atMost(TOLD_WITHIN)
                .until(() -> sum(trial.stack(), database -> number(trial.stack(), database, UNTOLD)) == 0);
    }

    private static long sum(RunningStack stack, ToLongFunction<String> ofDatabase) {
        return DATABASES.stream().mapToLong(ofDatabase).sum();
    }

    private static long number(RunningStack stack, String database, String query) {
        try (var connection = stack.database(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException refused) {
            throw new IllegalStateException("The database %s does not tell its size".formatted(database), refused);
        }
    }

    private static long bytesOfTopics(RunningStack stack) {
        try (var admin = Admin.create(KafkaAdmin.at(stack.ports().kafka()))) {
            var brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.id())
                    .toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith("centralino."))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka does not tell the size of its topics", refused);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }
}
