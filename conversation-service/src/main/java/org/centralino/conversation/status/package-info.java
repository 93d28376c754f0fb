@NullMarked
package org.centralino.conversation.status;

import org.jspecify.annotations.NullMarked;
