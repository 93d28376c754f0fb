/// What stands in a catalogue.
@NullMarked
package org.centralino.simulator.catalogue.domain;

import org.jspecify.annotations.NullMarked;
