package org.centralino.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.centralino.local.StackException;

/// Programs of this machine.
public final class Programs {
    private Programs() {}

    public static boolean has(String program) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// @return the java that runs this program
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// @return the same command, in a session of its own: its process id is that of its group, and stays
    public static List<String> inOwnSession(List<String> command) {
        var own = new ArrayList<String>();
        if (has("setsid")) {
            own.add("setsid");
        } else if (has("perl")) {
            own.addAll(List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die"));
        }
        own.addAll(command);
        return own;
    }

    /// Asks a process that began [#inOwnSession] to end, and all that it began; itself once more, for one that has
    /// no session yet.
    public static void endSession(Process leader) {
        succeeds(List.of("kill", "-TERM", "--", "-" + leader.pid()));
        leader.destroy();
    }

    /// @return whether the program is there, runs and ends well; what it prints is thrown away
    public static boolean succeeds(List<String> command) {
        return succeeds(command, ProcessBuilder.Redirect.DISCARD);
    }

    /// @return whether the program is there, runs and ends well
    public static boolean succeeds(List<String> command, ProcessBuilder.Redirect output) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", stopped);
        }
    }

    /// Runs a program to its end.
    ///
    /// @param output where what it prints goes
    /// @throws StackException when it fails, naming the file to look into
    public static void run(String what, List<String> command, Path output) {
        try {
            var code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new StackException("%s failed with code %d; see %s".formatted(what, code, output));
            }
        } catch (IOException failure) {
            throw new StackException("%s could not be run: %s".formatted(what, failure.getMessage()), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException(what + " was interrupted", stopped);
        }
    }
}
