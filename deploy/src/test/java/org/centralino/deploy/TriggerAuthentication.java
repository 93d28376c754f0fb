package org.centralino.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/// What KEDA signs in with: the keys of `keda.sh/v1alpha1` that its documentation has for Secrets and ConfigMaps.
@JsonDeserialize(using = JsonDeserializer.None.class)
record TriggerAuthentication(
        @JsonProperty(required = true) String apiVersion,
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) ObjectMeta metadata,
        @JsonProperty(required = true) Spec spec)
        implements DocumentedObject {
    record Spec(List<Source> secretTargetRef, List<Source> configMapTargetRef) {}

    /// @param parameter which of the trigger's it is
    /// @param name of the Secret or ConfigMap
    record Source(
            @JsonProperty(required = true) String parameter,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String key) {}
}
