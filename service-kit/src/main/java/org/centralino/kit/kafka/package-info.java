@NullMarked
package org.centralino.kit.kafka;

import org.jspecify.annotations.NullMarked;
