/// What shows how the product works inside: traces and metrics.
@NullMarked
package org.centralino.local.observe;

import org.jspecify.annotations.NullMarked;
