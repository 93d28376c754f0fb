@NullMarked
package org.centralino.outbound.block.domain;

import org.jspecify.annotations.NullMarked;
