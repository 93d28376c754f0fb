/// The Graph API: how sends are answered, and when they are not.
@NullMarked
package org.centralino.simulator.graph;

import org.jspecify.annotations.NullMarked;
