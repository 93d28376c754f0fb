package org.centralino.notes.note;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/// Everything that is logged, at the finest level, as long as it is open.
final class Log extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("org.centralino"), Logger.getLogger("io.vertx"), Logger.getLogger("io.quarkus"));

    private final List<String> lines = new CopyOnWriteArrayList<>();

    Log() {
        setLevel(Level.ALL);
        ROOT.addHandler(this);
        TALKATIVE.forEach(logger -> logger.setLevel(Level.ALL));
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        var message = ExtLogRecord.wrap(line).getFormattedMessage();
        lines.add(line.getThrown() == null ? message : message + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        TALKATIVE.forEach(logger -> logger.setLevel(null));
    }
}
