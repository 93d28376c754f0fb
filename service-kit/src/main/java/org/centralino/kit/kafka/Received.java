package org.centralino.kit.kafka;

import org.centralino.events.Event;

/// An event as it came from a topic.
///
/// @param id the CloudEvents id: the key for handling it once
/// @param event what happened
public record Received<E extends Event>(String id, E event) {}
