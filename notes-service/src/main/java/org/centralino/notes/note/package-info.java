/// Writing, listing, editing and deleting notes.
package org.centralino.notes.note;
