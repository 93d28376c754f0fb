/// The product as it runs: started for the tests on ports of its own, spoken to over HTTP as its operators,
/// as the platform and as a customer, with the processes that make it up.
@NullMarked
package org.centralino.system.stack;

import org.jspecify.annotations.NullMarked;
