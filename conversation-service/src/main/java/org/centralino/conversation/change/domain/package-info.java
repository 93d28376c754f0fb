@NullMarked
package org.centralino.conversation.change.domain;

import org.jspecify.annotations.NullMarked;
