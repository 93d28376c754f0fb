package org.centralino.testkit;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.centralino.local.StackException;

/// Where the servers of a test come from: `-Dcentralino.infra=auto|embedded|containers`.
enum Source {
    /// Processes of this machine, from Maven artifacts. They are there for Linux and macOS.
    EMBEDDED,
    /// The same versions from Docker images, by Testcontainers.
    CONTAINERS;

    static final String PROPERTY = "centralino.infra";
    private static final Set<String> SYSTEMS = Set.of("Linux", "Mac OS X");
    private static final Set<String> PROCESSORS = Set.of("amd64", "x86_64", "aarch64");

    /// @param wanted what was asked for; `auto` takes what this machine can run, and needs no Docker when it
    ///     may choose
    static Source chosen(String wanted, String system, String processor) {
        if (wanted.equals("auto")) {
            return SYSTEMS.contains(system) && PROCESSORS.contains(processor) ? EMBEDDED : CONTAINERS;
        }
        return named(wanted)
                .orElseThrow(() -> new StackException(
                        "-D%s=%s is unknown. It is auto, embedded or containers.".formatted(PROPERTY, wanted)));
    }

    private static Optional<Source> named(String wanted) {
        return Stream.of(values())
                .filter(source -> source.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
