/// Which business numbers this installation serves: those of the settings, and those that were connected in the page.
@NullMarked
package org.centralino.gateway.channel;

import org.jspecify.annotations.NullMarked;
