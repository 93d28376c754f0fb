/// What a person who waits is shown.
@NullMarked
package org.centralino.local.terminal;

import org.jspecify.annotations.NullMarked;
