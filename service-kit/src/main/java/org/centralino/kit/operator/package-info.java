@NullMarked
package org.centralino.kit.operator;

import org.jspecify.annotations.NullMarked;
