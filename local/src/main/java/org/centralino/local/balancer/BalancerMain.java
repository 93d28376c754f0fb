package org.centralino.local.balancer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The process of the [Balancer]: passes requests on until it is stopped.
final class BalancerMain {
    private BalancerMain() {}

    /// @param words for each front `port=port/management,…`: where it listens, and its replicas with their health
    public static void main(String[] words) {
        Stream.of(words).map(BalancerMain::front).toList().forEach(Front::start);
    }

    private static Front front(String word) {
        var parts = word.split("=", 2);
        List<Replica> replicas = Arrays.stream(parts[1].split(","))
                .map(replica -> replica.split("/", 2))
                .map(ports -> new Replica(Integer.parseInt(ports[0]), Integer.parseInt(ports[1])))
                .toList();
        return new Front(Integer.parseInt(parts[0]), replicas);
    }
}
