/// Files: what customers send and the business uploads, and the second host from which they are fetched.
@NullMarked
package org.centralino.simulator.media;

import org.jspecify.annotations.NullMarked;
