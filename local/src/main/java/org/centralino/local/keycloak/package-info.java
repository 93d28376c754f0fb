/// Keycloak with our realm: unpacked, built once, started, and asked for the tokens of the demo operators.
@NullMarked
package org.centralino.local.keycloak;

import org.jspecify.annotations.NullMarked;
