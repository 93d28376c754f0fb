/// How a number is, by what the platform said of it.
@NullMarked
package org.centralino.outbound.number.domain;

import org.jspecify.annotations.NullMarked;
