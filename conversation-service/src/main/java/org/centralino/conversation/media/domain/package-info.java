@NullMarked
package org.centralino.conversation.media.domain;

import org.jspecify.annotations.NullMarked;
