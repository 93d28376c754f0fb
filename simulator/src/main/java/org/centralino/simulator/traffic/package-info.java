/// What went over the wire: Graph calls and webhooks, for checkers and for the log on the page.
@NullMarked
package org.centralino.simulator.traffic;

import org.jspecify.annotations.NullMarked;
