package org.centralino.assignment.directory;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A colleague, as clients see him.
@Schema(name = "Operator")
record OperatorView(
        UUID id,
        String name,

        @Schema(
                description =
                        "Whether a conversation can be given to this person, as far as was heard. It is checked when"
                                + " it is given")
        boolean mayHold) {}
