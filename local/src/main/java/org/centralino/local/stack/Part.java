package org.centralino.local.stack;

import org.centralino.local.port.Port;
import org.centralino.local.process.ChildProcess;

/// A process of the stack and how it is started and stopped.
///
/// @param title what people call it
/// @param port where it is reached
/// @param start starts it and returns when it is ready
/// @param stop ends it in its own way
record Part(String title, Port port, Port secondPort, ChildProcess process, Runnable start, Runnable stop) {

    boolean isRunning() {
        return process.find().isPresent();
    }
}
