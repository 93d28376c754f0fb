package org.centralino.local.stack;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.centralino.local.port.Port;
import org.centralino.local.process.ChildProcess;

/// A process of the stack and how it is started and stopped.
///
/// @param title what people call it
/// @param port where it is reached
/// @param otherPorts where it listens besides, say for questions after its health
/// @param start starts it and returns when it is ready
/// @param stop ends it in its own way
/// @param ready whether it does its work at this moment
record Part(
        String title,
        Port port,
        List<Port> otherPorts,
        ChildProcess process,
        Runnable start,
        Runnable stop,
        BooleanSupplier ready) {

    boolean isRunning() {
        return process.find().isPresent();
    }

    Stream<Port> ports() {
        return Stream.concat(Stream.of(port), otherPorts.stream());
    }
}
