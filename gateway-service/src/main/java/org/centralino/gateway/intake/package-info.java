/// What strangers may hold of this gateway before they have proved anything: bounded for each address and in all,
/// and given up when nothing more comes.
@NullMarked
package org.centralino.gateway.intake;

import org.jspecify.annotations.NullMarked;
