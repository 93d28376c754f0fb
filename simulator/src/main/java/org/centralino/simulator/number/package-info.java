/// The business numbers, as WhatsApp Manager has them.
@NullMarked
package org.centralino.simulator.number;

import org.jspecify.annotations.NullMarked;
