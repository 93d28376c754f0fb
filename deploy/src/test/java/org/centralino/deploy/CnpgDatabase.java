package org.centralino.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/// A database, by CloudNativePG: the keys of `postgresql.cnpg.io/v1` that its reference has for who owns it and where.
@JsonDeserialize(using = JsonDeserializer.None.class)
record CnpgDatabase(
        @JsonProperty(required = true) String apiVersion,
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) ObjectMeta metadata,
        @JsonProperty(required = true) Spec spec)
        implements DocumentedObject {
    record Spec(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String owner,
            @JsonProperty(required = true) LocalObjectReference cluster,
            String ensure,
            String databaseReclaimPolicy,
            Integer connectionLimit) {}
}
