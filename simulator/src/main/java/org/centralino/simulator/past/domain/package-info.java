/// What was written before, and the pieces in which it is handed over.
@NullMarked
package org.centralino.simulator.past.domain;

import org.jspecify.annotations.NullMarked;
