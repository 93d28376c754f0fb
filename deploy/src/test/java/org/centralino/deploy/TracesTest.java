package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Who wants traces says where they go; until then there are none.
class TracesTest {
    static final List<String> SERVICES = Chart.SERVICES;

    private static final Map<String, Object> TO_A_COLLECTOR = Map.of(
            "traces.url", "http://collector.observing:4318",
            "traces.sampled", 0.1,
            "networkPolicy.collector.peers[0].ipBlock.cidr", "10.20.9.0/24");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void each_service_tells_the_collector_what_it_is_asked_to(String service) {
        var rendered = Chart.with("everything-external", TO_A_COLLECTOR);

        assertThat(rendered.container(service).getEnv())
                .extracting(EnvVar::getName, EnvVar::getValue)
                .contains(
                        tuple("CENTRALINO_TRACES_TO", "otlp"),
                        tuple("CENTRALINO_TRACES_URL", "http://collector.observing:4318"),
                        tuple("CENTRALINO_TRACES_SAMPLED", "0.1"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void the_way_to_the_collector_is_open_to_each_service(String service) {
        var rendered = Chart.with("everything-external", TO_A_COLLECTOR);

        var policy = rendered.all(NetworkPolicy.class).stream()
                .filter(found -> Rendered.componentOf(found).equals(service))
                .findFirst()
                .orElseThrow();

        assertThat(policy.getSpec().getEgress()).anySatisfy(rule -> {
            assertThat(rule.getTo()).singleElement().satisfies(peer -> {
                assertThat(peer.getIpBlock()).isNotNull();
                assertThat(peer.getIpBlock().getCidr()).isEqualTo("10.20.9.0/24");
            });
            assertThat(rule.getPorts())
                    .singleElement()
                    .satisfies(port -> assertThat(port.getPort().getIntVal()).isEqualTo(4318));
        });
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void without_a_collector_there_are_no_traces(String service) {
        var rendered = Chart.with("everything-external");

        assertThat(rendered.container(service).getEnv())
                .extracting(EnvVar::getName)
                .noneMatch(name -> name.startsWith("CENTRALINO_TRACES_"));
    }

    @Test
    void a_collector_that_nobody_could_reach_is_refused() {
        assertThatThrownBy(() -> Chart.with("everything-external", Map.of("traces.url", "http://collector:4318")))
                .hasMessageContaining("networkPolicy.collector.peers is empty");
    }
}
