package org.centralino.outbound.upload;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.outbound.dispatch.domain.Answer;
import org.centralino.outbound.dispatch.domain.Message;
import org.centralino.outbound.upload.UploadStore.End;
import org.jboss.logging.Logger;

/// The files that messages name: they go to the platform first, and the message names the platform's id.
@Singleton
public class SentFiles {
    private static final Logger LOG = Logger.getLogger(SentFiles.class);

    private final UploadStore store;
    private final UploadWorkers workers;

    SentFiles(UploadStore store, UploadWorkers workers) {
        this.store = store;
        this.workers = workers;
    }

    /// @return when it is written down which files are to go
    public Uni<Void> record(List<ReplyQueued> replies) {
        return store.record(replies)
                .invoke(some -> {
                    if (some) {
                        workers.wake();
                    }
                })
                .replaceWithVoid();
    }

    /// @param call sends a message whose files, if it has any, go by the platform's ids
    /// @return how the call ended, or why there was none
    public Uni<Answer> send(Message message, Function<Message, Uni<Answer>> call) {
        var attachments = message.attachmentIds();
        if (attachments.isEmpty()) {
            return call.apply(message);
        }
        return store.find(message.phoneNumberId(), attachments)
                .chain(ends -> send(message, attachments, ends, call))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "It cannot be asked for the files of message %s: %s",
                            message.trace().messageId(), failure);
                    return new Answer.NotSent("The service lost its database.");
                });
    }

    private Uni<Answer> send(
            Message message, List<String> attachments, Map<String, End> ends, Function<Message, Uni<Answer>> call) {
        var platformIds = new HashMap<String, String>();
        for (var attachment : attachments) {
            switch (ends.get(attachment)) {
                case End.Uploaded(var platformId) -> platformIds.put(attachment, platformId);
                case End.Refused(var error) -> {
                    return Uni.createFrom().item(new Answer.FileRefused(error));
                }
                case null -> {
                    return Uni.createFrom().item(new Answer.NotSent("Its file is not with WhatsApp yet."));
                }
            }
        }
        return call.apply(message.withFiles(platformIds)).chain(answer -> heard(message, platformIds, answer));
    }

    /// Which of several files it is about the platform does not say.
    private Uni<Answer> heard(Message message, Map<String, String> platformIds, Answer answer) {
        return answer instanceof Answer.Problem problem && problem.mayBeAboutTheFile()
                ? store.forget(message.phoneNumberId(), platformIds)
                        .onFailure()
                        .recoverWithItem(false)
                        .map(goesAnew -> {
                            if (goesAnew) {
                                workers.wake();
                            }
                            return goesAnew ? new Answer.FileForgotten(problem.error()) : answer;
                        })
                : Uni.createFrom().item(answer);
    }
}
