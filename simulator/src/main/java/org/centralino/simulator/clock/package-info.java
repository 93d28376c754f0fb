/// The platform's time, which can be read, and moved forward.
@NullMarked
package org.centralino.simulator.clock;

import org.jspecify.annotations.NullMarked;
