@NullMarked
package org.centralino.outbound.media.domain;

import org.jspecify.annotations.NullMarked;
