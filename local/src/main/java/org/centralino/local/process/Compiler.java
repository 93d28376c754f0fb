package org.centralino.local.process;

import java.util.List;

/// How the many JVMs of one small machine compile.
public final class Compiler {
    /// The optimising compiler waits until a method is called often, four times as often as by default, and
    /// does not replay what an earlier run was optimised for: while everything starts at once it would take a
    /// third of the machine.
    public static final List<String> UNHURRIED = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining",
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=4000",
            "-XX:Tier4CompileThreshold=40000",
            "-XX:Tier4BackEdgeThreshold=200000");

    private Compiler() {}
}
