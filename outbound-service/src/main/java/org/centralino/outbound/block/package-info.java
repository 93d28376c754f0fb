/// Customers whom a number does not hear: what operators ask for, and what the platform made of it.
@NullMarked
package org.centralino.outbound.block;

import org.jspecify.annotations.NullMarked;
