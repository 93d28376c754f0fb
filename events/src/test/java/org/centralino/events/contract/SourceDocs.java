package org.centralino.events.contract;

import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.centralino.events.Topics;

/// The Javadoc of the sources, by which the contract explains itself.
final class SourceDocs {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LINK = Pattern.compile("\\{@link ([^}]*)}");
    /// The compiler's trees write what is not ASCII in this way.
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    /// By `Type`, `Type#field` and `Type#constant`, with the names of nested types as `Outer.Inner`.
    private final Map<String, String> texts = new HashMap<>();

    private SourceDocs() {}

    static SourceDocs read() {
        var docs = new SourceDocs();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                var sources = Files.walk(SOURCES)) {
            var units = files.getJavaFileObjectsFromPaths(
                    sources.filter(file -> file.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            var comments = DocTrees.instance(task);
            for (var unit : task.parse()) {
                docs.new Reader(comments).read(unit);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return docs;
    }

    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(texts.get(nameOf(type)));
    }

    /// @return what is said about a constant, or a field of a record: at the record itself, else at the
    ///     method of an interface that it implements
    Optional<String> of(Class<?> type, String member) {
        var here = Optional.ofNullable(texts.get(nameOf(type) + "#" + member));
        return here.or(() -> Stream.of(type.getInterfaces())
                .flatMap(parent -> of(parent, member).stream())
                .findFirst());
    }

    private static String nameOf(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static String replaced(Pattern what, String text, Function<String, String> with) {
        return what.matcher(text).replaceAll(found -> Matcher.quoteReplacement(with.apply(found.group(1))));
    }

    /// A topic is called by its address, a type by its name.
    private static String targetOf(String link) {
        var target = link.substring(link.indexOf('#') + 1);
        return link.startsWith("Topics#") ? "`%s`".formatted(addressOf(target)) : target;
    }

    private static Object addressOf(String constant) {
        try {
            return Topics.class.getField(constant).get(null);
        } catch (ReflectiveOperationException dead) {
            throw new IllegalStateException("A dead link to Topics#" + constant, dead);
        }
    }

    private static String characterOf(String hex) {
        return Character.toString(Integer.parseInt(hex, 16));
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees comments;
        private final Deque<String> types = new ArrayDeque<>();

        Reader(DocTrees comments) {
            this.comments = comments;
        }

        void read(CompilationUnitTree unit) {
            scan(unit, null);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            types.addLast(type.getSimpleName().toString());
            var name = String.join(".", types);
            note(name);
            var comment = comments.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                comment.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .forEach(param -> texts.put(name + "#" + param.getName(), text(param.getDescription())));
            }
            super.visitClass(type, null);
            types.removeLast();
            return null;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (getCurrentPath().getParentPath().getLeaf().getKind() != Tree.Kind.METHOD) {
                note(String.join(".", types) + "#" + variable.getName());
            }
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            note(String.join(".", types) + "#" + method.getName());
            return null;
        }

        private void note(String name) {
            var comment = comments.getDocCommentTree(getCurrentPath());
            if (comment != null && !comment.getFullBody().isEmpty()) {
                texts.put(name, text(comment.getFullBody()));
            }
        }

        /// In one line, without the marks of links, and without what only the people of this repository can
        /// look up.
        private static String text(List<?> parts) {
            var text = parts.stream()
                    .map(Object::toString)
                    .collect(Collectors.joining())
                    .replaceAll("\\s+", " ")
                    .replaceAll("[:,]? see \\{@link [^}]*}| \\(fact sheet[^)]*\\)", "")
                    .strip();
            return replaced(ESCAPE, replaced(LINK, text, SourceDocs::targetOf), SourceDocs::characterOf);
        }
    }
}
