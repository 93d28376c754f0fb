package org.centralino.notes.note.domain;

/// Why a note stays as it is.
public enum Refusal {
    /// The id belongs to a note with another text, author or conversation, or to one that was deleted.
    ID_ALREADY_USED,
    /// There is no such note in this conversation.
    NO_SUCH_NOTE,
    /// Only its author may change a note.
    NOT_THE_AUTHOR
}
