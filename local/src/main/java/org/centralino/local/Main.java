package org.centralino.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.centralino.local.stack.Commands;

/// Where `./centralino` hands over.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var root = Path.of(System.getProperty("centralino.root", "."))
                .toAbsolutePath()
                .normalize();
        try {
            System.exit(new Commands(root, out).run(List.of(words)));
        } catch (StackException known) {
            System.err.println("centralino: " + known.getMessage());
            System.exit(1);
        }
    }
}
