/// Fills the running product with conversations that look as if a company had worked with it for a year
/// ([org.centralino.system.seed.Seed]): for trying it out at its real size, and for measuring it there.
@NullMarked
package org.centralino.system.seed;

import org.jspecify.annotations.NullMarked;
