/// The folders in which a stack keeps its data, and those in which all stacks keep what can be made again.
@NullMarked
package org.centralino.local.state;

import org.jspecify.annotations.NullMarked;
