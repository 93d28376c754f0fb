package org.centralino.images;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// `./centralino images`, after everything was built.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(List.of(words), Path.of(System.getProperty("centralino.root")), out);
        } catch (ImageException known) {
            System.err.println("centralino: " + known.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> words, Path root, PrintStream out) {
        var options = Options.of(words, root);
        var labels = Labels.of(root, System.getProperty("centralino.version"), options.source());
        var builtAt = Instant.parse(System.getProperty("centralino.built-at"));
        var builder = new Builder(options.base(), labels, builtAt, options.folder());
        for (var recipe : new Recipes(root, options.folder().resolve("sbom"), builtAt).all()) {
            var built = builder.build(recipe);
            out.printf("  %-46s %5d MiB   %s%n", built.reference(), mebibytes(built.archive()), built.digest());
        }
        out.printf(
                "%n  The archives are in %s; 'docker load --input FILE' takes one. What each ships stands in its folder sbom.%n",
                options.folder());
    }

    private static long mebibytes(Path archive) {
        return archive.toFile().length() / (1024 * 1024);
    }
}
