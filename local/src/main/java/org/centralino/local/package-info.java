/// Starts PostgreSQL, Kafka, Keycloak, the five services and the simulator as processes of one machine, on
/// loopback, with all state in one folder. The same starters serve tests.
package org.centralino.local;
