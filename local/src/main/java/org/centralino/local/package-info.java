/// Starts PostgreSQL, Kafka, Keycloak, the five services and the simulator as processes of one machine, on
/// loopback, with all state in one folder. Tests start their servers with the same starters.
@NullMarked
package org.centralino.local;

import org.jspecify.annotations.NullMarked;
