package org.centralino.system.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.centralino.system.ledger.Driver;
import org.centralino.system.ledger.EveryKind;
import org.centralino.system.ledger.LiveRecorder;
import org.centralino.system.stack.Answer;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Simulator.Customer;
import org.centralino.system.stack.WhatsAppPlatform.Message;

/// Customers who write, operators who answer, take over and make notes, all at the same time, until they
/// are told to stop. Every act goes through the [Driver] and so into the ledger. Nobody gives up: what was
/// not answered is done again.
final class Traffic implements AutoCloseable {
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(250);
    private static final Duration BETWEEN_REPLIES = Duration.ofMillis(700);
    private static final Duration BETWEEN_TAKEOVERS = Duration.ofMillis(1_500);
    private static final Duration BETWEEN_NOTES = Duration.ofMillis(900);
    private static final Duration BETWEEN_MOVES = Duration.ofSeconds(2);

    /// One webhook in this many is delivered twice, and one in this many carries three messages.
    private static final int ONE_IN = 5;
    /// So few answers have a picture, which is much more work than words.
    private static final int PICTURES_ONE_IN = 25;

    private static final int EMOJIS_ONE_IN = 8;
    /// What WhatsApp takes for one customer (fact sheet, section 13), with some left for what is sent anew.
    private static final int AT_ONCE_TO_ONE = 40;

    private static final Duration BETWEEN_TWO_TO_ONE = Duration.ofSeconds(6);
    /// The last takes it away.
    private static final List<String> EMOJIS = List.of("👍", "🎉", "🙏", "");

    /// Those who may take over from each other.
    private static final List<Operator> HOLDERS = List.of(Operator.CARLA, Operator.DARIO);
    /// Who tries although another holds the conversation.
    private static final Operator INTRUDER = Operator.ANNA;

    private final Driver driver;
    private final long seed;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final List<Thread> people = new ArrayList<>();
    private final List<Throwable> broken = new ArrayList<>();

    private record Talk(Customer customer, UUID conversation) {}

    /// Opens a conversation for each customer, then lets everybody loose.
    Traffic(Driver driver, int customers, long seed) {
        this.driver = driver;
        this.seed = seed;
        var talks = new ArrayList<Talk>();
        for (var i = 0; i < customers; i++) {
            var customer = driver.newCustomer();
            talks.add(new Talk(customer, driver.opens(customer)));
        }
        talks.forEach(talk -> take(Operator.CARLA, talk));
        talks.forEach(talk -> begin("customer", random -> writes(talk.customer(), random)));
        talks.forEach(talk -> begin("responder", random -> answers(talk, random)));
        begin("supervisor", random -> takesOver(talks, random));
        begin("colleague", random -> notes(talks, random));
    }

    /// The browser leaves its gateway again and again, for whichever the balancer gives it.
    void move(LiveRecorder browser) {
        begin("browser", random -> {
            while (!stopping.get()) {
                browser.moveTo(driver.stack().ports().gateway());
                pause(BETWEEN_MOVES, random);
            }
        });
    }

    private interface Life {
        void live(Random random);
    }

    private void begin(String who, Life life) {
        var random = new Random(seed * 31 + people.size());
        people.add(Thread.ofVirtual().name(who + people.size()).start(() -> {
            try {
                life.live(random);
            } catch (RuntimeException | AssertionError failure) {
                synchronized (broken) {
                    broken.add(failure);
                }
            }
        }));
    }

    private void writes(Customer customer, Random random) {
        var number = 0;
        while (!stopping.get()) {
            var many = random.nextInt(ONE_IN) == 0 ? 3 : 1;
            var messages = new ArrayList<Message>();
            for (var i = 0; i < many; i++) {
                messages.add(driver.message(customer, ++number, java.time.Instant.now()));
            }
            driver.deliver(messages);
            if (random.nextInt(ONE_IN) == 0) {
                driver.deliver(messages);
            }
            pause(BETWEEN_MESSAGES, random);
        }
    }

    /// Whoever holds the conversation answers; now and then somebody else tries. Who has answered as often as
    /// WhatsApp takes it lets the other try: what is over would wait ever longer.
    private void answers(Talk talk, Random random) {
        var number = 0;
        var taken = 0;
        var began = System.nanoTime();
        while (!stopping.get()) {
            var atMost = AT_ONCE_TO_ONE + (System.nanoTime() - began) / BETWEEN_TWO_TO_ONE.toNanos();
            var tries = taken >= atMost || random.nextInt(ONE_IN) == 0;
            var author = tries ? INTRUDER : HOLDERS.get(random.nextInt(HOLDERS.size()));
            if (answer(author, talk.conversation(), random, ++number).isSuccess()) {
                taken++;
            }
            pause(BETWEEN_REPLIES, random);
        }
    }

    private Answer answer(Operator author, UUID conversation, Random random, int number) {
        if (random.nextInt(PICTURES_ONE_IN) == 0) {
            return driver.replyWithPicture(author, conversation);
        }
        if (random.nextInt(EMOJIS_ONE_IN) == 0) {
            return driver.emoji(author, conversation, EMOJIS.get(random.nextInt(EMOJIS.size())));
        }
        if (random.nextInt(ONE_IN) == 0) {
            var kinds = EveryKind.WITHOUT_CATALOGUE;
            return driver.reply(author, conversation, kinds.get(random.nextInt(kinds.size())));
        }
        return driver.reply(author, conversation, driver.words("answer " + number));
    }

    private void takesOver(List<Talk> talks, Random random) {
        while (!stopping.get()) {
            take(HOLDERS.get(random.nextInt(HOLDERS.size())), talks.get(random.nextInt(talks.size())));
            pause(BETWEEN_TAKEOVERS, random);
        }
    }

    private void take(Operator operator, Talk talk) {
        driver.insist(() -> driver.stack().as(operator).takeOver(talk.conversation()));
    }

    private void notes(List<Talk> talks, Random random) {
        while (!stopping.get()) {
            driver.note(Operator.BRUNO, talks.get(random.nextInt(talks.size())).conversation());
            pause(BETWEEN_NOTES, random);
        }
    }

    /// People are not machines: half to one and a half times as long.
    private static void pause(Duration about, Random random) {
        LockSupport.parkNanos(about.toNanos() / 2 + random.nextLong(about.toNanos()));
    }

    /// Moments are counted in acts, so that a slow machine does everything as deep in the traffic as a fast one.
    ///
    /// @param acts how many lines more the ledger has when it comes back
    void goesOnFor(int acts) {
        var wanted = driver.ledger().entries().size() + acts;
        Patience.await("the traffic goes on")
                .atMost(RECOVERY)
                .until(() -> driver.ledger().entries().size() >= wanted);
    }

    /// Lets everybody finish what he has begun.
    ///
    /// @throws AssertionError when somebody was never answered
    @Override
    public void close() {
        stopping.set(true);
        for (var person : people) {
            try {
                person.join();
            } catch (InterruptedException stopped) {
                throw org.centralino.system.stack.Interrupted.on(stopped);
            }
        }
        if (!broken.isEmpty()) {
            throw new AssertionError("Somebody gave up: " + broken.getFirst(), broken.getFirst());
        }
    }
}
