@NullMarked
package org.centralino.kit.log;

import org.jspecify.annotations.NullMarked;
