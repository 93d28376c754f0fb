@NullMarked
package org.centralino.conversation.message;

import org.jspecify.annotations.NullMarked;
