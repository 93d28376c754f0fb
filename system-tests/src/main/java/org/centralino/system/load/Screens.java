package org.centralino.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.centralino.system.browser.Browsers;
import org.centralino.system.browser.Inbox;
import org.centralino.system.seed.Scale;
import org.centralino.system.seed.Seeding;
import org.centralino.system.stack.Json;
import org.centralino.system.stack.Operator;

/// What an operator feels in Chromium when there is much to show: frames while scrolling, how soon a conversation
/// stands there, and what the page keeps.
final class Screens {
    /// Of people whom no other benchmark has made up.
    private static final int SEED = 49;

    private static final int MESSAGES_EACH = 10;
    private static final int FRAMES = 1_200;
    private static final int STEP = 420;
    private static final int SWITCHES = 12;
    private static final int OLDER_PAGES = 10;
    private static final int NOTES = 40;
    private static final int LIVELY_PER_SECOND = 200;
    private static final int AT_ONCE = 20_000;
    private static final Duration LONGEST_LIVELY = Duration.ofMinutes(2);
    private static final String ROWS = "nav[aria-label=\"Conversations\"] a[data-row]";
    private static final String THREAD = "[role=log]";
    private static final String ENTRIES = "[role=log] [data-key]";

    private final Trial trial;
    private final int conversations;
    private final int events;

    /// @param conversations how many there are in the list
    /// @param events how many live updates come before the page's memory is looked at
    Screens(Trial trial, int conversations, int events) {
        this.trial = trial;
        this.conversations = conversations;
        this.events = events;
    }

    void run() {
        var stack = trial.stack();
        var seeded = Seeding.run(
                stack, new Scale(SEED, conversations, Math.multiplyExact(conversations, MESSAGES_EACH)), line -> {});
        try (var browsers = new Browsers()) {
            var bare = bareFrames(browsers.window());
            var page = browsers.window();
            var anna = Inbox.signedIn(page, stack.ports().gateway(), Operator.ANNA);
            anna.showView("All open");
            page.locator(ROWS).first().waitFor();
            firstRows(page);
            switches(page);
            var list = "list of %,d".formatted(conversations);
            frames("scrolling down the " + list, scrolled(page, ROWS, "li", STEP), bare, "p50 ≤ 16.7, p95 ≤ 20 ms");
            frames("scrolling up again", scrolled(page, ROWS, "li", -STEP), bare, "p50 ≤ 16.7, p95 ≤ 20 ms");
            lively(page, browsers.window());
            var longest = seeded.longestThreads().getFirst();
            showThread(page, longest);
            frames(
                    "scrolling up a thread of 50,000",
                    scrolled(page, THREAD, ENTRIES, -STEP),
                    bare,
                    "p50 ≤ 16.7, p95 ≤ 20 ms");
            steady(page, longest);
            memory(page);
        }
    }

    private void showThread(Page page, UUID conversation) {
        page.navigate("%s/inbox/all?c=%s".formatted(trial.stack().ports().gateway(), conversation));
        page.locator(THREAD + " article, " + THREAD + " [role=article]").last().waitFor();
    }

