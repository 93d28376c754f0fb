/// What the services' tests share: real PostgreSQL, Kafka and Keycloak, operators with real tokens, the
/// neighbours on the topics, and how to wait. What one service alone tests with is not here.
@NullMarked
package org.centralino.testkit;

import org.jspecify.annotations.NullMarked;
