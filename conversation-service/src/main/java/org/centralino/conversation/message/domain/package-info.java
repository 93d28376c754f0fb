@NullMarked
package org.centralino.conversation.message.domain;

import org.jspecify.annotations.NullMarked;
