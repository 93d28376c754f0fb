/// Traces: the way of a message through the services, for who looks for what is slow. Off unless it is asked for.
@NullMarked
package org.centralino.kit.trace;

import org.jspecify.annotations.NullMarked;
