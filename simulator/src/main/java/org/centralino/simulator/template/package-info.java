/// The templates of the business account: what the Graph API lists, takes and changes, and what becomes of them.
@NullMarked
package org.centralino.simulator.template;

import org.jspecify.annotations.NullMarked;
