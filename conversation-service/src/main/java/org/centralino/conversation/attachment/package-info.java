/// Files that operators are about to send: taken, kept in the object store, and deleted again when no reply names
/// them.
@NullMarked
package org.centralino.conversation.attachment;

import org.jspecify.annotations.NullMarked;
