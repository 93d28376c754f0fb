/// Which ports a stack listens on, and who holds one that is not free.
@NullMarked
package org.centralino.local.port;

import org.jspecify.annotations.NullMarked;
