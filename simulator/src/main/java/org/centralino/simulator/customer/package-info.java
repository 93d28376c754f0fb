/// The customers with their phones: who they are, what they write, and whether they read.
@NullMarked
package org.centralino.simulator.customer;

import org.jspecify.annotations.NullMarked;
