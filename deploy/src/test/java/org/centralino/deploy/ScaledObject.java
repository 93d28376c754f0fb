package org.centralino.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many replicas there are, by KEDA. Nobody has KEDA's types for Java, so these are the keys of `keda.sh/v1alpha1`
/// that its documentation has for a Deployment.
@JsonDeserialize(using = JsonDeserializer.None.class)
record ScaledObject(
        @JsonProperty(required = true) String apiVersion,
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) ObjectMeta metadata,
        @JsonProperty(required = true) Spec spec)
        implements DocumentedObject {
    record Spec(
            @JsonProperty(required = true) Target scaleTargetRef,
            Integer pollingInterval,
            Integer cooldownPeriod,
            Integer initialCooldownPeriod,
            Integer idleReplicaCount,
            Integer minReplicaCount,
            Integer maxReplicaCount,
            Advanced advanced,
            @JsonProperty(required = true) List<Trigger> triggers) {}

    record Target(@JsonProperty(required = true) String name, String apiVersion, String kind) {}

    record Advanced(Boolean restoreToOriginalReplicaCount, Autoscaler horizontalPodAutoscalerConfig) {}

    record Autoscaler(String name, HorizontalPodAutoscalerBehavior behavior) {}

    /// @param metadata what is asked for; to KEDA everything in it is a text, also a figure
    record Trigger(
            @JsonProperty(required = true) String type,
            String name,
            String metricType,
            @JsonProperty(required = true) Map<String, Object> metadata,
            Reference authenticationRef) {
        private static final Set<String> KEYS_OF_KAFKA = Set.of(
                "bootstrapServers",
                "consumerGroup",
                "topic",
                "lagThreshold",
                "activationLagThreshold",
                "offsetResetPolicy",
                "allowIdleConsumers",
                "scaleToZeroOnInvalidOffset",
                "excludePersistentLag",
                "limitToPartitionsWithLag",
                "ensureEvenDistributionOfPartitions",
                "version",
                "partitionLimitation",
                "sasl",
                "tls",
                "unsafeSsl");

        Trigger {
            if (!type.equals("kafka")) {
                throw new IllegalArgumentException("The chart may not have a trigger of the type " + type);
            }
            metadata.forEach((key, value) -> {
                if (!KEYS_OF_KAFKA.contains(key)) {
                    throw new IllegalArgumentException("KEDA's kafka trigger does not know " + key);
                }
                if (!(value instanceof String)) {
                    throw new IllegalArgumentException("KEDA takes texts only, and %s is none".formatted(key));
                }
            });
        }

        String asked(String key) {
            return (String) metadata.get(key);
        }
    }

    record Reference(@JsonProperty(required = true) String name, String kind) {}
}
