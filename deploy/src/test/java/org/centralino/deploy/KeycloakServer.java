package org.centralino.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Map;

/// Keycloak, by its operator: those keys of `k8s.keycloak.org/v2beta1` that its documentation has for what a chart such
/// as ours says of a server.
@JsonDeserialize(using = JsonDeserializer.None.class)
record KeycloakServer(
        @JsonProperty(required = true) String apiVersion,
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) ObjectMeta metadata,
        @JsonProperty(required = true) Spec spec)
        implements DocumentedObject {
    record Spec(
            Integer instances,
            String image,
            Boolean startOptimized,
            List<LocalObjectReference> imagePullSecrets,
            Database db,
            Hostname hostname,
            Http http,
            Proxy proxy,
            Ingress ingress,
            BootstrapAdmin bootstrapAdmin,
            NetworkPolicy networkPolicy,
            List<Option> additionalOptions,
            ResourceRequirements resources,
            Scheduling scheduling,
            Unsupported unsupported) {}

    record Database(
            String vendor,
            String host,
            Integer port,
            String database,
            String schema,
            String url,
            SecretKeySelector usernameSecret,
            SecretKeySelector passwordSecret,
            Integer poolInitialSize,
            Integer poolMinSize,
            Integer poolMaxSize) {}

    record Hostname(String hostname, String admin, Boolean strict, Boolean backchannelDynamic) {}

    record Http(Boolean httpEnabled, Integer httpPort, Integer httpsPort, String tlsSecret) {}

    record Proxy(String headers) {}

    record Ingress(Boolean enabled, String className, Map<String, String> annotations) {}

    record BootstrapAdmin(SecretName user, SecretName service) {}

    record SecretName(String secret) {}

    record NetworkPolicy(
            Boolean enabled,
            List<NetworkPolicyPeer> http,
            List<NetworkPolicyPeer> https,
            List<NetworkPolicyPeer> management) {}

    record Option(String name, String value, SecretKeySelector secret) {}

    record Scheduling(
            List<Toleration> tolerations,
            List<TopologySpreadConstraint> topologySpreadConstraints,
            String priorityClassName) {}

    /// As the operator calls what it hands on without a look.
    record Unsupported(PodTemplateSpec podTemplate) {}
}
