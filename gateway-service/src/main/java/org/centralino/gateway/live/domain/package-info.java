/// What live updates are about, without sockets or Kafka: which events were recent, where a browser stopped
/// reading, and who may see what.
@NullMarked
package org.centralino.gateway.live.domain;

import org.jspecify.annotations.NullMarked;
