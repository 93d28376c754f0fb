/// Which conversations there are and who holds them: it decides who may see their notes.
@NullMarked
package org.centralino.notes.conversation;

import org.jspecify.annotations.NullMarked;
