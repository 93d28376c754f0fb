/// What a webhook of the WhatsApp platform says, as events. Pure: bytes in, events out.
package org.centralino.gateway.webhook.domain;
