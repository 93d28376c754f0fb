@NullMarked
package org.centralino.conversation.reaction.domain;

import org.jspecify.annotations.NullMarked;
