package org.centralino.events;

/// Anything that is published on one of the [Topics].
public sealed interface Event
        permits WhatsAppEvent,
                ConversationEvent,
                AssignmentEvent,
                NoteEvent,
                OutboundEvent,
                InboxEvent,
                TemplateEvent,
                ChannelEvent {}
