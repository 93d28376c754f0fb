@NullMarked
package org.centralino.conversation.contact.domain;

import org.jspecify.annotations.NullMarked;
