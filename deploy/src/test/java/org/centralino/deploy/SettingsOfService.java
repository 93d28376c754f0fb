package org.centralino.deploy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a service reads from its environment, by its sources: the interfaces of its settings, the properties that are
/// injected, and the placeholders of its files of properties.
final class SettingsOfService {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NEEDED_IN_CODE = Pattern.compile("Needed\\.\\w+\\([^;]*?\"(CENTRALINO_[A-Z0-9_]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("CENTRALINO_[A-Z0-9_]+");
    /// Where something stands on a developer's machine is no default for a cluster.
    private static final Pattern HERE = Pattern.compile("localhost|127\\.0\\.0\\.1");

    private final Map<String, Boolean> settings = new TreeMap<>();
    private final Properties properties = new Properties();

    private SettingsOfService(String service) throws IOException {
        var folder = ROOT.resolve(service + "-service/src/main");
        var kit = ROOT.resolve("service-kit/src/main");
        var own = Sources.properties(folder.resolve("resources/application.properties"));
        var ofTheKit = Sources.properties(kit.resolve("resources/META-INF/microprofile-config.properties"));
        if (own.getProperty("quarkus.arc.exclude-types", "").contains("org.centralino.kit.database")) {
            ofTheKit.keySet().removeIf(key -> key.toString().startsWith("quarkus.datasource"));
        }
        ofTheKit.forEach((key, value) -> properties.setProperty(key.toString(), value.toString()));
        own.forEach((key, value) -> properties.setProperty(key.toString(), value.toString()));
        var sources = Stream.concat(Sources.in(folder).stream(), Sources.in(kit).stream())
                .toList();
        new Declarations().scan(Sources.parse(sources), null);
        var set = properties.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("%"))
                .toList();
        // What a file of properties sets is not missing; whether that is of use, its placeholders say.
        set.forEach(name -> settings.put(Setting.variableOf(name), false));
        set.forEach(name -> readPlaceholders(properties.getProperty(name)));
        for (var source : sources) {
            NEEDED_IN_CODE.matcher(Files.readString(source)).results().forEach(found -> add(found.group(1), true));
        }
    }

    static SettingsOfService of(String service) {
        try {
            return new SettingsOfService(service);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Setting> all() {
        return settings.entrySet().stream()
                .map(setting -> new Setting(setting.getKey(), setting.getValue()))
                .toList();
    }

    /// @return the default of a property, when it is a placeholder with one
    Optional<String> defaultOf(String property) {
        return Optional.ofNullable(properties.getProperty(property))
                .map(value -> value.replaceFirst("^\\$\\{[A-Z0-9_]+:(.*)}$", "$1"));
    }

    private void add(String variable, boolean needed) {
        settings.merge(variable, needed, Boolean::logicalOr);
    }

    /// Reads `${NAME:default}` wherever it stands in the text, also in the default of another.
    private void readPlaceholders(String text) {
        var start = text.indexOf("${");
        if (start < 0) {
            return;
        }
        var end = endOfPlaceholder(text, start);
        var inner = text.substring(start + 2, end);
        var colon = inner.indexOf(':');
        var name = colon < 0 ? inner : inner.substring(0, colon);
        var byDefault = colon < 0 ? "" : inner.substring(colon + 1);
        if (VARIABLE.matcher(name).matches()) {
            add(name, byDefault.isEmpty() || HERE.matcher(byDefault).find());
        }
        readPlaceholders(byDefault);
        readPlaceholders(text.substring(end + 1));
    }

    private static int endOfPlaceholder(String text, int start) {
        var depth = 0;
        for (var at = start; at < text.length(); at++) {
            if (text.startsWith("${", at)) {
                depth++;
            } else if (text.charAt(at) == '}' && --depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("A placeholder does not end: " + text);
    }

    private final class Declarations extends TreeScanner<Void, Void> {
        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            textOf(type.getModifiers().getAnnotations(), "ConfigMapping", "prefix")
                    .ifPresent(prefix -> readMapping(type, prefix));
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            textOf(List.of(annotation), "ConfigProperty", "name")
                    .ifPresent(name -> add(Setting.variableOf(name), false));
            return super.visitAnnotation(annotation, nothing);
        }

        private void readMapping(ClassTree type, String prefix) {
            var groups = type.getMembers().stream()
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .collect(Collectors.toMap(group -> group.getSimpleName().toString(), group -> group));
            for (var member : type.getMembers()) {
                if (member instanceof MethodTree method) {
                    readMethod(method, groups, prefix);
                }
            }
        }

        private void readMethod(MethodTree method, Map<String, ClassTree> groups, String prefix) {
            var annotations = method.getModifiers().getAnnotations();
            var property = prefix + "." + kebab(method.getName().toString());
            var type = method.getReturnType().toString();
            var group = groups.get(type.replaceAll("^List<(.*)>$", "$1"));
            if (group != null) {
                readMapping(group, type.startsWith("List<") ? property + "[0]" : property);
                return;
            }
            var isOptional = type.startsWith("Optional") || type.startsWith("List<") || type.startsWith("Map<");
            add(
                    Setting.variableOf(property),
                    !isOptional && !isThere(annotations, "WithDefault") && !property.contains("[0]"));
        }

        private static boolean isThere(List<? extends AnnotationTree> annotations, String name) {
            return annotations.stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals(name));
        }

        private static Optional<String> textOf(
                List<? extends AnnotationTree> annotations, String name, String argument) {
            return annotations.stream()
                    .filter(annotation ->
                            annotation.getAnnotationType().toString().equals(name))
                    .flatMap(annotation -> annotation.getArguments().stream())
                    .filter(AssignmentTree.class::isInstance)
                    .map(AssignmentTree.class::cast)
                    .filter(assignment -> assignment.getVariable().toString().equals(argument))
                    .map(AssignmentTree::getExpression)
                    .filter(LiteralTree.class::isInstance)
                    .map(value -> String.valueOf(((LiteralTree) value).getValue()))
                    .findFirst();
        }

        private static String kebab(String name) {
            return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        }
    }
}
