/// Webhooks of the WhatsApp platform: proved by their signature, taken apart, told to Kafka, and only then
/// acknowledged.
@NullMarked
package org.centralino.gateway.webhook;

import org.jspecify.annotations.NullMarked;
