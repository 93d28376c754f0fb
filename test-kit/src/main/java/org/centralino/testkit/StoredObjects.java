package org.centralino.testkit;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.centralino.local.StackException;
import org.centralino.local.objects.ObjectServer;
import org.centralino.local.process.ProcessId;
import org.centralino.local.state.StateFolder;

/// An object store for the tests of one module. It is a JVM like theirs, wherever the other servers
/// come from.
final class StoredObjects implements AutoCloseable {
    private final StateFolder state;
    private final ObjectServer server;

    private StoredObjects(Path root) {
        this.state = new StateFolder(
                root, LocalInfrastructure.FOLDERS.resolve("infrastructure-" + UUID.randomUUID()), false);
        ProcessId.of(ProcessHandle.current()).write(state.run().resolve(LocalInfrastructure.OWNER));
        this.server = new ObjectServer(state, FreePorts.next());
    }

    static StoredObjects start(Path root) {
        try {
            return started(root);
        } catch (StackException failure) {
            // A port that was free may have been taken before its server asked for it.
            return started(root);
        }
    }

    private static StoredObjects started(Path root) {
        var objects = new StoredObjects(root);
        Runtime.getRuntime().addShutdownHook(new Thread(objects::close));
        objects.server.start();
        return objects;
    }

    /// @return what Quarkus must be told to use it
    Map<String, String> config() {
        return server.settings();
    }

    @Override
    public void close() {
        server.process().kill();
        StateFolder.delete(state.folder());
    }
}
