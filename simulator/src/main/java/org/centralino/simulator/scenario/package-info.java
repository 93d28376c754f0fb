/// Scenarios: files that say what happens when, and their playing.
@NullMarked
package org.centralino.simulator.scenario;

import org.jspecify.annotations.NullMarked;
