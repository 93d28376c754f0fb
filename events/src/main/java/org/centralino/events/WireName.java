package org.centralino.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The CloudEvents type under which an event is published, such as `conversation.reply-queued.v1`.
/// Published names keep their meaning for ever.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {
    String value();
}
