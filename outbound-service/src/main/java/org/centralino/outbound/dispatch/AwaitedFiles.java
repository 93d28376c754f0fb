package org.centralino.outbound.dispatch;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.centralino.outbound.upload.FileSettled;

/// Lets messages go on that waited for their file.
@Singleton
class AwaitedFiles {
    private final Dispatcher dispatcher;

    AwaitedFiles(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    void on(@Observes FileSettled file) {
        dispatcher.wake();
    }
}
