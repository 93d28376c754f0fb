package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether a customer agreed to advertising (fact sheet, section 15). What he said last counts.
public enum Consent {
    /// He was never asked, or nobody wrote it down.
    @JsonProperty("unknown")
    @JsonEnumDefaultValue
    UNKNOWN,
    @JsonProperty("given")
    GIVEN,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    /// By what it is known.
    public enum Source {
        /// An operator asked or was told, and says how that can be shown.
        @JsonProperty("operator")
        OPERATOR,
        /// It came with a file of contacts.
        @JsonProperty("import")
        IMPORT,
        /// The customer chose it on WhatsApp: stopped, resumed or signed up.
        @JsonProperty("customer")
        CUSTOMER,
        /// The customer pressed a button that says so.
        @JsonProperty("button")
        BUTTON,
        /// WhatsApp refused advertising because the customer had stopped it (error 131050).
        @JsonProperty("platform")
        PLATFORM,
        /// Something that this version has no word for.
        @JsonProperty("other")
        @JsonEnumDefaultValue
        OTHER
    }
}
