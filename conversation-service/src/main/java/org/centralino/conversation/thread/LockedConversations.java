package org.centralino.conversation.thread;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.centralino.conversation.history.History;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.kit.database.Statement;
import org.centralino.kit.outbox.Outbox;

/// Conversations under their lock, and what is told in them: one fact behind the other, each of the
/// conversation as the one before left it.
public final class LockedConversations {
    private static final Outbox<Recorded> OUTBOX = new Outbox<>(Topics.CONVERSATION, WireFormat.CONVERSATION);

    private final Map<UUID, Conversation> all = new LinkedHashMap<>();
    private final Map<UUID, Conversation> changed = new LinkedHashMap<>();
    private final List<Recorded> told = new ArrayList<>();

    /// @param locked with the columns of [ConversationRow#COLUMNS]
    public LockedConversations(Iterable<Row> locked) {
        for (var row : locked) {
            var conversation = ConversationRow.read(row);
            all.put(conversation.id(), conversation);
        }
    }

    /// @return the contacts as whom customers write in them
    public UUID[] contacts() {
        return all.values().stream()
                .map(conversation -> conversation.state().contact().id())
                .distinct()
                .toArray(UUID[]::new);
    }

    /// Tells something in each of them in which there is something to tell.
    public void tell(Function<Conversation, Optional<? extends Recorded>> fact) {
        for (var entry : all.entrySet()) {
            fact.apply(entry.getValue()).ifPresent(event -> {
                told.add(event);
                entry.setValue(entry.getValue().after(event));
                changed.put(entry.getKey(), entry.getValue());
            });
        }
    }

    /// @return what writes the conversations that changed, their history, and what is to be told
    public List<Statement> statements() {
        return Stream.of(ConversationRow.write(changed.values()), History.ofConversations(told), OUTBOX.append(told))
                .flatMap(List::stream)
                .toList();
    }
}
