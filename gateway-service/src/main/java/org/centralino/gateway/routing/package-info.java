/// Passes API calls on to the service that owns them. The services check each request themselves; the
/// gateway only keeps out what they should not have to see.
@NullMarked
package org.centralino.gateway.routing;

import org.jspecify.annotations.NullMarked;
