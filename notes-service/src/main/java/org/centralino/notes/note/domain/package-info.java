/// The rules of notes, free of any framework.
package org.centralino.notes.note.domain;
