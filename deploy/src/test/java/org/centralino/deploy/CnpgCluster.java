package org.centralino.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;

/// PostgreSQL, by CloudNativePG: those keys of `postgresql.cnpg.io/v1` that its reference has for what a chart such as
/// ours says of a cluster.
@JsonDeserialize(using = JsonDeserializer.None.class)
record CnpgCluster(
        @JsonProperty(required = true) String apiVersion,
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) ObjectMeta metadata,
        @JsonProperty(required = true) Spec spec)
        implements DocumentedObject {
    record Spec(
            @JsonProperty(required = true) Integer instances,
            String imageName,
            List<LocalObjectReference> imagePullSecrets,
            Boolean enableSuperuserAccess,
            Bootstrap bootstrap,
            Postgresql postgresql,
            Managed managed,
            Storage storage,
            Storage walStorage,
            ResourceRequirements resources,
            Affinity affinity,
            List<TopologySpreadConstraint> topologySpreadConstraints,
            List<Plugin> plugins) {}

    record Bootstrap(InitDb initdb) {}

    record InitDb(
            String database,
            String owner,
            LocalObjectReference secret,
            String encoding,
            String locale,
            String localeProvider,
            String localeCollate,
            @JsonProperty("localeCType") String localeCharacters,
            String builtinLocale,
            Boolean dataChecksums,
            @JsonProperty("postInitSQL") List<String> postInit) {}

    /// @param parameters to CloudNativePG everything in them is a text, also a figure
    record Postgresql(
            Map<String, Object> parameters,
            @JsonProperty("pg_hba") List<String> rules,
            Synchronous synchronous) {
        Postgresql {
            parameters.forEach((key, value) -> {
                if (!(value instanceof String)) {
                    throw new IllegalArgumentException("CloudNativePG takes texts only, and %s is none".formatted(key));
                }
            });
        }
    }

    record Synchronous(
            @JsonProperty(required = true) String method,
            @JsonProperty(required = true) Integer number,
            String dataDurability) {}

    record Managed(List<Role> roles) {}

    record Role(
            @JsonProperty(required = true) String name,
            String ensure,
            Boolean login,
            Boolean superuser,
            Boolean createdb,
            Boolean createrole,
            Boolean replication,
            Boolean bypassrls,
            Boolean inherit,
            List<String> inRoles,
            Integer connectionLimit,
            LocalObjectReference passwordSecret) {}

    record Storage(String size, String storageClass, Boolean resizeInUseVolumes) {}

    record Affinity(
            Boolean enablePodAntiAffinity,
            String podAntiAffinityType,
            String topologyKey,
            Map<String, String> nodeSelector,
            List<Toleration> tolerations) {}

    record Plugin(String name, Boolean enabled, Boolean isWALArchiver, Map<String, String> parameters) {}
}
