package org.centralino.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.centralino.local.kafka.KafkaUsers;
import org.centralino.local.kafka.OneNode;

/// Makes what topics are missing, gives every service the rights that it has, takes away all others, and ends. To be
/// run at every start: another version may need other ones.
public final class Access {
    private static final int PATIENCE_MILLIS = 120_000;

    private Access() {}

    /// @param words the file that says who may do what, and where Kafka is
    public static void main(String[] words) throws InterruptedException {
        var passwords = new Passwords(System.getenv());
        var users = KafkaUsers.of(Path.of(words[0]), passwords::of);
        var client = new HashMap<>(KafkaUsers.clientOf(KafkaUsers.ADMIN, passwords.of(KafkaUsers.ADMIN)));
        client.putAll(Map.of("bootstrap.servers", words[1], "default.api.timeout.ms", PATIENCE_MILLIS));
        try (var admin = Admin.create(client)) {
            OneNode.makeTopics(admin, Integer.MAX_VALUE);
            users.permit(admin);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Topics or rights could not be made on Kafka at " + words[1], failure);
        }
        System.out.println("Topics and rights are as this version needs them.");
    }
}
