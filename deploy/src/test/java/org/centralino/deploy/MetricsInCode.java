package org.centralino.deploy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Every metric that the services make, by their sources.
final class MetricsInCode {
    private static final Path ROOT = Path.of("..");

    /// The module, and who has what it makes. The kit's are all bound to a database or a consumer, and the gateway has
    /// neither.
    private static final Map<String, String> MODULES = Map.of(
            "gateway-service", "gateway",
            "conversation-service", "conversation",
            "assignment-service", "assignment",
            "notes-service", "notes",
            "outbound-service", "outbound",
            "service-kit", "all but the gateway");

    private static final List<String> KINDS = List.of("counter", "gauge", "timer");
    private static final Map<String, String> ENDINGS = Map.of("counter", "_total", "timer", "_seconds");

    private final SortedMap<String, Metric> metrics = new TreeMap<>();

    private MetricsInCode() {}

    static Collection<Metric> all() {
        try {
            var found = new MetricsInCode();
            for (var module : MODULES.entrySet()) {
                var sources = Sources.in(ROOT.resolve(module.getKey()).resolve("src/main"));
                for (var unit : Sources.parse(sources)) {
                    found.read(unit, module.getValue());
                }
            }
            return found.metrics.values();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(CompilationUnitTree unit, String services) {
        var measures = unit.getImports().stream()
                .anyMatch(
                        imported -> imported.getQualifiedIdentifier().toString().startsWith("io.micrometer"));
        if (measures) {
            var names = new Names();
            names.scan(unit, null);
            new Calls(names, services).scan(unit, null);
        }
    }

    private void add(String made, String type, SortedSet<String> labels, String services) {
        var name = made.replace('.', '_') + ENDINGS.getOrDefault(type, "");
        metrics.merge(
                name,
                new Metric(name, type.equals("timer") ? "summary" : type, labels, services),
                MetricsInCode::together);
    }

    private static Metric together(Metric one, Metric other) {
        if (!one.equals(other)) {
            throw new IllegalStateException("%s is made in two ways: %s and %s".formatted(one.name(), one, other));
        }
        return one;
    }

    /// What a file calls its texts and its registry.
    private static final class Names extends TreeScanner<Void, Void> {
        private final Map<String, String> constants = new HashMap<>();
        private final Set<String> registries = new HashSet<>();

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            var name = variable.getName().toString();
            if (variable.getInitializer() instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                constants.put(name, text);
            }
            if (variable.getType() != null && variable.getType().toString().equals("MeterRegistry")) {
                registries.add(name);
                registries.add("this." + name);
            }
            return super.visitVariable(variable, nothing);
        }
    }

    /// `registry.counter(name, label, value, …)`, `registry.gauge(name, Tags.of(label, value), …)`, and builders.
    private final class Calls extends TreeScanner<Void, Void> {
        private final Names names;
        private final String services;

        private Calls(Names names, String services) {
            this.names = names;
            this.services = services;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree method) {
                var receiver = method.getExpression().toString();
                var name = method.getIdentifier().toString();
                if (KINDS.contains(name) && names.registries.contains(receiver)) {
                    add(nameIn(call), name, labelsIn(call), services);
                } else if (name.equals("register") && receiver.startsWith("Timer.builder(")) {
                    addTimer(call, receiver);
                } else if (name.equals("builder")
                        && receiver.matches("Counter|Gauge|DistributionSummary|Function\\w+")) {
                    throw new IllegalStateException("This reads no %s.builder yet: %s".formatted(receiver, call));
                }
            }
            return super.visitMethodInvocation(call, nothing);
        }

        private void addTimer(MethodInvocationTree register, String chain) {
            var type = chain.contains(".publishPercentileHistogram(") || chain.contains(".serviceLevelObjectives(")
                    ? "histogram"
                    : "timer";
            add(
                    nameIn(builderOf(register)) + (type.equals("histogram") ? ".seconds" : ""),
                    type,
                    new TreeSet<>(),
                    services);
        }

        private static MethodInvocationTree builderOf(MethodInvocationTree call) {
            var before = ((MemberSelectTree) call.getMethodSelect()).getExpression();
            return before instanceof MethodInvocationTree earlier ? builderOf(earlier) : call;
        }

        private String nameIn(MethodInvocationTree call) {
            return textOf(call.getArguments().getFirst());
        }

        private SortedSet<String> labelsIn(MethodInvocationTree call) {
            var arguments = call.getArguments();
            if (arguments.size() > 1 && arguments.get(1) instanceof MethodInvocationTree tags) {
                return tags.getMethodSelect().toString().equals("Tags.of")
                        ? labelsAt(tags.getArguments(), 0)
                        : new TreeSet<>();
            }
            return call.getMethodSelect().toString().endsWith(".gauge") ? new TreeSet<>() : labelsAt(arguments, 1);
        }

        private SortedSet<String> labelsAt(List<? extends ExpressionTree> arguments, int first) {
            var labels = new TreeSet<String>();
            IntStream.iterate(first, at -> at < arguments.size(), at -> at + 2)
                    .forEach(at -> labels.add(textOf(arguments.get(at))));
            return labels;
        }

        private String textOf(ExpressionTree argument) {
            var text = switch (argument) {
                case LiteralTree literal -> String.valueOf(literal.getValue());
                case IdentifierTree name -> names.constants.get(name.getName().toString());
                default -> null;
            };
            if (text == null) {
                throw new IllegalStateException("A name of a metric or label that is no constant: " + argument);
            }
            return text;
        }
    }
}
