package org.centralino.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;

/// When a cluster is backed up, by CloudNativePG: the keys of `postgresql.cnpg.io/v1` that its reference has for
/// plugins.
@JsonDeserialize(using = JsonDeserializer.None.class)
record CnpgScheduledBackup(
        @JsonProperty(required = true) String apiVersion,
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) ObjectMeta metadata,
        @JsonProperty(required = true) Spec spec)
        implements DocumentedObject {
    /// @param schedule six fields: the first is of seconds
    record Spec(
            @JsonProperty(required = true) LocalObjectReference cluster,
            @JsonProperty(required = true) String schedule,
            Boolean suspend,
            Boolean immediate,
            String backupOwnerReference,
            String target,
            String method,
            PluginConfiguration pluginConfiguration) {}

    record PluginConfiguration(
            @JsonProperty(required = true) String name, Map<String, String> parameters) {}
}
