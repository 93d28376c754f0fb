@NullMarked
package org.centralino.conversation.history;

import org.jspecify.annotations.NullMarked;
