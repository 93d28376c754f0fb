package org.centralino.assignment.responsibility;

import java.time.Instant;
import java.util.UUID;
import org.centralino.assignment.responsibility.domain.Responsibility;
import org.centralino.events.Person;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who is responsible, as clients see it.
@Schema(name = "Assignment")
record AssignmentView(
        UUID conversationId,

        @Schema(description = "Rises by one with each change; a reply states the one under which it was written")
        long epoch,

        @Schema(description = "Who is responsible; left out when nobody is") @Nullable
        Person assignee,

        @Schema(description = "Since when it is so") Instant since) {

    static AssignmentView of(Responsibility responsibility) {
        return new AssignmentView(
                responsibility.conversationId(),
                responsibility.epoch(),
                responsibility.holder(),
                responsibility.since());
    }
}
