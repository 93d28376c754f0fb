/// What the platform knows of an access token.
@NullMarked
package org.centralino.outbound.token.domain;

import org.jspecify.annotations.NullMarked;
