/// What the web app needs before anything else: where to sign in, and who did.
@NullMarked
package org.centralino.gateway.session;

import org.jspecify.annotations.NullMarked;
