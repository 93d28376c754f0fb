/// One description of the whole API, put together from those of the services.
@NullMarked
package org.centralino.gateway.openapi;

import org.jspecify.annotations.NullMarked;
