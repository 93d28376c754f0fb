package org.centralino.system.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.ConversationState;
import org.centralino.events.Person;
import org.centralino.events.Precedence;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.system.stack.Interrupted;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.WhatsAppPlatform;

/// How a number sends when it has more to send than it may: how much of its limit it uses, how long
/// replies take meanwhile, and how soon another replica goes on when the one that sends is killed. The
/// platform counts in earnest.
///
/// Nobody sends in bulk in the product; so what stands for a campaign is put on the topic as
/// conversation-service would.
final class Lanes {
    /// What the product is started with: a platform whose statuses do not come in
    /// between, and numbers that are looked at often.
    static final Map<String, String> SETTINGS = Map.of(
            "CENTRALINO_SIMULATOR_SENT_AFTER", "PT24H",
            "CENTRALINO_SIMULATOR_DELIVERED_AFTER", "PT25H",
            "CENTRALINO_SIMULATOR_READ_AFTER", "PT26H",
            "CENTRALINO_OUTBOUND_LANES_ASK_EVERY", "3s");

    static final int REPLICAS = 2;

    private static final int STANDARD = 80;
    private static final int HIGH = 1_000;
    private static final int REPLIES_PER_SECOND = 3;
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final Duration OF_REPLIES = Duration.ofSeconds(40);
    private static final int WRITTEN_PER_SECOND = 20;
    private static final int CUSTOMERS = 10;
    private static final Duration OF_CUSTOMERS = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long SECOND = 1_000_000;
    /// What a process has sent may arrive for so long after its death.
    private static final long ON_ITS_WAY = SECOND / 5;

    private static final int WARM_UP_PER_SECOND = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    /// They have no part in sending, and two cores have no room for them beside a thousand messages a second.
    private static final List<Part> RECEIVING = List.of(Part.GATEWAY, Part.CONVERSATION, Part.ASSIGNMENT, Part.NOTES);

    private final Trial trial;
    private final RunningStack stack;
    private final Replies replies;
    private int campaigns;

    Lanes(Trial trial) {
        this.trial = trial;
        this.stack = trial.stack();
        this.replies = new Replies(trial);
    }

    /// With one of each service, which is what two cores have room for.
    void rates(int bulk) {
        replies.prepare();
        warmUp(bulk);
        stack.simulator().faults(Map.of("limitsInEarnest", true));
        atTheStandardLimit(bulk);
        whileCustomersWrite();
        atTheHighLimit(bulk);
        stack.simulator().faults(Map.of("limitsInEarnest", false));
        stack.simulator().throughput("STANDARD");
    }

    /// What is done for the first time is compiled meanwhile, which takes its time from what is to be measured.
    private void warmUp(int bulk) {
        raise();
        var since = stack.simulator().lastCall();
        put(bulk);
        replies.write(WARM_UP_PER_SECOND, WARM_UP);
        awaitCalls(since, bulk + WARM_UP_PER_SECOND * (int) WARM_UP.toSeconds());
        stack.simulator().throughput("STANDARD");
        Patience.await("the number is known to be lowered").atMost(LONGEST).until(() -> perSecond() == STANDARD);
        var renewed = leasedUntil();
        Patience.await("the lane's owner has read so").atMost(LONGEST).until(() -> leasedUntil() > renewed + 1);
    }

    /// @return seconds
    private long leasedUntil() {
        return asked("select cast(extract(epoch from max(leased_until)) as bigint) from sending_lane");
    }

    private void raise() {
        stack.simulator().throughput("HIGH");
        Patience.await("the number is known to be raised").atMost(LONGEST).until(() -> perSecond() == HIGH);
    }

    /// With two of each: the one that sends is killed while still much waits.
    void takeOver(int bulk) {
        stack.simulator().faults(Map.of("limitsInEarnest", true));
        var since = stack.simulator().lastCall();
        put(bulk);
        awaitCalls(since, STANDARD * 4);
        takeOver(since);
        stack.simulator().faults(Map.of("limitsInEarnest", false));
    }

