/// Catalogues of products, as WhatsApp has them at the moment: nothing of them is kept.
@NullMarked
package org.centralino.outbound.catalogue;

import org.jspecify.annotations.NullMarked;
