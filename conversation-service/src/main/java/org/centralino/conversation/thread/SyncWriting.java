package org.centralino.conversation.thread;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.message.MessageRow;
import org.centralino.conversation.message.domain.MessageId;
import org.centralino.conversation.thread.SyncStore.Found;
import org.centralino.conversation.thread.SyncStore.Name;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.conversation.thread.domain.ConversationCommand.RecordPast;
import org.centralino.conversation.thread.domain.PastStatus;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.MessageSynced;
import org.centralino.events.ConversationEvent.Recorded;
import org.centralino.events.MessageContext;
import org.centralino.events.MessageStatus;
import org.centralino.events.WhatsAppEvent;
import org.centralino.kit.database.Documents;
import org.centralino.kit.database.Statement;

/// What a batch of messages of the past comes to, given what the tables know.
final class SyncWriting {
    /// Of two of the same time, the one that stands behind the other in the batch stays behind it.
    static final Comparator<WhatsAppEvent.MessageSynced> OLDEST_FIRST =
            Comparator.comparing(WhatsAppEvent.MessageSynced::sentAt);

    private final Found found;
    private final Instant now;
    private final Map<Name, Row> known = new HashMap<>();
    private final Map<UUID, Conversation> conversations = new HashMap<>();
    private final Map<Place, UUID> places = new HashMap<>();
    private final List<Recorded> opened = new ArrayList<>();
    /// By conversation, the oldest first; their positions are not theirs yet.
    private final Map<UUID, List<RecordPast>> fresh = new HashMap<>();

    private final Map<UUID, Conversation> changed = new HashMap<>();
    private final List<Recorded> told = new ArrayList<>();
    private final List<Statement> messages = new ArrayList<>();

    SyncWriting(Found found, Instant now) {
        this.found = found;
        this.now = now;
        found.known()
                .forEach(row ->
                        known.put(new Name(row.getString("phone_number_id"), row.getString("platform_id")), row));
        found.locked().forEach(row -> {
            var conversation = ConversationRow.read(row);
            conversations.put(conversation.id(), conversation);
            places.put(Place.of(conversation.state()), conversation.id());
        });
    }

    /// Of a message that came twice, once without its file, the file counts.
    static WhatsAppEvent.MessageSynced withFile(WhatsAppEvent.MessageSynced one, WhatsAppEvent.MessageSynced other) {
        var whole = isWithoutFile(one.content()) ? other : one;
        return new WhatsAppEvent.MessageSynced(
                one.phoneNumberId(),
                one.platformId(),
                one.customer(),
                one.ours(),
                one.status() == null ? other.status() : one.status(),
                one.sentAt(),
                one.receivedAt(),
                whole.content(),
                one.context() == null ? other.context() : one.context(),
                whole.raw());
    }

    private static boolean isWithoutFile(Content content) {
        return content instanceof Content.Unsupported it && it.platformType().equals("media_placeholder");
    }

    void hear(WhatsAppEvent.MessageSynced message) {
        var stands = known.get(Name.of(message));
        if (stands == null) {
            hearFirst(message);
            return;
        }
        var conversation = conversations.get(stands.getUUID("conversation_id"));
        if (conversation != null && stands.getBoolean("lacks_file") && !isWithoutFile(message.content())) {
            fill(conversation, stands, message);
        }
    }

    private void hearFirst(WhatsAppEvent.MessageSynced message) {
        var contact =
                found.contacts().recognise(message.customer(), message.sentAt()).shown();
        var place = new Place(message.phoneNumberId(), contact.id());
        var id = places.computeIfAbsent(place, _ -> {
            var event = Conversation.openOfThePast(
                    UUID.randomUUID(), message.phoneNumberId(), contact, message.sentAt(), now);
            opened.add(event);
            conversations.put(event.conversationId(), Conversation.of(event));
            return event.conversationId();
        });
        conversations.computeIfPresent(id, (_, before) -> before.knownAs(contact));
        fresh.computeIfAbsent(id, _ -> new ArrayList<>())
                .add(new RecordPast(
                        MessageId.of(message.phoneNumberId(), message.platformId()),
                        0,
                        message.platformId(),
                        message.ours(),
                        PastStatus.of(message.ours(), message.status()),
                        message.sentAt(),
                        message.content(),
                        message.context(),
                        found.quotes().quoted(id, message.context()),
                        now));
    }

    private void fill(Conversation conversation, Row stands, WhatsAppEvent.MessageSynced message) {
        var context = message.context() != null
                ? message.context()
                : Documents.readIfAny(stands.getString("context"), MessageContext.class);
        var event = (MessageSynced) conversation
                .accept(new RecordPast(
                        stands.getUUID("id"),
                        stands.getLong("sequence"),
                        message.platformId(),
                        message.ours(),
                        MessageStatus.valueOf(stands.getString("status")),
                        stands.getOffsetDateTime("platform_at").toInstant(),
                        message.content(),
                        context,
                        found.quotes().quoted(conversation.id(), context),
                        now))
                .getFirst();
        messages.addAll(MessageRow.filled(event));
        happened(conversation, event);
    }

    private void happened(Conversation before, MessageSynced event) {
        var after = before.after(event);
        conversations.put(after.id(), after);
        changed.put(after.id(), after);
        told.add(event);
    }

    /// They get the positions right below the lowest one that there is: the newer the higher.
    private void place() {
        var lowest = new HashMap<UUID, Long>();
        found.lowest().forEach(row -> lowest.put(row.getUUID("id"), Math.min(0, row.getLong("sequence"))));
        fresh.forEach((id, past) -> {
            var position = lowest.getOrDefault(id, 0L) - past.size();
            for (var message : past) {
                var conversation = Objects.requireNonNull(conversations.get(id), "it was opened, or stood");
                happened(conversation, (MessageSynced)
                        conversation.accept(message.standing(position++)).getFirst());
            }
        });
        fresh.clear();
    }

    /// @return what writes the conversations and messages down
    List<Statement> statements() {
        place();
        var stood = messages.stream();
        var came = told.stream()
                .map(MessageSynced.class::cast)
                .filter(event ->
                        !known.containsKey(new Name(event.conversation().phoneNumberId(), event.platformId())))
                .toList();
        return Stream.of(ConversationRow.write(changed.values()).stream(), stood, MessageRow.synced(came).stream())
                .flatMap(statements -> statements)
                .toList();
    }

    /// @return what happened, those that [#statements] write down
    List<Recorded> events() {
        return Stream.concat(opened.stream(), told.stream()).toList();
    }
}
