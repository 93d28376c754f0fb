/// What belongs to a business number, and the platform's rules of it.
@NullMarked
package org.centralino.outbound.channel.domain;

import org.jspecify.annotations.NullMarked;
