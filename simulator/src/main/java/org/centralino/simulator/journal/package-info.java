/// What is kept on disk: the facts that the state is made of, and ledgers of all that was ever seen.
@NullMarked
package org.centralino.simulator.journal;

import org.jspecify.annotations.NullMarked;
