/// A PostgreSQL server with a database for each service, also where we run as root, which it refuses.
@NullMarked
package org.centralino.local.postgres;

import org.jspecify.annotations.NullMarked;
