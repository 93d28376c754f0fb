/// The lanes of numbers: which replica sends by which number, how fast it may, and whether the number is
/// stopped.
@NullMarked
package org.centralino.outbound.lane;

import org.jspecify.annotations.NullMarked;
