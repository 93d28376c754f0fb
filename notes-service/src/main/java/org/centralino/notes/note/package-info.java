/// Writing, listing, editing and deleting notes.
@NullMarked
package org.centralino.notes.note;

import org.jspecify.annotations.NullMarked;
