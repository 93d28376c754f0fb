/// The public contract of Centralino: every event that its services publish on Kafka.
///
/// There is one sealed interface per topic with its events nested, so the vocabulary of a topic is one
/// screen. An event is a fact: it never changes meaning. Fields are only added, and are optional; anything
/// else is a new wire name beside the old one. Events travel as CloudEvents 1.0 in binary mode: the
/// attributes are Kafka headers (`ce_id`, `ce_type`, …) and the record's value is the event's JSON. The
/// CloudEvents id is the key for handling an event once.
@NullMarked
package org.centralino.events;

import org.jspecify.annotations.NullMarked;