    /// Somebody reads in the thread while older messages are loaded above, and notes come below.
    private void steady(Page page, UUID conversation) {
        still("older messages come above what is read", still(page, true, OLDER_PAGES), "%d times 50");
        showThread(page, conversation);
        var colleague = trial.stack().as(Operator.BRUNO);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            writers.submit(() -> IntStream.range(0, NOTES)
                    .forEach(number -> colleague.note(conversation, UUID.randomUUID(), "Note " + number)));
            still("notes come below what is read", still(page, false, NOTES / 2), "%d times");
        }
    }

    private JsonNode still(Page page, boolean above, int times) {
        var came = looked(page, "steady.js", Map.of("of", THREAD, "entries", ENTRIES, "above", above, "times", times));
        if (came.path("added").asInt() < times) {
            throw new IllegalStateException("Of %d times that more was to come %s what is read, the page saw %d"
                    .formatted(
                            times, above ? "above" : "below", came.path("added").asInt()));
        }
        return came;
    }

    private void still(String what, JsonNode came, String often) {
        trial.report()
                .row(
                        what,
                        "it moves by %.0f px; %s"
                                .formatted(
                                        came.path("moved").asDouble(),
                                        often.formatted(came.path("added").asInt())),
                        "0 px",
                        "");
    }

    private void firstRows(Page page) {
        page.reload();
        page.locator(ROWS).first().waitFor();
        var paint = number(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"));
        var rows = number(page.evaluate("performance.now()"));
        // Nobody opens one before he has looked at the list.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        trial.report()
                .row(
                        "page of who is signed in, loaded again",
                        "first paint after %.0f ms, first rows after %.0f ms".formatted(paint, rows),
                        "1,000 and 1,500 ms",
                        "");
    }

    private void switches(Page page) {
        var first = new Measured();
        var again = new Measured();
        for (var took : List.of(first, again)) {
            for (var row = 0; row < Math.min(SWITCHES, page.locator(ROWS).count()); row++) {
                took.took(nanos(number(page.evaluate(script("open.js"), Map.of("row", row)))));
            }
        }
        switched("a conversation is opened", first, "300 ms");
        switched("and opened again", again, "100 ms");
    }

    private void switched(String what, Measured took, String goal) {
        trial.report()
                .row(what, "p50 %.0f ms, max %.0f ms".formatted(took.percentile(50), took.percentile(100)), goal, "");
    }

    /// Somebody reads in the list while messages come.
    private void lively(Page page, Page other) {
        var webhooks = trial.webhooks(Trial.count(LIVELY_PER_SECOND, LONGEST_LIVELY), Crowd.USUAL);
        var enough = new AtomicBoolean();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            writers.submit(() ->
                    Load.atRate(LIVELY_PER_SECOND, LONGEST_LIVELY, Trial.THREADS, _ -> webhooks.worker(), enough::get));
            try {
                frames(
                        "scrolling it while %d messages a second come".formatted(LIVELY_PER_SECOND),
                        scrolled(page, ROWS, "li", STEP / 20),
                        "with the same messages: " + bareFrames(other),
                        "p95 ≤ 34 ms");
            } finally {
                enough.set(true);
            }
        }
    }

    private void memory(Page page) {
        var session = page.context().newCDPSession(page);
        var before = heap(session);
        for (var left = events; left > 0; left -= AT_ONCE) {
            var webhooks = trial.webhooks(Math.min(left, AT_ONCE), Crowd.USUAL);
            Load.flood(webhooks.count(), Trial.THREADS, _ -> webhooks.worker());
            trial.awaitDrained();
            // Playwright's own process keeps all that a page receives until somebody asks for something.
            page.evaluate("1");
        }
        trial.report()
                .row(
                        "the page's heap after %,d more messages".formatted(events),
                        "%.0f MiB, before %.0f MiB".formatted(heap(session), before),
                        "≤ 120 MB, flat",
                        "");
    }

    private static double heap(CDPSession session) {
        session.send("HeapProfiler.collectGarbage");
        return session.send("Runtime.getHeapUsage").get("usedSize").getAsDouble() / (1 << 20);
    }

    /// What Chromium does here with a page that costs nothing.
    private static String bareFrames(Page page) {
        page.setContent("<div id=box style='height:800px;overflow:auto'><p id=in style='height:9000000px'>.</p></div>");
        return inWords(scrolled(page, "#in", "p", STEP));
    }

    /// @param around an element in what is scrolled
    /// @param shows what is to be seen there at any time
    private static JsonNode scrolled(Page page, String around, String shows, int step) {
        return looked(page, "scroll.js", Map.of("of", around, "shows", shows, "step", step, "frames", FRAMES));
    }

    private static JsonNode looked(Page page, String script, Map<String, Object> at) {
        page.evaluate("() => { window.scroller = %s; }".formatted(script("scroller.js")));
        return Json.MAPPER.valueToTree(page.evaluate(script(script), at));
    }

    private void frames(String what, JsonNode scrolled, String bare, String goal) {
        trial.report()
                .row(
                        what,
                        "%s, %d nodes, %,.0f px, %d of %d looks met nothing"
                                .formatted(
                                        inWords(scrolled),
                                        scrolled.path("nodes").asInt(),
                                        scrolled.path("moved").asDouble(),
                                        scrolled.path("blank").asInt(),
                                        FRAMES / 20),
                        goal + ", < 1,500 nodes",
                        bare);
    }

    private static String inWords(JsonNode scrolled) {
        var took = new Measured();
        scrolled.path("took").forEach(frame -> took.took(nanos(frame.asDouble())));
        return "frame p50 %.1f ms, p95 %.1f ms, %d long tasks, the longest %.0f ms"
                .formatted(
                        took.percentile(50),
                        took.percentile(95),
                        scrolled.path("long").asInt(),
                        scrolled.path("longest").asDouble());
    }

    private static long nanos(double milliseconds) {
        return (long) (milliseconds * 1e6);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static String script(String name) {
        try (var file = Objects.requireNonNull(Screens.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replaceAll(";$", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
