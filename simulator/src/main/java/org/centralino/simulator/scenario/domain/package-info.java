/// What a scenario may say, and which call of the control API each of its steps is.
@NullMarked
package org.centralino.simulator.scenario.domain;

import org.jspecify.annotations.NullMarked;
