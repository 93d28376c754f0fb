package org.centralino.system.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.system.seed.Scale;
import org.centralino.system.seed.Seeding;
import org.centralino.system.stack.Api;
import org.centralino.system.stack.Json;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Staff;

/// How long operators wait for what they look at, when there is much of it, and when there is ten times as much.
final class Lists {
    private static final int PER_SECOND = 20;
    private static final int THREADS = 16;
    private static final int MESSAGES_EACH = 10;
    private static final int OTHER_THREADS = 100;
    private static final List<String> VIEWS = List.of("all", "mine", "unassigned", "resolved");
    private static final String LIST = "/api/conversations?view=%s&limit=50";
    private static final String GOAL = "p99 ≤ 30 ms; with ten times as much ≤ 1.5 times as long";

    private final Trial trial;
    private final Duration warmUp;
    private final String anna;
    private final String own;
    private final Map<String, Measured> before = new HashMap<>();

    Lists(Trial trial, Duration warmUp) {
        this.trial = trial;
        this.warmUp = warmUp;
        this.anna = trial.token(Operator.ANNA);
        this.own = trial.token(Staff.of(trial.stack()).hireForTheirOwn(1).getFirst());
    }

    /// @param sizes how many conversations there are, each more than the one before it
    void run(List<Integer> sizes) {
        var there = 0;
        var longest = new ArrayList<UUID>();
        for (var i = 0; i < sizes.size(); i++) {
            var more = sizes.get(i) - there;
            var seeded = Seeding.run(
                    trial.stack(), new Scale(i, more, Math.multiplyExact(more, MESSAGES_EACH)), System.out::println);
            longest.addAll(seeded.longestThreads());
            there = sizes.get(i);
            var questions = questions(longest.getFirst());
            if (i == 0) {
                var all = questions.values().stream().flatMap(List::stream).toList();
                new WarmUp(trial, "%d pages a second".formatted(PER_SECOND), length -> read(all, length)).run(warmUp);
            }
            measure(there, questions);
        }
    }

    private void measure(int size, Map<String, List<byte[]>> questions) {
        var gateway = trial.stack().ports().gateway();
        read(questions.values().stream().flatMap(List::stream).toList(), trial.duration());
        questions.forEach((what, requests) -> {
            var bare = read(
                    List.of(LeanClient.get(gateway, "/api/config", "")),
                    trial.duration().dividedBy(3));
            var measured = trial.measured(
                    "lists-%d-%s".formatted(size, what.replaceAll("[^a-z]+", "-")),
                    () -> read(requests, trial.duration()));
            if (measured.failures() > 0) {
                throw new IllegalStateException("%s: %d were not answered".formatted(what, measured.failures()));
            }
            var smaller = before.put(what, measured);
            trial.report()
                    .row(
                            "%s, %,d conversations, %d/s".formatted(what, size, PER_SECOND),
                            measured.summary()
                                    + (smaller == null
                                            ? ""
                                            : "; p99 %.1f times that of before"
                                                    .formatted(measured.percentile(99) / smaller.percentile(99))),
                            GOAL,
                            "/api/config " + bare.summary());
        });
    }

    private Measured read(List<byte[]> requests, Duration length) {
        var gateway = trial.stack().ports().gateway();
        return Load.atRate(PER_SECOND, length, THREADS, _ -> LeanClient.asking(gateway, requests));
    }

    private Map<String, List<byte[]>> questions(UUID longest) {
        var api = trial.stack().with(anna);
        var thread = "/api/conversations/%s/timeline?limit=50".formatted(longest);
        var history = "/api/conversations/%s/history?limit=50".formatted(longest);
        var middleOfList = middle(api, LIST.formatted("all"), "cursor");
        var others = Json.members(api.get(LIST.replace("50", Integer.toString(OTHER_THREADS))
                                .formatted("resolved"))
                        .json()
                        .path("items"))
                .map(each -> "/api/conversations/%s/timeline?limit=50"
                        .formatted(each.path("id").asText()))
                .toList();
        var questions = new LinkedHashMap<String, List<byte[]>>();
        VIEWS.forEach(view -> questions.put("list " + view, asked(anna, LIST.formatted(view))));
        questions.put("list all, in its middle", asked(anna, middleOfList));
        VIEWS.forEach(view -> questions.put("list " + view + " of who sees his own", asked(own, LIST.formatted(view))));
        questions.put(
                "thread",
                others.stream().flatMap(path -> asked(anna, path).stream()).toList());
        questions.put("thread of 50,000", asked(anna, thread));
        questions.put("thread of 50,000, in its middle", asked(anna, middle(api, thread, "before")));
        questions.put("history of it", asked(anna, history));
        questions.put("history of it, in its middle", asked(anna, middle(api, history, "cursor")));
        questions.put("counts", asked(anna, "/api/conversations/counts"));
        questions.put("counts of who sees his own", asked(own, "/api/conversations/counts"));
        return questions;
    }

    private List<byte[]> asked(String token, String path) {
        return Stream.of(path)
                .map(it -> LeanClient.get(
                        trial.stack().ports().gateway(), it, "Authorization: Bearer %s\r\n".formatted(token)))
                .toList();
    }

    /// @return the address of a page in the middle of a list, to which nothing leads but the pages before it
    private static String middle(Api api, String path, String parameter) {
        var large = path.replace("limit=50", "limit=100");
        var cursors = new ArrayList<String>();
        for (var next = cursorOf(api, large); !next.isEmpty(); ) {
            cursors.add(next);
            next = cursorOf(api, large + "&" + parameter + "=" + next);
        }
        return path + "&" + parameter + "=" + cursors.get(cursors.size() / 2);
    }

    private static String cursorOf(Api api, String path) {
        return api.get(path).json().path("nextCursor").asText("");
    }
}
