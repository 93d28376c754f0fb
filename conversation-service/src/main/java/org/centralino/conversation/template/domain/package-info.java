/// The rules of sending templates: which ones may be sent, how they are filled in, and with what they might be.
@NullMarked
package org.centralino.conversation.template.domain;

import org.jspecify.annotations.NullMarked;
