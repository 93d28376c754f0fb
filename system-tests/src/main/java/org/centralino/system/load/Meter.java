package org.centralino.system.load;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.RunningStack;

/// What the processes use from the moment at which it is made.
final class Meter {
    private final Map<Part, ProcessHandle> processes = new EnumMap<>(Part.class);
    private final Map<ProcessHandle, Usage> before = new LinkedHashMap<>();

    /// What each used.
    ///
    /// @param parts the product's processes
    /// @param driver these benchmarks
    record Reading(Map<Part, Usage> parts, Usage driver) {
        /// @return what we wrote ourselves, together
        Usage ofOurServices() {
            return Part.SERVICES.stream().map(parts::get).reduce(Usage.NONE, Usage::plus);
        }

        /// @return everything that the product consists of
        Usage ofTheProduct() {
            return parts.values().stream().reduce(Usage.NONE, Usage::plus);
        }
    }

    Meter(RunningStack stack) {
        for (var part : Part.values()) {
            processes.put(part, stack.process(part));
        }
        processes.values().forEach(process -> before.put(process, Usage.of(process)));
        before.put(ProcessHandle.current(), Usage.of(ProcessHandle.current()));
    }

    /// @return what each has used in its life
    static Reading sinceTheirStart(RunningStack stack) {
        var parts = new EnumMap<Part, Usage>(Part.class);
        for (var part : Part.values()) {
            parts.put(part, Usage.of(stack.process(part)));
        }
        return new Reading(parts, Usage.of(ProcessHandle.current()));
    }

    Reading read() {
        var parts = new EnumMap<Part, Usage>(Part.class);
        processes.forEach((part, process) -> parts.put(part, used(process)));
        return new Reading(parts, used(ProcessHandle.current()));
    }

    private Usage used(ProcessHandle process) {
        return Usage.of(process).since(before.get(process));
    }
}
