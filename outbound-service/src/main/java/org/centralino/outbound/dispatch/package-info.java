@NullMarked
package org.centralino.outbound.dispatch;

import org.jspecify.annotations.NullMarked;
