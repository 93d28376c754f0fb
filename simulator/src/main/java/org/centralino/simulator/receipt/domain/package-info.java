/// Which status a message gets next, and when.
@NullMarked
package org.centralino.simulator.receipt.domain;

import org.jspecify.annotations.NullMarked;
