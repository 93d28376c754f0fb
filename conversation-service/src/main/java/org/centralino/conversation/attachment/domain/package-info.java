@NullMarked
package org.centralino.conversation.attachment.domain;

import org.jspecify.annotations.NullMarked;
