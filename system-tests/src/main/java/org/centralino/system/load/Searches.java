package org.centralino.system.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.system.seed.Scale;
import org.centralino.system.seed.Seeding;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Staff;

/// How long operators wait for messages by their words, be these in most messages or in none.
final class Searches {
    private static final int PER_SECOND = 10;
    private static final int THREADS = 4;
    private static final int MESSAGES_EACH = 10;
    private static final int SEED = 40;
    private static final Duration WORDS_WRITTEN_WITHIN = Duration.ofHours(2);
    private static final String GOAL = "p99 ≤ 200 ms";

    private static final String WORD = """
            select word from ts_stat('select words from message_words tablesample system (20)')
            where word ~ '^[a-z]{3,}$' order by abs(ndoc - ? * (select max(ndoc) from (
              select ndoc from ts_stat('select words from message_words tablesample system (20)')) s)), word limit 1""";

    private final Trial trial;
    private final RunningStack stack;

    Searches(Trial trial) {
        this.trial = trial;
        this.stack = trial.stack();
    }

    /// @param conversations how many there are
    void run(int conversations) {
        Seeding.run(
                stack,
                new Scale(SEED, conversations, Math.multiplyExact(conversations, MESSAGES_EACH)),
                System.out::println);
        Patience.await("the words of all messages are written")
                .atMost(WORDS_WRITTEN_WITHIN)
                .until(this::isWritten);
        var anna = trial.token(Operator.ANNA);
        var own = trial.token(Staff.of(stack).hireForTheirOwn(1).getFirst());
        var questions = questions();
        read(questions.values().stream().map(q -> asked(anna, q)).toList(), trial.duration());
        questions.forEach((what, sought) -> {
            measure(conversations, what, asked(anna, sought));
            measure(conversations, what + ", by who sees his own", asked(own, sought));
        });
    }

    private void measure(int conversations, String what, byte[] request) {
        var measured = trial.measured(
                "search-" + what.replaceAll("[^a-z]+", "-"), () -> read(List.of(request), trial.duration()));
        if (measured.failures() > 0) {
            throw new IllegalStateException("%s: %d were not answered".formatted(what, measured.failures()));
        }
        var bare = read(
                List.of(LeanClient.get(stack.ports().gateway(), "/api/config", "")),
                trial.duration().dividedBy(3));
        trial.report()
                .row(
                        "search: %s, %,d messages, %d/s".formatted(what, conversations * MESSAGES_EACH, PER_SECOND),
                        measured.summary(),
                        GOAL,
                        "/api/config " + bare.summary());
    }

    private Measured read(List<byte[]> requests, Duration length) {
        return Load.atRate(
                PER_SECOND,
                length,
                THREADS,
                _ -> LeanClient.asking(stack.ports().gateway(), requests));
    }

    private byte[] asked(String token, String sought) {
        return LeanClient.get(
                stack.ports().gateway(),
                "/api/search?limit=20&q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8),
                "Authorization: Bearer %s\r\n".formatted(token));
    }

    /// What the messages really say decides which words are common.
    private Map<String, String> questions() {
        try (var database = stack.database("conversation")) {
            var common = word(database, 1);
            var middling = word(database, 0.05);
            var rare = word(database, 0.0005);
            var questions = new LinkedHashMap<String, String>();
            questions.put("the commonest word", common + " ");
            questions.put("a middling word", middling + " ");
            questions.put("a rare word", rare + " ");
            questions.put("the beginning of a word", common.substring(0, 2));
            questions.put("common and rare together", common + " " + rare + " ");
            questions.put("a phrase", "\"%s %s\"".formatted(common, middling));
            questions.put("a word that nobody wrote", "zzyzx ");
            return questions;
        } catch (SQLException refused) {
            throw new IllegalStateException("Which words are common cannot be told", refused);
        }
    }

    private static String word(Connection database, double share) throws SQLException {
        try (var statement = database.prepareStatement(WORD)) {
            statement.setDouble(1, share);
            var found = statement.executeQuery();
            found.next();
            return found.getString(1);
        }
    }

    private boolean isWritten() {
        try (var database = stack.database("conversation");
                var statement = database.createStatement()) {
            var found = statement.executeQuery("select round from message_words_caught_up");
            return found.next() && found.getInt(1) > 1;
        } catch (SQLException away) {
            throw new IllegalStateException("Whether words are written cannot be told", away);
        }
    }
}
