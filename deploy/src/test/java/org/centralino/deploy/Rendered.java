package org.centralino.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What Helm would hand to Kubernetes, read as strictly as Kubernetes reads it: a key that its types do not have is
/// an error.
record Rendered(List<HasMetadata> objects) {
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.ofEntries(
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("kafka.strimzi.io/v1 Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class),
            Map.entry("keda.sh/v1alpha1 ScaledObject", ScaledObject.class),
            Map.entry("keda.sh/v1alpha1 TriggerAuthentication", TriggerAuthentication.class),
            Map.entry("postgresql.cnpg.io/v1 Cluster", CnpgCluster.class),
            Map.entry("postgresql.cnpg.io/v1 Database", CnpgDatabase.class),
            Map.entry("postgresql.cnpg.io/v1 ScheduledBackup", CnpgScheduledBackup.class),
            Map.entry("k8s.keycloak.org/v2beta1 Keycloak", KeycloakServer.class));

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();
    private static final ObjectMapper STRICT = new ObjectMapper(YAML)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new WithoutLeftovers());

    static Rendered of(String yaml) {
        var objects = new ArrayList<HasMetadata>();
        try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(YAML.createParser(yaml))) {
            while (documents.hasNext()) {
                var document = documents.next();
                if (!document.isNull() && !document.isMissingNode()) {
                    objects.add(read(document));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Rendered(List.copyOf(objects));
    }

    static HasMetadata read(JsonNode document) throws JsonProcessingException {
        var kind = "%s %s"
                .formatted(
                        document.path("apiVersion").asText(),
                        document.path("kind").asText());
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("The chart may not make an object of the kind " + kind);
        }
        return STRICT.treeToValue(document, type);
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Deployment> deployments() {
        return all(Deployment.class);
    }

    List<Job> jobs() {
        return all(Job.class);
    }

    Job job(String component) {
        return jobs().stream()
                .filter(job -> componentOf(job).equals(component))
                .findFirst()
                .orElseThrow();
    }

    /// @return what every pod is made from
    List<PodTemplateSpec> templates() {
        return Stream.concat(
                        deployments().stream()
                                .map(deployment -> deployment.getSpec().getTemplate()),
                        jobs().stream().map(job -> job.getSpec().getTemplate()))
                .toList();
    }

    Deployment deployment(String service) {
        return deployments().stream()
                .filter(deployment -> componentOf(deployment).equals(service))
                .findFirst()
                .orElseThrow();
    }

    /// @return what runs in a service's pods
    Container container(String service) {
        return containerOf(deployment(service).getSpec().getTemplate());
    }

    static Container containerOf(PodTemplateSpec template) {
        return template.getSpec().getContainers().getFirst();
    }

    static EnvVar variableOf(PodTemplateSpec template, String name) {
        return containerOf(template).getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// @return which of our services it belongs to
    static String componentOf(HasMetadata object) {
        return object.getMetadata().getLabels().getOrDefault("app.kubernetes.io/component", "");
    }

    /// The types keep what they do not know in a map, which would hide it.
    private static final class WithoutLeftovers extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
