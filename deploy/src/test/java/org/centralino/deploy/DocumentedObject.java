package org.centralino.deploy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/// An object of an operator of whose types nobody has a library for Java. It is read by the keys that the operator's
/// documentation names, and never changed.
interface DocumentedObject extends HasMetadata {
    String apiVersion();

    String kind();

    ObjectMeta metadata();

    @Override
    default String getApiVersion() {
        return apiVersion();
    }

    @Override
    default String getKind() {
        return kind();
    }

    @Override
    default ObjectMeta getMetadata() {
        return metadata();
    }

    @Override
    default void setApiVersion(String version) {
        throw new UnsupportedOperationException("What was rendered stays as it is");
    }

    @Override
    default void setMetadata(ObjectMeta other) {
        throw new UnsupportedOperationException("What was rendered stays as it is");
    }
}
