package org.centralino.local.balancer;

import io.undertow.Undertow;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One address for all replicas of a service: each request goes to one that is ready, in turn. When none is, all are
/// asked: then they say themselves what is wrong.
final class Front {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 400;
    /// Less than the services keep one open of which nothing comes.
    private static final Duration KEPT_OPEN = Duration.ofSeconds(20);
    private static final int OTHERS_TRIED = 2;

    private final int port;
    private final List<Replica> replicas;
    private final LoadBalancingProxyClient behind;
    private final Set<Replica> asked = new HashSet<>();
    private final HttpClient health =
            HttpClient.newBuilder().connectTimeout(LONGEST_LOOK).build();

    Front(int port, List<Replica> replicas) {
        this.port = port;
        this.replicas = replicas;
        this.behind = new LoadBalancingProxyClient()
                .setConnectionsPerThread(CONNECTIONS)
                .setMaxQueueSize(CONNECTIONS)
                .setTtl(Math.toIntExact(KEPT_OPEN.toMillis()))
                .setProblemServerRetry(1);
    }

    void start() {
        ask(Set.copyOf(replicas));
        var proxy = ProxyHandler.builder()
                .setProxyClient(behind)
                .setMaxConnectionRetries(OTHERS_TRIED)
                .setReuseXForwarded(false)
                .build();
        Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setIoThreads(1)
                .setWorkerThreads(2)
                .setHandler(proxy)
                .build()
                .start();
        Thread.ofPlatform().name("health-" + port).daemon().start(this::look);
    }

    private void look() {
        try {
            while (true) {
                var ready = replicas.stream().filter(this::isReady).collect(Collectors.toUnmodifiableSet());
                ask(ready.isEmpty() ? Set.copyOf(replicas) : ready);
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Set<Replica> wanted) {
        for (var replica : replicas) {
            if (wanted.contains(replica) && asked.add(replica)) {
                behind.addHost(replica.address());
            } else if (!wanted.contains(replica) && asked.remove(replica)) {
                behind.removeHost(replica.address());
            }
        }
    }

    private boolean isReady(Replica replica) {
        var request =
                HttpRequest.newBuilder(replica.health()).timeout(LONGEST_LOOK).build();
        try {
            return health.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
