/// The business numbers: connected in the page step by step, described to customers, given QR codes, and taken away
/// again.
@NullMarked
package org.centralino.outbound.channel;

import org.jspecify.annotations.NullMarked;
