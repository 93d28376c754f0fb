@NullMarked
package org.centralino.kit.phone;

import org.jspecify.annotations.NullMarked;
