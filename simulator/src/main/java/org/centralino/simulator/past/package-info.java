/// What the phone beside the number has of the time before, and hands over when it is asked (fact
/// sheet, section 16).
@NullMarked
package org.centralino.simulator.past;

import org.jspecify.annotations.NullMarked;
