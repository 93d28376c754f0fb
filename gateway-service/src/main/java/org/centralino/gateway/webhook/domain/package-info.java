/// What a webhook of the WhatsApp platform says, as events. Pure: bytes in, events out.
@NullMarked
package org.centralino.gateway.webhook.domain;

import org.jspecify.annotations.NullMarked;
