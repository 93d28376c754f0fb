package org.centralino.assignment.responsibility;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whom to make responsible. Without a body, the one who asks.
record AssignmentRequest(
        @Schema(description = "To whom to give the conversation; the one who asks, when left out") @Nullable
        UUID operatorId,

        @Schema(description = "Take it even when somebody else holds it. Giving it to another needs no such word")
        boolean takeOver) {

    static final AssignmentRequest TAKE_IT_MYSELF = new AssignmentRequest(null, false);
}
