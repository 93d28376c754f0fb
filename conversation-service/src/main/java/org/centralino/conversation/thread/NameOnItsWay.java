package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import org.centralino.conversation.contact.ContactRows;
import org.centralino.events.Content;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Transaction;

/// What somebody else seems to have written may be what we are just sending. That is known by the
/// platform's name of it, which our sending tells us at about the same time: so it is waited for,
/// or the message would stand twice.
final class NameOnItsWay {
    /// For longer nothing of ours is without a name.
    static final Duration JUST_NOW = Duration.ofMinutes(1);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int LOOKS = 10;

    /// A message of ours that says the same and has no name yet.
    private static final String UNNAMED = """
            select from conversation c join message m on m.conversation_id = c.id
            where c.contact_id in (select contact_id from contact_identity where (kind, value) in %s)
              and c.phone_number_id = any ($3)
              and m.direction = 'OUTBOUND' and m.platform_id is null and m.status in ('QUEUED', 'UNKNOWN')
              and m.content = any (cast($4::text[] as jsonb[])) and m.recorded_at > $5
            limit 1""".formatted(ContactRows.KEYS);

    private NameOnItsWay() {}

    /// @param contents what was written to these customers; when there is nothing, nobody is asked
    /// @return whether we are just sending one of them
    static Uni<Boolean> isAwaited(
            Transaction transaction,
            ContactRows.Keys customers,
            String[] numbers,
            Collection<Content> contents,
            Instant now) {
        return contents.isEmpty()
                ? Uni.createFrom().item(false)
                : transaction
                        .ask(
                                UNNAMED,
                                customers.kinds(),
                                customers.values(),
                                numbers,
                                contents.stream().map(Documents::write).toArray(String[]::new),
                                now.minus(JUST_NOW).atOffset(ZoneOffset.UTC))
                        .map(rows -> rows.size() > 0);
    }

    /// @param attempt is told whether there is time to wait, and says whether it does
    static Uni<Void> waitedFor(Function<Boolean, Uni<Boolean>> attempt) {
        return waitedFor(attempt, LOOKS);
    }

    private static Uni<Void> waitedFor(Function<Boolean, Uni<Boolean>> attempt, int looks) {
        return attempt.apply(looks > 0)
                .chain(isAwaited -> isAwaited
                        ? Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(LOOK_AGAIN)
                                .chain(() -> waitedFor(attempt, looks - 1))
                        : Uni.createFrom().voidItem());
    }
}
