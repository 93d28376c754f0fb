/// The switches of all that can go wrong on the platform.
@NullMarked
package org.centralino.simulator.fault;

import org.jspecify.annotations.NullMarked;
