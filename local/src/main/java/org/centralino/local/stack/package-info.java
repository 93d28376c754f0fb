/// The commands of `./centralino`: which parts the product has, and in which order they start and stop.
@NullMarked
package org.centralino.local.stack;

import org.jspecify.annotations.NullMarked;
