/// The edge of Centralino. It takes the platform's webhooks in and tells each part to Kafka, passes API
/// calls on to the service that owns them, keeps browsers up to date over WebSockets, and serves the
/// operators' web app. It owns no data and decides nothing about conversations: every service checks each
/// request itself.
@NullMarked
package org.centralino.gateway;

import org.jspecify.annotations.NullMarked;
