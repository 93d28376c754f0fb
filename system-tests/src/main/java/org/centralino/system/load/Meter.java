package org.centralino.system.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.RunningStack;

/// What the processes use from the moment at which it is made.
final class Meter {
    private final Map<Part, Metered> parts = new EnumMap<>(Part.class);
    private final Metered driver = Metered.now(ProcessHandle.current());

    private record Metered(ProcessHandle process, Usage before) {
        static Metered now(ProcessHandle process) {
            return new Metered(process, Usage.of(process));
        }

        Usage used() {
            return Usage.of(process).since(before);
        }
    }

    /// What each used.
    ///
    /// @param parts the product's processes
    /// @param driver these benchmarks
    record Reading(Map<Part, Usage> parts, Usage driver) {
        /// @return what we wrote ourselves, together
        Usage ofOurServices() {
            return Part.SERVICES.stream().map(this::of).reduce(Usage.NONE, Usage::plus);
        }

        Usage of(Part part) {
            return Objects.requireNonNull(parts.get(part), "every part is metered");
        }

        /// @return everything that the product consists of
        Usage ofTheProduct() {
            return parts.values().stream().reduce(Usage.NONE, Usage::plus);
        }
    }

    Meter(RunningStack stack) {
        for (var part : Part.values()) {
            parts.put(part, Metered.now(stack.process(part)));
        }
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
        var used = new EnumMap<Part, Usage>(Part.class);
        parts.forEach((part, metered) -> used.put(part, metered.used()));
        return new Reading(used, driver.used());
    }
}
