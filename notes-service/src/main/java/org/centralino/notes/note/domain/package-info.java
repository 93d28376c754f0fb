/// The rules of notes, free of any framework.
@NullMarked
package org.centralino.notes.note.domain;

import org.jspecify.annotations.NullMarked;
