@NullMarked
package org.centralino.conversation.media;

import org.jspecify.annotations.NullMarked;
