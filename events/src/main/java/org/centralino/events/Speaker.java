package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Who speaks for the business at its number besides the operators of this inbox (fact sheet, sections
/// 16 and 17).
public enum Speaker {
    /// Somebody who has the WhatsApp Business app of the number on a phone.
    @JsonProperty("phone")
    PHONE,
    /// WhatsApp's own AI agent.
    @JsonProperty("ai-agent")
    AI_AGENT,
    /// An application for campaigns.
    @JsonProperty("marketing")
    MARKETING,
    /// An application for notices, such as of orders and deliveries.
    @JsonProperty("utility")
    UTILITY,
    /// An application that answers who comes from an ad.
    @JsonProperty("ctwa")
    CTWA,
    /// An application for what others could not settle.
    @JsonProperty("escalation")
    ESCALATION,
    /// An application that the platform does not name, or by a name that this version does not know.
    @JsonProperty("other")
    @JsonEnumDefaultValue
    OTHER
}
