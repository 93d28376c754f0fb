package org.centralino.kit.kafka;

import org.centralino.events.Event;

/// An event as it came from a topic.
///
/// @param id the CloudEvents id: who hears the event again hears the same id
/// @param event what happened
public record Received<E extends Event>(String id, E event) {}
