/// Live updates: one feed reads the topics, a ring keeps what was recent, and each browser gets what its
/// operator may see, over one WebSocket per window.
@NullMarked
package org.centralino.gateway.live;

import org.jspecify.annotations.NullMarked;
