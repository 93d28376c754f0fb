package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
    @Test
    void helm_has_nothing_to_say_about_it() {
        var result = Chart.lint();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void every_object_has_only_keys_that_kubernetes_knows(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());

        assertThat(rendered.deployments())
                .extracting(Rendered::componentOf)
                .containsExactlyInAnyOrderElementsOf(Chart.SERVICES);
    }

    @ParameterizedTest
    @MethodSource("org.centralino.deploy.Chart#everyWay")
    void no_two_objects_have_the_same_name(String values, String kubernetes) {
        var rendered = Chart.with(values, kubernetes, Map.of());

        assertThat(rendered.objects())
                .extracting(
                        object -> object.getKind() + "/" + object.getMetadata().getName())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.length() <= 80);
    }

    @Test
    void a_key_that_kubernetes_does_not_know_is_found() {
        assertThatThrownBy(() -> Rendered.of("""
                        apiVersion: apps/v1
                        kind: Deployment
                        spec:
                          template:
                            spec:
                              containers: [{name: a, readinesProbe: {}}]
                        """)).hasMessageContaining("readinesProbe");
    }

    @Test
    void every_file_of_values_is_tried() throws IOException {
        try (var files = Files.list(Path.of("helm/values"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Chart.VALUES.stream().map(name -> name + ".yaml").toList());
        }
    }

    @Test
    void two_installations_in_one_namespace_share_nothing() {
        var one = Chart.with("small");
        var other = Chart.named("second", "small");

        assertThat(names(one)).doesNotContainAnyElementsOf(names(other));
    }

    @Test
    void the_webhook_has_a_way_in_of_its_own_with_room_for_three_mebibytes() {
        var ways = Chart.with("in-the-cluster").all(Ingress.class);

        assertThat(ways)
                .extracting(way -> way.getSpec()
                                .getRules()
                                .getFirst()
                                .getHttp()
                                .getPaths()
                                .getFirst()
                                .getPath()
                        + " "
                        + way.getMetadata().getAnnotations().get("nginx.ingress.kubernetes.io/proxy-body-size"))
                .containsExactlyInAnyOrder("/webhooks/whatsapp 3m", "/ 1m");
    }

    @Test
    void nothing_leads_in_from_outside_unless_it_is_asked_for() {
        var rendered = Chart.with("small");

        assertThat(rendered.all(Ingress.class)).isEmpty();
        assertThat(rendered.all(HTTPRoute.class)).isEmpty();
    }

    @Test
    void network_policies_can_be_left_to_others() {
        var rendered = Chart.with("small", Map.of("networkPolicy.enabled", false));

        assertThat(rendered.all(NetworkPolicy.class)).isEmpty();
    }

    @Test
    void the_readme_explains_every_value() throws IOException {
        var readme = Files.readString(Path.of("helm/centralino/README.md"));
        var values = ChartValues.paths();

        assertThat(values).isNotEmpty().allSatisfy(value -> assertThat(readme).contains("`" + value + "`"));
    }

    private static TreeSet<String> names(Rendered rendered) {
        var names = new TreeSet<String>();
        for (HasMetadata object : rendered.objects()) {
            names.add(object.getKind() + "/" + object.getMetadata().getName());
        }
        return names;
    }
}
