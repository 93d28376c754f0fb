package org.centralino.conversation.message;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.events.Content;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageEchoed;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageSynced;
import org.centralino.kit.database.Database;
import org.centralino.kit.database.Rows;
import org.centralino.kit.database.Statement;
import org.centralino.kit.operator.Visibility;
import org.centralino.kit.problem.Problem;

/// What the platform sent of messages that cannot be shown.
@ApplicationScoped
public class RawMessages {
    /// Nobody reads more, and no kind that is new is larger.
    private static final int LONGEST = 8 * 1024;

    private static final String KEEP = """
            update message m set raw = r.raw
            from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as r (id uuid, raw text)
            where m.id = r.id and m.raw is null and m.content ->> 'type' = 'unsupported'""";

    // The operator is named once more so that $1 is there for whoever sees everything.
    private static final String FIND = """
            select m.raw from message m join conversation c on c.id = m.conversation_id
            where $1::uuid is not null and c.id = $2 and m.id = $3 and m.raw is not null and %s""";

    private final Database database;

    RawMessages(Database database) {
        this.database = database;
    }

    private record RawRow(UUID id, String raw) {
        static Stream<RawRow> of(WhatsAppEvent message) {
            return switch (message) {
                case MessageReceived it -> of(it.phoneNumberId(), it.platformId(), it.content(), it.raw());
                case MessageEchoed it -> of(it.phoneNumberId(), it.platformId(), it.content(), it.raw());
                case MessageSynced it -> of(it.phoneNumberId(), it.platformId(), it.content(), it.raw());
                default -> Stream.empty();
            };
        }

        private static Stream<RawRow> of(String phoneNumberId, String platformId, Content content, String raw) {
            return content instanceof Content.Unsupported && raw.length() <= LONGEST
                    ? Stream.of(new RawRow(MessageId.of(phoneNumberId, platformId), raw))
                    : Stream.empty();
        }
    }

    /// @param messages some of which may be known already
    /// @return what keeps the JSON of those that cannot be shown; nothing when there are none
    public static List<Statement> kept(Collection<? extends WhatsAppEvent> messages) {
        var rows = messages.stream().flatMap(RawRow::of).toList();
        return rows.isEmpty() ? List.of() : List.of(Statement.of(KEEP, Rows.asJson(rows)));
    }

    /// @return the platform's JSON; fails when none is kept and when the operator may not see the conversation
    Uni<String> find(UUID conversation, UUID message, Visibility visibility) {
        return database.ask(
                        FIND.formatted(visibility.condition("c", "$1")), visibility.operator(), conversation, message)
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("What WhatsApp sent of this message")
                                .asException();
                    }
                    return rows.iterator().next().getString("raw");
                });
    }
}
