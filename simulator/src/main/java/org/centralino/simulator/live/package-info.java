/// What open pages are shown, and how they hear of changes.
@NullMarked
package org.centralino.simulator.live;

import org.jspecify.annotations.NullMarked;
