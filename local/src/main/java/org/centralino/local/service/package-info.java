/// Our own services as processes of this machine, with the JVM that they have in production.
@NullMarked
package org.centralino.local.service;

import org.jspecify.annotations.NullMarked;
