package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What may happen to a group (fact sheet, section 18).
public enum GroupChange {
    /// The business made it.
    @JsonProperty("created")
    CREATED,
    /// The business deleted it: nobody writes in it any more.
    @JsonProperty("deleted")
    DELETED,
    /// It has another subject.
    @JsonProperty("renamed")
    RENAMED,
    /// Somebody came into it.
    @JsonProperty("joined")
    JOINED,
    /// Somebody left it, or was taken out of it.
    @JsonProperty("left")
    LEFT,
    /// The platform shut it for a time.
    @JsonProperty("suspended")
    SUSPENDED,
    /// The platform opened it again.
    @JsonProperty("restored")
    RESTORED,
    /// Something that this version has no word for.
    @JsonProperty("other")
    @JsonEnumDefaultValue
    OTHER
}
