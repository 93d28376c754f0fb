/// Errors of the control API.
@NullMarked
package org.centralino.simulator.problem;

import org.jspecify.annotations.NullMarked;
