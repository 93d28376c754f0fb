package org.centralino.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.centralino.local.kafka.KafkaUsers;
import org.centralino.local.kafka.OneNode;

/// Starts Kafka, and formats its log folder when there is none yet.
public final class Node {
    private static final int PORT = 9092;
    private static final int CONTROLLER_PORT = 9093;

    private Node() {}

    /// @param words the file that says who may do what, the folder of the log, and how clients call this node
    public static void main(String[] words) {
        var data = Path.of(words[1]);
        var users = KafkaUsers.of(Path.of(words[0]), new Passwords(System.getenv())::of);
        var settings = new OneNode("0.0.0.0", words[2], PORT, CONTROLLER_PORT, data.resolve("log"))
                .write(users, Path.of(System.getProperty("java.io.tmpdir"), "kafka.properties"));
        if (!Files.exists(data.resolve("log/meta.properties"))) {
            format(settings);
        }
        Kafka.main(new String[] {settings.toString()});
    }

    private static void format(Path settings) {
        var words = new ArrayList<>(
                List.of("format", "--cluster-id", Uuid.randomUuid().toString()));
        words.addAll(List.of("--config", settings.toString()));
        var code = StorageTool.execute(words.toArray(String[]::new), System.out);
        if (code != 0) {
            throw new IllegalStateException("Kafka's log folder could not be formatted; why stands above.");
        }
    }
}
