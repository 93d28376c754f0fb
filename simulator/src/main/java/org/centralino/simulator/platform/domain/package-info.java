/// What the platform knows of customers, messages, webhooks and faults: facts, and the state that they fold to.
@NullMarked
package org.centralino.simulator.platform.domain;

import org.jspecify.annotations.NullMarked;
