package org.centralino.local.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says what happens while it happens. On a terminal the last line counts the seconds of what is under way;
/// elsewhere each thing is said once.
public final class Progress implements AutoCloseable {
    private static final Duration REDRAW = Duration.ofMillis(500);
    private static final String CLEAR = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean live;
    private final Map<String, Long> underWay = new LinkedHashMap<>();
    private @Nullable Thread painter;
    private volatile boolean ending;

    public Progress(PrintStream out) {
        this(out, isTerminal());
    }

    public Progress(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /// Does a step and says how long it took.
    ///
    /// @param what the step's name
    /// @param note said behind it, when it is done
    public void step(String what, String note, Runnable work) {
        var began = System.nanoTime();
        begin(what, began);
        try {
            work.run();
            finish(what);
            say("  ✓ %-20s %6.1f s   %s"
                    .formatted(what, (System.nanoTime() - began) / 1e9, note)
                    .stripTrailing());
        } catch (RuntimeException failure) {
            finish(what);
            if (ending) {
                throw failure;
            }
            say("  ✗ %-20s %6.1f s".formatted(what, (System.nanoTime() - began) / 1e9));
            throw failure;
        }
    }

    public synchronized void say(String line) {
        out.println(live && !underWay.isEmpty() ? CLEAR + line : line);
        paint();
    }

    /// From now on what fails fails because everything ends, and is not worth a word.
    public synchronized void end() {
        ending = true;
        underWay.clear();
        if (live) {
            out.println(CLEAR);
        }
    }

    @Override
    public synchronized void close() {
        underWay.clear();
        if (painter != null) {
            painter.interrupt();
            painter = null;
            out.print(CLEAR);
            out.flush();
        }
    }

    private synchronized void begin(String what, long now) {
        underWay.put(what, now);
        if (live && painter == null) {
            painter = Thread.ofVirtual().start(this::repaint);
        }
    }

    private synchronized void finish(String what) {
        underWay.remove(what);
        if (live) {
            out.print(CLEAR);
        }
    }

    private void repaint() {
        try {
            while (true) {
                paint();
                Thread.sleep(REDRAW);
            }
        } catch (InterruptedException closed) {
            // Nothing is left to be shown.
        }
    }

    private synchronized void paint() {
        if (!live || underWay.isEmpty()) {
            return;
        }
        var now = System.nanoTime();
        var line = underWay.entrySet().stream()
                .map(step -> "%s %d s".formatted(step.getKey(), (now - step.getValue()) / 1_000_000_000L))
                .collect(Collectors.joining(", ", "  … ", ""));
        out.print(CLEAR + (line.length() > 78 ? line.substring(0, 77) + "…" : line));
        out.flush();
    }

    /// Some JDKs of ours have a console only where there is a terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }
}
