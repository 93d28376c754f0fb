package org.centralino.system.load;

/// How long the product takes to start, when its data and its start caches are there.
final class StartTimes {
    private final Trial trial;

    StartTimes(Trial trial) {
        this.trial = trial;
    }

    void run() {
        trial.stack().awaitStartCaches();
        var said = trial.stack().restarted();
        var used = Meter.sinceTheirStart(trial.stack()).ofTheProduct();
        var ready = said.lines()
                .filter(line -> line.contains("Ready in"))
                .map(String::strip)
                .findFirst()
                .orElse("not said");
        trial.report()
                .row(
                        "everything starts, second time",
                        "%s Until then %.1f CPU s, of which %.1f compiling"
                                .formatted(ready, used.cpuSeconds(), used.compiling()),
                        "≤ 25 s, ≤ 3 GiB",
                        "");
        said.lines()
                .filter(line -> line.contains("✓") && line.contains(" s "))
                .map(line -> line.replace("✓", "").strip().split("\\s{2,}"))
                .filter(parts -> parts.length > 1)
                .forEach(parts -> trial.report().row("start, " + parts[0], parts[1], "", ""));
    }
}
