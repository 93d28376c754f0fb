@NullMarked
package org.centralino.outbound.mark.domain;

import org.jspecify.annotations.NullMarked;
