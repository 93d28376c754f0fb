/// The webhooks: queued with what caused them, and delivered until the business has answered 200.
@NullMarked
package org.centralino.simulator.webhook;

import org.jspecify.annotations.NullMarked;
