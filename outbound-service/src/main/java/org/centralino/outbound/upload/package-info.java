/// Files that operators send: brought to the platform once per number, before the message that names them is sent.
@NullMarked
package org.centralino.outbound.upload;

import org.jspecify.annotations.NullMarked;
