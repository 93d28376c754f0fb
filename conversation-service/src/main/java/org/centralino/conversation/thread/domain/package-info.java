@NullMarked
package org.centralino.conversation.thread.domain;

import org.jspecify.annotations.NullMarked;
