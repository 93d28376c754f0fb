/// Words that people write: how long they may be.
@NullMarked
package org.centralino.kit.text;

import org.jspecify.annotations.NullMarked;
