/// How far a number's history has come, and when that is its end.
@NullMarked
package org.centralino.outbound.sync.domain;

import org.jspecify.annotations.NullMarked;
