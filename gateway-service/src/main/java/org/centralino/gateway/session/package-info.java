/// What the web app needs before anything else: where to sign in, and who did.
package org.centralino.gateway.session;
