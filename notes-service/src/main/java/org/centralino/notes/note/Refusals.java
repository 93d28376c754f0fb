package org.centralino.notes.note;

import org.centralino.kit.problem.Problem;
import org.centralino.notes.note.domain.Refusal;

/// How refusals are told to clients.
final class Refusals {
    private Refusals() {}

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case ID_ALREADY_USED ->
                Problem.of(
                        409,
                        "id-already-used",
                        "This id is already used",
                        "Another note has this id. Make a new id for a new note.");
            case NO_SUCH_NOTE -> Problem.notFound("The note");
            case NOT_THE_AUTHOR ->
                Problem.of(
                        403,
                        "not-allowed",
                        "You may not do this",
                        "A note is changed and deleted by its author only. Write a note of your own instead.");
        };
    }
}