    /// Replies go out among what waits.
    private void atTheStandardLimit(int bulk) {
        var since = stack.simulator().lastCall();
        put(bulk);
        awaitCalls(since, STANDARD * 4);
        var called = replies.called(REPLIES_PER_SECOND, OF_REPLIES);
        var before = sends(since);
        tellOf("80/s, replies among %,d waiting".formatted(bulk), before, STANDARD);
        trial.report()
                .row(
                        "reply → Graph call among %,d waiting bulk messages".formatted(bulk),
                        called.summary(),
                        "p99 < 1 s",
                        "");
        drain(since);
    }

    /// The platform counts what they write together with what is sent.
    private void whileCustomersWrite() {
        var since = stack.simulator().lastCall();
        put(STANDARD * (int) OF_CUSTOMERS.toSeconds());
        awaitCalls(since, STANDARD * 2);
        var customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(n -> stack.simulator().add("Writes " + n, "3938000000%02d".formatted(n)))
                .toList();
        var written = new ConcurrentLinkedQueue<Long>();
        Load.atRate(WRITTEN_PER_SECOND, OF_CUSTOMERS, Trial.THREADS, _ -> (number, _) -> {
            stack.simulator().writes(customers.get(number % CUSTOMERS), "number " + number);
            return written.add(micros(Instant.now()));
        });
        var sent = sends(since);
        var from = Collections.min(written) + SETTLED.toMillis() * 1_000;
        var to = Collections.max(written);
        var both = LongStream.concat(
                        written.stream().mapToLong(at -> at), sent.stream().mapToLong(Lanes::micros))
                .filter(at -> at >= from && at < to)
                .count();
        var atFirst = tooMany(sent.stream().filter(call -> micros(call) < from).toList());
        var rate = both / ((to - from) / 1e6);
        trial.report()
                .row(
                        "a number's lane, 80/s, while customers write %d/s".formatted(WRITTEN_PER_SECOND),
                        "%.1f/s together, %.1f %% of the limit; %d × 130429, and %d before it was known that they write"
                                .formatted(rate, rate * 100 / STANDARD, tooMany(sent) - atFirst, atFirst),
                        "0 × 130429 once it is known",
                        "");
        drain(since);
    }

