package org.centralino.events;

import java.time.Instant;

/// What templates there are. Published by the outbound service on [Topics#TEMPLATE], where of each template the newest
/// record stays: who reads the topic from its beginning knows all of them.
public sealed interface TemplateEvent extends Event, Keyed {
    /// @return the platform's id of the template, which is the record's key
    String templateId();

    @Override
    default String recordKey() {
        return templateId();
    }

    /// A template is new, or something of it has changed.
    ///
    /// @param templateId the platform's id of the template
    /// @param template as it is now
    /// @param at when we learnt it
    @WireName("template.changed.v1")
    record TemplateChanged(String templateId, Template template, Instant at) implements TemplateEvent {}

    /// A template is gone: it cannot be sent any more.
    ///
    /// @param templateId the platform's id of the template
    /// @param at when we learnt it
    @WireName("template.deleted.v1")
    record TemplateDeleted(String templateId, Instant at) implements TemplateEvent {}

    /// A type that this version does not know.
    record Unrecognised(String type) implements TemplateEvent {
        @Override
        public String templateId() {
            return "";
        }
    }
}
