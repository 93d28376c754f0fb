package org.centralino.deploy;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who may reach whom by the rendered policies, in the form `gateway -> notes: http`.
///
/// @param places those that are no services of ours, by something that stands in their peers and nowhere else
record Edges(List<NetworkPolicy> policies, Map<String, String> places) {
    SortedSet<String> outgoing() {
        var edges = new TreeSet<String>();
        for (var policy : policies) {
            for (var rule : policy.getSpec().getEgress()) {
                for (var peer : rule.getTo()) {
                    for (var port : rule.getPorts()) {
                        edges.add("%s -> %s: %s".formatted(Rendered.componentOf(policy), place(peer), name(port)));
                    }
                }
            }
        }
        return edges;
    }

    SortedSet<String> incoming() {
        var edges = new TreeSet<String>();
        for (var policy : policies) {
            for (var rule : policy.getSpec().getIngress()) {
                for (var peer : rule.getFrom()) {
                    for (var port : rule.getPorts()) {
                        edges.add("%s -> %s: %s".formatted(place(peer), Rendered.componentOf(policy), name(port)));
                    }
                }
            }
        }
        return edges;
    }

    private String place(NetworkPolicyPeer peer) {
        var text = peer.toString();
        return places.entrySet().stream()
                .filter(place -> text.contains(place.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> peer.getPodSelector() != null && peer.getNamespaceSelector() == null
                        ? peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/component")
                        : text);
    }

    private static String name(NetworkPolicyPort port) {
        var number = port.getPort();
        return number.getStrVal() == null
                ? port.getProtocol() + " " + number.getIntVal()
                : String.valueOf(number.getStrVal());
    }
}
