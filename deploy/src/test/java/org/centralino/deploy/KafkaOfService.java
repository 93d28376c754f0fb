package org.centralino.deploy;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.centralino.events.Topics;

/// What a service does with topics, by its sources. Each place that names a topic must be one of those that are
/// known here, so that nobody uses a topic in a new way unseen.
final class KafkaOfService {
    private static final Path ROOT = Path.of("..");
    private static final Path KIT = ROOT.resolve("service-kit/src/main");
    private static final Pattern REPLAY_GROUP = Pattern.compile("GROUP = \"([a-z-]+)\"");

    /// What it means when a topic is given to one of these.
    private enum Use {
        /// In a group of its own; what cannot be handled goes to the dead letters.
        HEARS,
        /// Without a group.
        FOLLOWS,
        TELLS
    }

    private static final Map<String, Use> USES = Map.of(
            "Consumption.of", Use.HEARS,
            "LiveTopic", Use.FOLLOWS,
            "Retelling.Hearing.of", Use.FOLLOWS,
            "TopicPartition", Use.FOLLOWS,
            "consumer.partitionsFor", Use.FOLLOWS,
            "Outbox", Use.TELLS,
            "OutgoingEvent", Use.TELLS);

    private final SortedSet<String> heard = new TreeSet<>();
    private final SortedSet<String> followed = new TreeSet<>();
    private final SortedSet<String> told = new TreeSet<>();
    /// Methods by which topics are heard, of which the kit has some for all who need them.
    private final Map<String, String> hearing = new HashMap<>();

    /// The same, of methods by which topics are followed.
    private final Map<String, String> following = new HashMap<>();

    private KafkaOfService(
            List<Path> sources, Map<String, String> hearingOfTheKit, Map<String, String> followingOfTheKit)
            throws IOException {
        hearing.putAll(hearingOfTheKit);
        following.putAll(followingOfTheKit);
        new Places().scan(Sources.parse(sources), null);
    }

    static KafkaOfService of(String service) {
        try {
            var kit = new KafkaOfService(Sources.in(KIT), Map.of(), Map.of());
            return new KafkaOfService(Sources.in(folderOf(service)), kit.hearing, kit.following);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static KafkaOfService in(Path source) throws IOException {
        return new KafkaOfService(List.of(source), Map.of(), Map.of());
    }

    /// @return whether it can be asked to put dead letters back
    static boolean replays(String service) throws IOException {
        var properties = Sources.properties(folderOf(service).resolve("resources/application.properties"));
        return !properties.getProperty("centralino.dead-letters.replay", "true").equals("false");
    }

    /// @return the group in which dead letters are read
    static String replayGroup() throws IOException {
        var found = REPLAY_GROUP.matcher(
                Files.readString(KIT.resolve("java/org/centralino/kit/kafka/DeadLetterResource.java")));
        if (!found.find()) {
            throw new IllegalStateException("The group of the replay is not found");
        }
        return found.group(1);
    }

    SortedSet<String> heard() {
        return heard;
    }

    SortedSet<String> followed() {
        return followed;
    }

    SortedSet<String> told() {
        return told;
    }

    private static Path folderOf(String service) {
        return ROOT.resolve(service + "-service/src/main");
    }

    private final class Places extends TreePathScanner<Void, Void> {
        @Override
        public Void visitImport(ImportTree imported, Void nothing) {
            if (imported.isStatic()
                    && imported.getQualifiedIdentifier().toString().contains(".Topics.")) {
                throw new IllegalStateException("Topics are found by the name of their class: " + imported);
            }
            return super.visitImport(imported, nothing);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree place, Void nothing) {
            if (place.getExpression().toString().equals("Topics")) {
                topicCalled(place.getIdentifier().toString(), place);
            }
            return super.visitMemberSelect(place, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree method) {
                var topic = hearing.get(method.getIdentifier().toString());
                if (topic != null) {
                    heard.add(topic);
                }
                var followedBy = following.get(method.getIdentifier().toString());
                if (followedBy != null) {
                    followed.add(followedBy);
                }
            }
            return super.visitMethodInvocation(call, nothing);
        }

        private void topicCalled(String field, MemberSelectTree place) {
            if (!(valueOf(field) instanceof String topic)) {
                return;
            }
            var user = userOf(getCurrentPath().getParentPath());
            switch (USES.get(user)) {
                case HEARS -> {
                    heard.add(topic);
                    hearing.put(
                            methodAround(getCurrentPath())
                                    .orElseThrow(() -> new IllegalStateException(
                                            "A topic is heard outside of any method: " + place)),
                            topic);
                }
                case FOLLOWS -> {
                    followed.add(topic);
                    methodAround(getCurrentPath()).ifPresent(method -> following.put(method, topic));
                }
                case TELLS -> told.add(topic);
                case null ->
                    throw new IllegalStateException("Nobody knows what %s does with %s in %s"
                            .formatted(
                                    user,
                                    place,
                                    getCurrentPath()
                                            .getCompilationUnit()
                                            .getSourceFile()
                                            .getName()));
            }
        }

        private static Object valueOf(String field) {
            try {
                return Topics.class.getField(field).get(null);
            } catch (NoSuchFieldException none) {
                return none;
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /// @return what the topic is given to
        private static String userOf(TreePath path) {
            for (var tree : path) {
                if (tree instanceof MethodInvocationTree call) {
                    return call.getMethodSelect().toString();
                }
                if (tree instanceof NewClassTree made) {
                    return made.getIdentifier().toString().replaceFirst("<.*>$", "");
                }
            }
            return "somebody";
        }

        private static Optional<String> methodAround(TreePath path) {
            for (var tree : path) {
                if (tree instanceof MethodTree method) {
                    return Optional.of(method.getName().toString());
                }
            }
            return Optional.empty();
        }
    }
}
