@NullMarked
package org.centralino.outbound.lane.domain;

import org.jspecify.annotations.NullMarked;
