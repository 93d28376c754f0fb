/// The way of a message of the business: sent, delivered, and read when its chat is on a screen.
@NullMarked
package org.centralino.simulator.receipt;

import org.jspecify.annotations.NullMarked;
