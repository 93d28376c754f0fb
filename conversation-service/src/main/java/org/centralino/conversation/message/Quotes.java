package org.centralino.conversation.message;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.MessageContext;
import org.centralino.events.Quoted;
import org.centralino.kit.database.Transaction;
import org.jspecify.annotations.Nullable;

/// The messages that a batch may quote: those that were there, and those that it brings itself.
public final class Quotes {
    private final Map<Place, Quoted> known = new HashMap<>();

    /// What the platform calls a message, within one conversation: nothing of another is told.
    private record Place(UUID conversationId, String platformId) {}

    private Quotes() {}

    /// Of what was there before, nothing.
    private static Quotes none() {
        return new Quotes();
    }

    /// @param quotable rows of [MessageRow#QUOTABLE]
    private static Quotes of(RowSet<Row> quotable) {
        var quotes = none();
        quotable.forEach(row -> quotes.known.put(
                new Place(row.getUUID("conversation_id"), row.getString("platform_id")), MessageRow.quoted(row)));
        return quotes;
    }

    /// Most messages answer none, and then nobody is asked.
    ///
    /// @param contexts of the messages that may answer others
    /// @param numbers the business numbers that they came to
    /// @return what they answer, of what was there before
    public static Uni<Quotes> asked(
            Transaction transaction, Stream<@Nullable MessageContext> contexts, String[] numbers) {
        var answered = contexts.filter(Objects::nonNull)
                .map(MessageContext::answers)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return answered.length == 0
                ? Uni.createFrom().item(none())
                : transaction.ask(MessageRow.QUOTABLE, answered, numbers).map(Quotes::of);
    }

    /// @param event if it brings a message, those after it may quote that one
    public void add(ConversationEvent event) {
        if (event instanceof MessageReceived message) {
            known.put(
                    new Place(message.conversationId(), message.platformId()),
                    new Quoted(message.messageId(), null, null, message.content(), message.sender()));
        }
    }

    /// @return the message that one with this context answers; null when it answers none, or one that is not in this
    ///     conversation
    public @Nullable Quoted quoted(UUID conversationId, @Nullable MessageContext context) {
        return context == null || context.answers() == null
                ? null
                : known.get(new Place(conversationId, context.answers()));
    }
}
