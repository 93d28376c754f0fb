package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkEdgesTest {
    /// Where everything is that the values of `everything-external` speak of.
    private static final Map<String, String> PLACES = Map.of(
            "k8s-app=kube-dns", "dns",
            "name=gateways", "ingress",
            "name=monitoring", "monitoring",
            "10.20.1.0/24", "kafka",
            "10.20.2.0/24", "keycloak",
            "10.20.3.0/24", "postgresql",
            "10.20.4.0/24", "objects",
            "cidr=0.0.0.0/0", "internet",
            "cidr=::/0", "internet");

    private static final String AMONG_US = """
            gateway -> assignment: http
            gateway -> conversation: http
            gateway -> notes: http
            gateway -> outbound: http
            """;

    private static final String FROM_OTHERS = """
            ingress -> gateway: http
            monitoring -> assignment: management
            monitoring -> conversation: management
            monitoring -> gateway: management
            monitoring -> notes: management
            monitoring -> outbound: management
            """;

    private static final String OF_MIGRATIONS = """
            assignment-migration -> dns: TCP 53
            assignment-migration -> dns: UDP 53
            assignment-migration -> postgresql: TCP 5432
            conversation-migration -> dns: TCP 53
            conversation-migration -> dns: UDP 53
            conversation-migration -> postgresql: TCP 5432
            notes-migration -> dns: TCP 53
            notes-migration -> dns: UDP 53
            notes-migration -> postgresql: TCP 5432
            outbound-migration -> dns: TCP 53
            outbound-migration -> dns: UDP 53
            outbound-migration -> postgresql: TCP 5432
            """;

    private static final String TO_OTHERS = """
            assignment -> dns: TCP 53
            assignment -> dns: UDP 53
            assignment -> kafka: TCP 9093
            assignment -> keycloak: TCP 443
            assignment -> postgresql: TCP 5432
            conversation -> dns: TCP 53
            conversation -> dns: UDP 53
            conversation -> kafka: TCP 9093
            conversation -> keycloak: TCP 443
            conversation -> objects: TCP 443
            conversation -> postgresql: TCP 5432
            gateway -> dns: TCP 53
            gateway -> dns: UDP 53
            gateway -> kafka: TCP 9093
            gateway -> keycloak: TCP 443
            notes -> dns: TCP 53
            notes -> dns: UDP 53
            notes -> kafka: TCP 9093
            notes -> keycloak: TCP 443
            notes -> postgresql: TCP 5432
            outbound -> dns: TCP 53
            outbound -> dns: UDP 53
            outbound -> internet: TCP 443
            outbound -> kafka: TCP 9093
            outbound -> keycloak: TCP 443
            outbound -> objects: TCP 443
            outbound -> postgresql: TCP 5432
            """;

    @Test
    void a_service_reaches_what_it_needs_and_nothing_else() {
        var edges = new Edges(policies("everything-external"), PLACES);

        assertThat(edges.outgoing()).containsExactlyInAnyOrderElementsOf(linesOf(AMONG_US, OF_MIGRATIONS, TO_OTHERS));
    }

    @Test
    void a_service_is_reached_by_who_needs_it_and_nobody_else() {
        var edges = new Edges(policies("everything-external"), PLACES);

        assertThat(edges.incoming()).containsExactlyInAnyOrderElementsOf(linesOf(AMONG_US, FROM_OTHERS));
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void no_rule_is_open_to_everybody_or_to_every_port(String values, String kubernetes) {
        var policies = Chart.with(values, kubernetes, Map.of()).all(NetworkPolicy.class);

        assertThat(policies)
                .flatExtracting(policy -> policy.getSpec().getEgress())
                .noneMatch(rule -> rule.getTo().isEmpty() || rule.getPorts().isEmpty());
        assertThat(policies)
                .flatExtracting(policy -> policy.getSpec().getIngress())
                .noneMatch(rule -> rule.getFrom().isEmpty() || rule.getPorts().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void only_outbound_leaves_the_cluster(String values, String kubernetes) {
        var policies = Chart.with(values, kubernetes, Map.of()).all(NetworkPolicy.class);

        assertThat(policies)
                .filteredOn(policy -> addresses(policy).anyMatch(NetworkEdgesTest::isEverywhere))
                .extracting(Rendered::componentOf)
                .containsExactly("outbound");
    }

    @Test
    void outbound_reaches_the_internet_but_by_that_no_private_address() {
        var outbound = policies("everything-external").stream()
                .filter(policy -> Rendered.componentOf(policy).equals("outbound"))
                .findFirst()
                .orElseThrow();

        var everywhere =
                addresses(outbound).filter(NetworkEdgesTest::isEverywhere).toList();

        assertThat(everywhere)
                .flatExtracting(IPBlock::getExcept)
                .contains(
                        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "fc00::/7");
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void whatever_no_rule_speaks_of_is_closed_for_every_pod(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());

        var deny = rendered.all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().endsWith("-default-deny"))
                .findFirst()
                .orElseThrow()
                .getSpec();
        assertThat(deny.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.getIngress()).isEmpty();
        assertThat(deny.getEgress()).isEmpty();
        assertThat(rendered.templates())
                .isNotEmpty()
                .allMatch(template -> template.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(deny.getPodSelector().getMatchLabels().entrySet()));
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void every_pod_has_a_policy_of_its_own(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());

        assertThat(rendered.templates()).allSatisfy(template -> {
            var labels = template.getMetadata().getLabels();
            assertThat(rendered.all(NetworkPolicy.class))
                    .filteredOn(
                            policy -> Rendered.componentOf(policy).equals(labels.get("app.kubernetes.io/component")))
                    .singleElement()
                    .satisfies(policy -> assertThat(labels)
                            .containsAllEntriesOf(
                                    policy.getSpec().getPodSelector().getMatchLabels()));
        });
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void so_has_who_catches_up_after_a_restore(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Chart.RESTORED);

        assertThat(rendered.jobs())
                .allSatisfy(job -> assertThat(rendered.all(NetworkPolicy.class))
                        .filteredOn(policy -> Rendered.componentOf(policy).equals(Rendered.componentOf(job)))
                        .hasSize(1));
    }

    @Test
    void who_catches_up_reaches_topics_and_tables_and_is_reached_by_nobody() {
        var edges = new Edges(Chart.with("everything-external", Chart.RESTORED).all(NetworkPolicy.class), PLACES);

        assertThat(edges.outgoing())
                .filteredOn(edge -> edge.startsWith("notes-catch-up "))
                .containsExactlyInAnyOrderElementsOf(linesOf("""
                        notes-catch-up -> dns: TCP 53
                        notes-catch-up -> dns: UDP 53
                        notes-catch-up -> kafka: TCP 9093
                        notes-catch-up -> keycloak: TCP 443
                        notes-catch-up -> postgresql: TCP 5432
                        """));
        assertThat(edges.outgoing()).noneMatch(edge -> edge.startsWith("gateway-catch-up "));
        assertThat(edges.incoming()).noneMatch(edge -> edge.contains("catch-up"));
    }

    @Test
    void postgresql_beside_the_services_is_reached_by_them_and_by_who_runs_it() {
        var rendered = Chart.with(
                "in-the-cluster", Map.of("networkPolicy.monitoring.peers[0].podSelector.matchLabels.a", "b"));
        var places = Map.of(
                "cnpg-system", "cnpg",
                "cnpg.io/cluster=centralino-db", "postgresql",
                "app=keycloak", "keycloak",
                "{a=b}", "monitoring");

        var edges = new Edges(rendered.all(NetworkPolicy.class), places);

        assertThat(edges.incoming())
                .filteredOn(edge -> edge.contains("-> postgresql"))
                .containsExactlyInAnyOrderElementsOf(linesOf("""
                        assignment -> postgresql: TCP 5432
                        assignment-migration -> postgresql: TCP 5432
                        cnpg -> postgresql: TCP 5432
                        cnpg -> postgresql: TCP 8000
                        conversation -> postgresql: TCP 5432
                        conversation-migration -> postgresql: TCP 5432
                        keycloak -> postgresql: TCP 5432
                        monitoring -> postgresql: TCP 9187
                        notes -> postgresql: TCP 5432
                        notes-migration -> postgresql: TCP 5432
                        outbound -> postgresql: TCP 5432
                        outbound-migration -> postgresql: TCP 5432
                        postgresql -> postgresql: TCP 5432
                        postgresql -> postgresql: TCP 8000
                        """));
        assertThat(edges.outgoing())
                .filteredOn(edge -> edge.contains("-> postgresql"))
                .containsExactlyInAnyOrderElementsOf(linesOf("""
                        assignment -> postgresql: TCP 5432
                        assignment-migration -> postgresql: TCP 5432
                        conversation -> postgresql: TCP 5432
                        conversation-migration -> postgresql: TCP 5432
                        notes -> postgresql: TCP 5432
                        notes-migration -> postgresql: TCP 5432
                        outbound -> postgresql: TCP 5432
                        outbound-migration -> postgresql: TCP 5432
                        """));
    }

    private static List<NetworkPolicy> policies(String values) {
        return Chart.with(values).all(NetworkPolicy.class);
    }

    private static Stream<IPBlock> addresses(NetworkPolicy policy) {
        return policy.getSpec().getEgress().stream()
                .flatMap(rule -> rule.getTo().stream())
                .map(NetworkPolicyPeer::getIpBlock)
                .filter(Objects::nonNull);
    }

    private static boolean isEverywhere(IPBlock block) {
        return !block.getCidr().startsWith("10.");
    }

    private static List<String> linesOf(String... texts) {
        return Stream.of(texts).flatMap(String::lines).toList();
    }
}
