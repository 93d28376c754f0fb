package org.centralino.outbound.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationState;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.events.Precedence;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;

/// A reply of Anna to Giulia, in every state.
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final UUID CONVERSATION = UUID.fromString("0192f0c4-0000-7000-8000-000000000001");
    static final UUID MESSAGE = UUID.fromString("0192f0c4-0000-7000-8000-000000000002");
    static final Recipient GIULIA = new Recipient("+393330000042", "IT.7781930025541178");
    static final Person ANNA = new Person(UUID.fromString("0192f0c4-0000-7000-8000-000000000003"), "Anna Ricci");
    static final UUID TEAM = UUID.fromString("0192f0c4-0000-7000-8000-000000000004");
    static final Trace TRACE = new Trace(MESSAGE, CONVERSATION, new Access("510000000000023", TEAM, ANNA.id()));
    static final String WAMID = "wamid.FICTOUT01";
    static final Patience PATIENCE =
            new Patience(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(10));

    private Samples() {}

    static Message message() {
        return new Message(
                TRACE,
                "510000000000023",
                7,
                GIULIA,
                new Content.Text("Il pacco parte oggi."),
                Precedence.REPLY,
                null,
                NOON);
    }

    static Intent waiting() {
        return new Intent(message(), Duration.ZERO);
    }

    static Claimed claimed() {
        return new Claimed(message(), new Claim(1, 0, Duration.ZERO));
    }

    static Calling calling() {
        return claimed().calling();
    }

    /// @param callsBefore how many calls failed already
    /// @param waited how long it has waited
    static Calling callingAgain(int callsBefore, Duration waited) {
        return new Calling(message(), new Claim(callsBefore + 1, callsBefore, waited));
    }

    static Answer.Problem problem(int httpStatus, int code) {
        return new Answer.Problem(httpStatus, error(code), false);
    }

    static PlatformError error(int code) {
        return new PlatformError(code, "(#%d) title".formatted(code), "details");
    }

    static ReplyQueued reply(Recipient recipient, Content content, Instant at) {
        var giulia = new ConversationState.Contact(UUID.randomUUID(), "Giulia", "+393330000042", null);
        var conversation = new ConversationState(
                3, "510000000000023", giulia, ConversationState.Status.OPEN, TEAM, 1, ANNA, 7, at, null, at, at);
        return new ReplyQueued(
                CONVERSATION,
                conversation.access(),
                MESSAGE,
                7,
                ANNA,
                recipient,
                content,
                false,
                null,
                null,
                at,
                conversation);
    }
}
