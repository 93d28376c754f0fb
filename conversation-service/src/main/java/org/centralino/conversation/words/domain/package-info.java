@NullMarked
package org.centralino.conversation.words.domain;

import org.jspecify.annotations.NullMarked;
