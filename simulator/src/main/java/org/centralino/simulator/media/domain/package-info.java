@NullMarked
package org.centralino.simulator.media.domain;

import org.jspecify.annotations.NullMarked;
