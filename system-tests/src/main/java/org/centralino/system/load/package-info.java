/// How fast the product is: one command, [org.centralino.system.load.Benchmarks], measures all of it on the
/// running product, beside what the same machine reaches in the same minutes with hardly any code.
@NullMarked
package org.centralino.system.load;

import org.jspecify.annotations.NullMarked;
