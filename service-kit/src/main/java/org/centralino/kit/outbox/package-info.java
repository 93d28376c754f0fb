@NullMarked
package org.centralino.kit.outbox;

import org.jspecify.annotations.NullMarked;
