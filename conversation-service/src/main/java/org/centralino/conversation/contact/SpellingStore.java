package org.centralino.conversation.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centralino.conversation.contact.domain.PhoneSpelling;
import org.centralino.events.OutboundEvent.MessageAccepted;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;

/// WhatsApp spells a number otherwise than whoever typed it: when the customer answers, he is found by both.
@ApplicationScoped
public class SpellingStore {
    /// Whoever is known by it stays so.
    private static final String LEARN = """
            insert into contact_identity (kind, value, contact_id, first_seen, last_seen)
            select distinct on (told.value) 'wa_id', told.value, c.contact_id, told.at, told.at
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb))
              as told (conversation_id uuid, value text, at timestamptz)
            join conversation c on c.id = told.conversation_id
            order by told.value, told.at
            on conflict (kind, value) do nothing""";

    private final Database database;

    SpellingStore(Database database) {
        this.database = database;
    }

    private record SpellingRow(UUID conversationId, String value, Instant at) {}

    /// Nearly always there is nothing to learn.
    public Uni<Void> learn(List<MessageAccepted> accepted) {
        var spellings = accepted.stream()
                .flatMap(it -> Optional.ofNullable(it.waId())
                        .map(waId -> new SpellingRow(it.conversationId(), PhoneSpelling.canonical(waId), it.at()))
                        .stream())
                .toList();
        return spellings.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.write(List.of(Statement.of(LEARN, Rows.asJson(spellings))));
    }
}
