package org.centralino.outbound.upload;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
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

    /// @param call sends a message whose file, if it has one, goes by the platform's id
    /// @return how the call ended, or why there was none
    public Uni<Answer> send(Message message, Function<Message, Uni<Answer>> call) {
        var attachment = message.attachmentId();
        if (attachment == null) {
            return call.apply(message);
        }
        return store.find(message.phoneNumberId(), attachment)
                .chain(end -> switch (end.orElse(null)) {
                    case End.Uploaded(var platformId) ->
                        call.apply(message.withFile(platformId))
                                .chain(answer -> heard(message, attachment, platformId, answer));
                    case End.Refused(var error) -> Uni.createFrom().item(new Answer.FileRefused(error));
                    case null -> Uni.createFrom().item(new Answer.NotSent("Its file is not with WhatsApp yet."));
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "It cannot be asked for the file of message %s: %s",
                            message.trace().messageId(), failure);
                    return new Answer.NotSent("The service lost its database.");
                });
    }

    private Uni<Answer> heard(Message message, String attachment, String platformId, Answer answer) {
        return answer instanceof Answer.Problem problem && problem.mayBeAboutTheFile()
                ? store.forget(message.phoneNumberId(), attachment, platformId)
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
