package org.centralino.local.stack;

import java.util.List;
import java.util.Map;
import org.centralino.local.process.ChildProcess;
import org.centralino.local.process.Programs;
import org.centralino.local.process.StartCache;
import org.centralino.local.state.StateFolder;

/// Makes the start caches that are missing, one after the other, in a process of its own at the lowest
/// priority, while the stack is used. Stopping the stack stops it too; the next `up` goes on with it.
final class StartCaches {
    static final String COMMAND = "write-start-caches";

    private final StateFolder state;
    private final List<StartCache> caches;
    private final ChildProcess process;

    StartCaches(StateFolder state, List<StartCache> caches) {
        this.state = state;
        this.caches = caches;
        this.process = new ChildProcess("start-caches", state);
    }

    /// @return whether they are being made now
    boolean begin() {
        if (caches.stream().noneMatch(StartCache::isMissing)) {
            return false;
        }
        if (!isUnderWay()) {
            process.start(
                    List.of(
                            Programs.java(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx32m",
                            "-Dcentralino.root=" + state.root(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.centralino.local.Main",
                            COMMAND),
                    Map.of());
        }
        return true;
    }

    boolean isUnderWay() {
        return process.find().isPresent();
    }

    void stop() {
        process.find().ifPresent(handle -> handle.descendants().forEach(ProcessHandle::destroyForcibly));
        process.stop("TERM");
    }

    /// What that process does.
    void write() {
        caches.forEach(StartCache::write);
    }
}
