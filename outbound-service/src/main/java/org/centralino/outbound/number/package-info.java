/// Our business numbers as the platform sees them: what holds for each of them and for its account, what was said of
/// them lately, and what of all webhooks nobody understood. A restriction stops no message here: the platform refuses
/// by itself, and knows better when it ends. People are told.
@NullMarked
package org.centralino.outbound.number;

import org.jspecify.annotations.NullMarked;
