/// The files of messages: fetched from the platform while it has them, looked into, and stored.
@NullMarked
package org.centralino.outbound.media;

import org.jspecify.annotations.NullMarked;
