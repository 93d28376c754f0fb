@NullMarked
package org.centralino.kit.problem;

import org.jspecify.annotations.NullMarked;
