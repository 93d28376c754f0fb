@NullMarked
package org.centralino.kit.retry;

import org.jspecify.annotations.NullMarked;