    private void takeOver(long since) {
        var killed = owner();
        stack.kill(Part.OUTBOUND, killed);
        var at = Instant.now();
        var last = stack.simulator().lastCall();
        var next = Patience.await("another replica goes on")
                .atMost(LONGEST)
                .until(
                        () -> sends(last).stream()
                                .filter(call -> micros(call) > micros(at) + ON_ITS_WAY)
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        trial.report()
                .row(
                        "owner of the lane killed (-9) → the other replica sends",
                        "%.1f s".formatted((micros(next) - micros(at)) / 1e6),
                        "≤ 10 s",
                        "");
        // What the killed one had begun is found when its claims have run out, so all of it has to be through.
        drain(since);
        stack.mend();
    }

    private void atTheHighLimit(int bulk) {
        raise();
        RECEIVING.forEach(stack::kill);
        var since = stack.simulator().lastCall();
        put(bulk * 2);
        awaitCalls(since, bulk * 2);
        tellOfTwice(since);
        tellOf("1,000/s, with the services that send", sends(since), HIGH);
        stack.mend();
    }

    private void tellOf(String what, List<JsonNode> calls, int limit) {
        var all = calls.stream().mapToLong(Lanes::micros).sorted().toArray();
        var taken = calls.stream()
                .filter(call -> call.path("accepted").asBoolean())
                .mapToLong(Lanes::micros)
                .sorted()
                .toArray();
        var from = taken[0] + SETTLED.toMillis() * 1_000;
        var to = taken[taken.length - 1] - SECOND / 2;
        var within = Arrays.stream(taken).filter(at -> at >= from && at < to).count();
        var rate = within / ((to - from) / 1e6);
        trial.report()
                .row(
                        "a number's lane, " + what,
                        "%.1f/s, %.1f %% of the limit, over %.0f s; most in one second %d; %d × 130429"
                                .formatted(
                                        rate,
                                        rate * 100 / limit,
                                        (to - from) / 1e6,
                                        mostInOneSecond(all),
                                        tooMany(calls)),
                        "98–100 %, never above, 0 × 130429",
                        ceiling(limit));
    }

    private static long tooMany(List<JsonNode> calls) {
        return calls.stream()
                .filter(call -> call.at("/answer/body/error/code").asInt() == 130429)
                .count();
    }

    private List<JsonNode> sends(long since) {
        return stack.simulator().calls(since).stream()
                .filter(call -> call.path("kind").asText().equals("messages"))
                .toList();
    }

    private static int mostInOneSecond(long[] sorted) {
        var most = 0;
        var first = 0;
        for (var last = 0; last < sorted.length; last++) {
            while (sorted[last] - sorted[first] >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private void tellOfTwice(long since) {
        var seen = new HashSet<String>();
        var twice = sends(since).stream()
                .filter(call -> call.path("accepted").asBoolean())
                .filter(call -> !seen.add(call.path("bizOpaqueCallbackData").asText()))
                .count();
        trial.report().row("messages that the platform took twice", "%d of %,d".formatted(twice, seen.size()), "0", "");
    }

    /// What the platform's double answers at most, when nothing is counted.
    private String ceiling(int limit) {
        if (limit != HIGH) {
            return "";
        }
        stack.simulator().faults(Map.of("limitsInEarnest", false));
        var flood = Load.flood(5_000, 32, Replies.directCaller(stack.ports().simulator()));
        stack.simulator().faults(Map.of("limitsInEarnest", true));
        return "the simulator takes %.0f/s".formatted(flood.perSecond());
    }

    private void put(int count) {
        var now = stack.simulator().now();
        var campaign = ++campaigns;
        var author = new Person(UUID.randomUUID(), "Campaign");
        try (var producer = BareKafka.producer(stack.ports().kafka())) {
            var underWay = new ArrayList<Future<RecordMetadata>>();
            for (var n = 0; n < count; n++) {
                var conversation = UUID.randomUUID();
                var phone = "+39%d%07d".formatted(900 + campaign, n);
                var contact = new ConversationState.Contact(UUID.randomUUID(), "Bulk " + n, phone, null);
                var state = new ConversationState(
                        1,
                        WhatsAppPlatform.PHONE_NUMBER_ID,
                        contact,
                        ConversationState.Status.OPEN,
                        null,
                        0,
                        null,
                        1,
                        null,
                        null,
                        now,
                        now);
                var message = new ReplyQueued(
                        conversation,
                        state.access(),
                        UUID.randomUUID(),
                        1,
                        author,
                        new Recipient(phone, null),
                        new Content.Text("bulk " + n),
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        Precedence.CAMPAIGN,
                        null,
                        now,
                        state);
                var written = new ProducerRecord<>(
                        Topics.CONVERSATION, conversation.toString(), WireFormat.CONVERSATION.write(message));
                written.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
                written.headers()
                        .add("ce_type", WireFormat.CONVERSATION.typeOf(message).getBytes(UTF_8));
                underWay.add(producer.send(written));
            }
            for (var each : underWay) {
                each.get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka does not take what is to be sent", refused);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    private void awaitCalls(long since, int atLeast) {
        var seen = new AtomicLong(since);
        Patience.await("%d calls".formatted(atLeast))
                .atMost(LONGEST)
                .until(() -> seen.updateAndGet(stack.simulator()::lastCallAfter) - since >= atLeast);
    }

    /// What still waits goes out faster than anybody wants to wait for it.
    private void drain(long since) {
        stack.simulator().throughput("HIGH");
        Patience.await("nothing waits any more").atMost(LONGEST).until(() -> asked("""
                select count(*) from dispatch where state in ('INTENT', 'CLAIMED', 'CALLING')""") == 0);
        stack.simulator().throughput("STANDARD");
        tellOfTwice(since);
    }

    private int owner() {
        for (var number = 1; number <= REPLICAS; number++) {
            if (stack.metric(Part.OUTBOUND, number, "centralino_outbound_lanes_owned") > 0) {
                return number;
            }
        }
        throw new IllegalStateException("Nobody owns the lane");
    }

    private long perSecond() {
        return asked("select coalesce(max(per_second), 0) from sending_lane");
    }

    private long asked(String sql) {
        try (var connection = stack.database("outbound");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static long micros(JsonNode call) {
        return call.path("receivedAtMicros").asLong();
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * SECOND + at.getNano() / 1_000;
    }
}
