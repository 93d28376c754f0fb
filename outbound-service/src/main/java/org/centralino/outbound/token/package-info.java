/// The tokens by which numbers are called: given in the page or by the settings, and sealed where they are kept.
@NullMarked
package org.centralino.outbound.token;

import org.jspecify.annotations.NullMarked;
