package org.centralino.local.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.centralino.local.StackException;
import org.centralino.local.state.StateFolder;
import org.centralino.local.terminal.Progress;

/// The words after `./centralino`.
public final class Commands {
    private static final String WEB_APP = "web";

    private final Stack stack;
    private final PrintStream out;
    private final Progress progress;

    public Commands(Path root, PrintStream out) {
        this.stack = Stack.in(StateFolder.of(root));
        this.out = out;
        this.progress = new Progress(out);
    }

    /// @return the exit code
    /// @throws StackException with what a person should know
    public int run(List<String> words) {
        var command = words.getFirst();
        var rest = words.subList(1, words.size());
        return switch (command) {
            case "up" -> up(rest);
            case "dev" -> dev(rest);
            case "down" -> {
                new Down(stack, progress).stopAll();
                yield 0;
            }
            case StartCaches.COMMAND -> {
                stack.startCaches().write();
                yield 0;
            }
            case "status" -> new Status(stack, out).print() ? 0 : 1;
            case "logs" -> logs(rest);
            case "token" -> token(rest);
            case "replay" -> {
                out.println(Replay.of(stack.keycloak().tokens(), rest));
                yield 0;
            }
            case "backup" -> {
                new Restore(stack, progress).backUp(Restore.folder(command, rest));
                yield 0;
            }
            case "restore" -> restore(Restore.folder(command, rest));
            default ->
                throw new StackException("'%s' is not a command. './centralino help' lists them.".formatted(command));
        };
    }

    private int up(List<String> words) {
        var wanted = stack.shape();
        var options = new HashSet<String>();
        for (var word = words.iterator(); word.hasNext(); ) {
            var option = word.next();
            switch (option) {
                case "--fresh", "--detach" -> options.add(option);
                case "--replicas" -> wanted = wanted.withReplicas(word.hasNext() ? word.next() : "");
                case "--observe" -> wanted = wanted.observed();
                case "--tokens" -> wanted = wanted.tokens();
                default ->
                    throw new StackException(
                            "'up' does not know %s. It takes --fresh, --detach, --replicas N, --observe and --tokens."
                                    .formatted(option));
            }
        }
        return start(stack.as(wanted), options.contains("--fresh"), options.contains("--detach"), _ -> true);
    }

    /// @param words the name of a service, or of the web app, or nothing, which means the web app
    private int dev(List<String> words) {
        var name = words.isEmpty() ? WEB_APP : words.getFirst();
        var service = Optional.ofNullable(stack.services().get(name));
        if (words.size() > 1 || (service.isEmpty() && !name.equals(WEB_APP))) {
            throw new StackException("Work on what? One of: %s, %s."
                    .formatted(WEB_APP, String.join(", ", stack.services().keySet())));
        }
        var part = service.flatMap(_ -> stack.part(name));
        start(stack, false, true, other -> !part.equals(Optional.of(other)));
        var dev = new Dev(stack, progress);
        return service.isPresent() ? dev.service(name, part.orElseThrow(), service.get()) : dev.webApp();
    }

    /// @param next what is to run, in place of what ran before
    /// @param detached whether it comes back when everything is ready
    private int start(Stack next, boolean fresh, boolean detached, Predicate<Part> wanted) {
        var launcher = next.launcher();
        var up = new Up(next, Build.ofWhatIsStale(next.state().root(), progress), wanted, progress);
        var watch = new Watch(next, progress);
        var done = new AtomicBoolean();
        var hook = new Thread(() -> {
            if (done.get()) {
                return;
            }
            progress.end();
            up.giveUp();
            watch.stop();
            if (detached || launcher.other().isPresent()) {
                up.stop();
            } else {
                new Down(next, progress).stopAll();
            }
            launcher.leave();
            progress.close();
        });
        try (var _ = launcher.alone()) {
            if (fresh) {
                startOver();
            }
            replace(next);
            Runtime.getRuntime().addShutdownHook(hook);
            if (launcher.other().isEmpty()) {
                launcher.stay();
            }
            up.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            done.set(true);
            launcher.leave();
            throw failure;
        }
        if (!detached) {
            var other = launcher.other();
            if (other.isPresent()) {
                progress.say("  ./centralino up in process %d watches over it already."
                        .formatted(other.get().pid()));
            } else {
                watch.stay();
            }
        }
        done.set(true);
        launcher.leave();
        return 0;
    }

    private void replace(Stack next) {
        if (!next.shape().equals(stack.shape()) && stack.isAnythingRunning()) {
            throw new StackException("What runs here already is %s. For %s, stop it first: ./centralino down"
                    .formatted(stack.shape(), next.shape()));
        }
        next.shape().remember(next.state());
    }

    private void startOver() {
        if (stack.isAnythingRunning()) {
            new Down(stack, progress).stopAll();
        }
        progress.say("  Wiping the data of before.");
        stack.state().wipeData();
    }

    private int restore(Path folder) {
        var launcher = stack.launcher();
        try (var _ = launcher.alone()) {
            if (stack.isAnythingRunning()) {
                throw new StackException(
                        "Centralino is running, and a restore replaces what it works on. Stop it first: ./centralino down");
            }
            new Restore(stack.as(Shape.USUAL), progress).restore(folder);
            return 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int logs(List<String> words) {
        var names = stack.all().stream().map(part -> part.process().name()).toList();
        if (words.isEmpty() || !names.contains(words.getFirst())) {
            throw new StackException(
                    "Whose log? One of: %s.".formatted(names.stream().collect(Collectors.joining(", "))));
        }
        var log = stack.state().log(words.getFirst());
        if (!Files.exists(log)) {
            throw new StackException("%s has not written a log yet.".formatted(words.getFirst()));
        }
        try {
            var tail = words.contains("-f")
                    ? List.of("tail", "-n", "200", "-F", log.toString())
                    : List.of("cat", log.toString());
            return new ProcessBuilder(tail).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new StackException("The log %s cannot be shown: %s".formatted(log, failure.getMessage()), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private int token(List<String> words) {
        if (words.size() != 1) {
            throw new StackException("Whose token? ./centralino token anna");
        }
        out.println(stack.keycloak().tokens().of(words.getFirst()));
        return 0;
    }
}
