package org.centralino.system.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.centralino.system.load.Load.Worker;
import org.centralino.system.stack.FreePorts;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;

/// The [BareServer], in a JVM of its own with the options of a service. What it reaches is the ceiling of the
/// gateway.
final class BareEndpoint implements AutoCloseable {
    private static final int WARM_UP = 5_000;
    private static final int THREADS = 64;

    private final Process process;
    private final URI address;

    private BareEndpoint(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Comes back when it has answered some thousand webhooks.
    static BareEndpoint start(RunningStack stack) {
        var port = FreePorts.next();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(
                List.of(java, "-Xmx256m", "@" + RunningStack.root().resolve("deploy/service.jvm")));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareServer.class.getName()));
        command.addAll(List.of(stack.ports().kafka(), BareKafka.TOPIC, Integer.toString(port)));
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            var endpoint = new BareEndpoint(process, URI.create("http://127.0.0.1:" + port));
            endpoint.warmUp();
            return endpoint;
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    private void warmUp() {
        var webhooks = new Webhooks(address, "bare", WARM_UP, Crowd.USUAL, Instant.now());
        Patience.await("the bare endpoint answers").until(() -> {
            try (Worker worker = webhooks.worker()) {
                return worker.act(0, 0);
            }
        });
        Load.flood(WARM_UP, THREADS, _ -> webhooks.worker());
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get();
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
