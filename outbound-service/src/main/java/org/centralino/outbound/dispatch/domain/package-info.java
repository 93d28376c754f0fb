@NullMarked
package org.centralino.outbound.dispatch.domain;

import org.jspecify.annotations.NullMarked;
