@NullMarked
package org.centralino.conversation.contact;

import org.jspecify.annotations.NullMarked;
