/// How often templates are used, and with what result.
@NullMarked
package org.centralino.outbound.use;

import org.jspecify.annotations.NullMarked;
