package org.centralino.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Webhooks from who has the platform's certificate, and from nobody else.
class MutualTlsTest {
    static final Iterable<String> VALUES = Chart.VALUES;

    static final String AT_AN_INGRESS = """
            ingress:
              webhook: {host: hooks.example.com, tlsSecret: hooks-tls, mutualTls: {enabled: true, caSecret: meta-ca}}
            """;
    static final String AT_A_GATEWAY = "gatewayApi: {webhook: {mutualTls: {enabled: true}}}";

    private static final String NGINX = "nginx.ingress.kubernetes.io/";

    @Test
    void the_webhooks_ingress_asks_for_a_certificate_and_the_pages_does_not() {
        var rendered = Chart.withAlso("in-the-cluster", AT_AN_INGRESS);

        assertThat(annotationsOf(rendered, "centralino-webhook"))
                .containsEntry(NGINX + "auth-tls-secret", "centralino/meta-ca")
                .containsEntry(NGINX + "auth-tls-verify-client", "on")
                .containsEntry(NGINX + "auth-tls-verify-depth", "3")
                .containsEntry(NGINX + "proxy-body-size", "3m");
        assertThat(annotationsOf(rendered, "centralino-page")).containsOnlyKeys(NGINX + "proxy-body-size");
    }

    /// nginx looks for it in the certificate's name, wherever it stands.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=client.webhooks.fbclientcerts.com",
                "CN=client.webhooks.fbclientcerts.com,O=Meta Platforms\\, Inc.,L=Menlo Park,ST=California,C=US"
            })
    void the_platforms_certificate_is_known_by_its_name(String subject) {
        assertThat(nameThatIsAskedFor().matcher(subject).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CN=client.webhooks.fbclientcerts.com.somebody.example",
                "CN=client-webhooks.fbclientcerts.com",
                "CN=client.fbclientcerts.com,O=client.webhooks.fbclientcerts.com"
            })
    void another_certificate_is_not_taken_for_it(String subject) {
        assertThat(nameThatIsAskedFor().matcher(subject).find()).isFalse();
    }

    @Test
    void by_the_pages_host_nobody_gets_around_it() {
        assertThat(hosts(Chart.withAlso("in-the-cluster", AT_AN_INGRESS))).isEqualTo("hooks.example.com");
        assertThat(hosts(Chart.withAlso("everything-external", AT_A_GATEWAY))).isEqualTo("hooks.example.com");
    }

    @Test
    void a_route_stays_as_it_is_because_only_a_listener_can_ask() {
        var without = Chart.with("everything-external");

        var with = Chart.withAlso("everything-external", AT_A_GATEWAY);

        assertThat(with.all(HTTPRoute.class)).isEqualTo(without.all(HTTPRoute.class));
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void nobody_is_asked_unless_somebody_says_so(String values) {
        var rendered = Chart.with(values);

        assertThat(rendered.all(Ingress.class))
                .flatExtracting(way -> way.getMetadata().getAnnotations().keySet())
                .noneMatch(annotation -> annotation.contains("auth-tls"));
        assertThat(rendered.container("gateway").getEnv())
                .extracting(EnvVar::getName)
                .doesNotContain("CENTRALINO_GATEWAY_WEBHOOK_HOSTS");
    }

    private static Pattern nameThatIsAskedFor() {
        return Pattern.compile(annotationsOf(Chart.withAlso("in-the-cluster", AT_AN_INGRESS), "centralino-webhook")
                .get(NGINX + "auth-tls-match-cn"));
    }

    private static Map<String, String> annotationsOf(Rendered rendered, String ingress) {
        return rendered.all(Ingress.class).stream()
                .map(Ingress::getMetadata)
                .filter(about -> about.getName().equals(ingress))
                .findFirst()
                .orElseThrow()
                .getAnnotations();
    }

    private static String hosts(Rendered rendered) {
        return Rendered.variableOf(
                        rendered.deployment("gateway").getSpec().getTemplate(), "CENTRALINO_GATEWAY_WEBHOOK_HOSTS")
                .getValue();
    }
}
