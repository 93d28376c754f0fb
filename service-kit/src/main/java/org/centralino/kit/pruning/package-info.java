@NullMarked
package org.centralino.kit.pruning;

import org.jspecify.annotations.NullMarked;
