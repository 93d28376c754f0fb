package org.centralino.outbound.media;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationEvent.MessageEchoed;
import org.centralino.events.ConversationEvent.MessageEdited;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageRevoked;
import org.centralino.events.ConversationEvent.MessageSynced;
import org.centralino.kit.media.domain.FileKind;
import org.centralino.outbound.media.FetchStore.Wanted;
import org.jspecify.annotations.Nullable;

/// Finds, in what happens in conversations, the files that are to be fetched, and those that are to go.
@Singleton
public class ConversationFiles {
    private final FetchStore store;
    private final FetchWorkers workers;
    private final StoredFiles stored;
    private final FileDeletion deletion;

    ConversationFiles(FetchStore store, FetchWorkers workers, StoredFiles stored, FileDeletion deletion) {
        this.store = store;
        this.workers = workers;
        this.stored = stored;
        this.deletion = deletion;
    }

    /// @return when it is written down what is to be fetched
    public Uni<Void> record(List<? extends ConversationEvent> events) {
        var files = events.stream().flatMap(event -> wanted(event).stream()).toList();
        return files.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.record(files).invoke(workers::wake);
    }

    /// @return when it is written down that the files of these messages are to go
    public Uni<Void> forget(List<MessageRevoked> revoked) {
        return revoked.isEmpty()
                ? Uni.createFrom().voidItem()
                : stored.unwanted(revoked).invoke(deletion::wake);
    }

    private static Optional<Wanted> wanted(ConversationEvent event) {
        return switch (event) {
            case MessageReceived it ->
                wanted(it.conversationId(), it.conversation().access(), it.messageId(), it.content(), it.platformAt());
            case MessageEchoed it ->
                wanted(it.conversationId(), it.conversation().access(), it.messageId(), it.content(), it.platformAt());
            case MessageSynced it ->
                wanted(it.conversationId(), it.conversation().access(), it.messageId(), it.content(), it.platformAt());
            case MessageEdited it ->
                wanted(it.conversationId(), it.conversation().access(), it.messageId(), it.content(), it.editedAt());
            case ConversationEvent.Recorded _, ConversationEvent.Unrecognised _ -> Optional.empty();
        };
    }

    private static Optional<Wanted> wanted(
            UUID conversation, Access access, UUID message, Content content, Instant sentAt) {
        return content instanceof Content.WithFile file
                ? Optional.of(new Wanted(
                        message, conversation, access, FileKind.of(file), file.attachment(), nameOf(file), sentAt))
                : Optional.empty();
    }

    private static @Nullable String nameOf(Content.WithFile file) {
        return file instanceof Content.Document document ? document.name() : null;
    }
}
