/// What webhooks say, how they are signed, and when they are tried again.
@NullMarked
package org.centralino.simulator.webhook.domain;

import org.jspecify.annotations.NullMarked;
