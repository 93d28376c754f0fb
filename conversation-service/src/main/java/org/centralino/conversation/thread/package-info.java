@NullMarked
package org.centralino.conversation.thread;

import org.jspecify.annotations.NullMarked;
