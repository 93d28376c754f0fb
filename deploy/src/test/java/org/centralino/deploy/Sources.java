package org.centralino.deploy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.tools.ToolProvider;

/// Reads sources as the compiler reads them, without what they need to be compiled.
final class Sources {
    private Sources() {}

    /// @param folder of one kind of sources, such as `src/main`
    static List<Path> in(Path folder) throws IOException {
        try (var files = Files.walk(folder.resolve("java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    static List<CompilationUnitTree> parse(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, _ -> {}, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            return units;
        }
    }

    static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
