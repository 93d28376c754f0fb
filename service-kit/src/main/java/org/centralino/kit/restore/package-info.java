@NullMarked
package org.centralino.kit.restore;

import org.jspecify.annotations.NullMarked;
