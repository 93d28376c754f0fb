/// The catalogue of the business, as Commerce Manager has it.
@NullMarked
package org.centralino.simulator.catalogue;

import org.jspecify.annotations.NullMarked;
