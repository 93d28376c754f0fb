package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The way in by a Gateway of the Gateway API.
class GatewayApiTest {
    @ParameterizedTest
    @ValueSource(strings = {"in-the-cluster", "small"})
    void there_is_no_route_unless_it_is_asked_for(String values) {
        var rendered = Chart.with(values);

        assertThat(rendered.all(HTTPRoute.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void there_is_one_kind_of_way_in(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());

        assertThat(List.of(
                        rendered.all(HTTPRoute.class).size(),
                        rendered.all(Ingress.class).size()))
                .isIn(List.of(2, 0), List.of(0, 2), List.of(0, 0));
    }

    @Test
    void the_webhook_has_a_route_of_its_own_for_its_path_and_nothing_else() {
        var routes = routes();

        assertThat(routes)
                .flatExtracting(route -> route.getSpec().getHostnames())
                .containsExactlyInAnyOrder("inbox.example.com", "hooks.example.com");
        assertThat(routes)
                .extracting(
                        route -> route.getSpec().getHostnames().getFirst(),
                        route -> match(route).getPath().getType(),
                        route -> match(route).getPath().getValue())
                .containsExactlyInAnyOrder(
                        tuple("inbox.example.com", "PathPrefix", "/"),
                        tuple("hooks.example.com", "Exact", "/webhooks/whatsapp"));
    }

    @Test
    void each_route_belongs_to_the_gateway_that_was_said_for_it() {
        var routes = routes();

        assertThat(routes)
                .allMatch(route -> route.getSpec().getParentRefs().size() == 1)
                .extracting(
                        route -> route.getMetadata().getName(),
                        route -> parent(route).getNamespace(),
                        route -> parent(route).getName(),
                        route -> parent(route).getSectionName())
                .containsExactlyInAnyOrder(
                        tuple("centralino-page", "gateways", "public", "inbox"),
                        tuple("centralino-webhook", "gateways", "public", "hooks"));
    }

    @Test
    void both_lead_to_where_the_gateway_service_listens_and_never_to_its_management_port() {
        var rendered = Chart.with("everything-external");
        var gateway = rendered.all(Service.class).stream()
                .filter(service -> Rendered.componentOf(service).equals("gateway"))
                .findFirst()
                .orElseThrow();
        var http = gateway.getSpec().getPorts().stream()
                .filter(port -> port.getName().equals("http"))
                .map(ServicePort::getPort)
                .findFirst()
                .orElseThrow();

        assertThat(rendered.all(HTTPRoute.class))
                .flatExtracting(route -> rule(route).getBackendRefs())
                .hasSize(2)
                .extracting(HTTPBackendRef::getName, HTTPBackendRef::getPort)
                .containsOnly(tuple(gateway.getMetadata().getName(), http));
    }

    @Test
    void a_key_that_the_gateway_api_does_not_know_is_found() {
        assertThatThrownBy(() -> Rendered.of("""
                        apiVersion: gateway.networking.k8s.io/v1
                        kind: HTTPRoute
                        spec:
                          rules: [{matches: [{path: {type: Exact, valu: /}}]}]
                        """)).hasMessageContaining("valu");
    }

    private static List<HTTPRoute> routes() {
        return Chart.with("everything-external").all(HTTPRoute.class);
    }

    private static HTTPRouteRule rule(HTTPRoute route) {
        return route.getSpec().getRules().getFirst();
    }

    private static HTTPRouteMatch match(HTTPRoute route) {
        return rule(route).getMatches().getFirst();
    }

    private static ParentReference parent(HTTPRoute route) {
        return route.getSpec().getParentRefs().getFirst();
    }
}
