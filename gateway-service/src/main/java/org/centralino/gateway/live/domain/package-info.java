/// What live updates are about, without sockets or Kafka: which events were recent, where a browser stopped
/// reading, and who may see what.
package org.centralino.gateway.live.domain;
