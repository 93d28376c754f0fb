/// The one state of the platform, and the only place where facts are added to it.
@NullMarked
package org.centralino.simulator.platform;

import org.jspecify.annotations.NullMarked;
