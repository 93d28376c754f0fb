/// The Kafka broker of a stack or a test, and the topics that it must have.
@NullMarked
package org.centralino.local.kafka;

import org.jspecify.annotations.NullMarked;
