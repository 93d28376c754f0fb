/// Kafka for a single host, in a container: one node that keeps its log in a volume, and what makes topics and rights.
@NullMarked
package org.centralino.broker;

import org.jspecify.annotations.NullMarked;
