/// Processes that outlive who started them: found again by their ids, waited for until they are ready, and
/// ended in their own way.
@NullMarked
package org.centralino.local.process;

import org.jspecify.annotations.NullMarked;
