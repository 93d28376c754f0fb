package org.centralino.simulator.scenario.domain;

/// What is wrong with a scenario's file, and where.
public final class ScenarioFault extends RuntimeException {
    private final int line;

    /// @param line in the file, from 1
    /// @param what is wrong, and what to write instead
    public ScenarioFault(int line, String what) {
        super("Line %d: %s.".formatted(line, what), null, false, false);
        this.line = line;
    }

    /// @return where
    public int line() {
        return line;
    }

    /// @return what is wrong, where, and what to do
    public String words() {
        return String.valueOf(getMessage());
    }
}
