@NullMarked
package org.centralino.kit.page;

import org.jspecify.annotations.NullMarked;
