package org.centralino.system.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.centralino.system.stack.Answer;
import org.centralino.system.stack.Api;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Simulator;
import org.centralino.system.stack.Simulator.Customer;
import org.centralino.system.stack.WhatsAppPlatform;
import org.centralino.system.stack.WhatsAppPlatform.Message;

/// Plays the customers, the platform and the operators, and writes everything into a [Ledger].
///
/// As the platform it delivers again until it is answered 200; as an operator's browser it posts again,
/// with the same id, until somebody answers.
public final class Driver implements AutoCloseable {
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMillis(500);
    /// Longer than anything that is killed, or lost and restored, needs to come back.
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final String NAME = "Ledger %s-";
    private static final String NUMBER = "39%s";
    private static final String CANARY = "canary-";

    /// One pixel.
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final RunningStack stack;
    private final WhatsAppPlatform platform;
    private final Simulator simulator;
    private final Ledger ledger;
    private final String run;
    private final long callsBefore;
    private final Map<String, Customer> customers = new ConcurrentHashMap<>();
    private final Map<UUID, Opening> openings = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    /// The message by which a conversation was opened, which the simulator's phone knows.
    private record Opening(String wamid, UUID message) {}

    /// @param file where the ledger stands afterwards
    public Driver(RunningStack stack, Path file) {
        this.stack = stack;
        this.platform = stack.platform();
        this.simulator = stack.simulator();
        this.ledger = Ledger.at(file);
        this.run = "%06d%02d".formatted(Instant.now().getEpochSecond() % 1_000_000, RUNS.incrementAndGet() % 100);
        this.callsBefore = simulator.lastCall();
    }

    public RunningStack stack() {
        return stack;
    }

    public Ledger ledger() {
        return ledger;
    }

    /// @return everybody who wrote in this run
    public Map<String, Customer> customers() {
        return customers;
    }

    /// @return the number of the last Graph call before this run
    long callsBefore() {
        return callsBefore;
    }

    /// @return somebody who has never written before, and has a phone in the simulator
    public Customer newCustomer() {
        var n = numbers.incrementAndGet();
        var customer = simulator.add(NAME.formatted(run) + n, "+" + NUMBER.formatted(run) + "%03d".formatted(n));
        customers.put(customer.bsuid(), customer);
        return customer;
    }

    /// The customer writes on the phone, so that the simulator knows that the window is open.
    ///
    /// @return the conversation
    public UUID opens(Customer customer) {
        var text = words("Ledger begins");
        var wamid = simulator.writes(customer, text);
        ledger.write(new Entry.MessagePosted(wamid, customer.bsuid(), simulator.now(), text));
        var conversation = stack.as(Operator.CARLA).conversationWith(customer.name());
        ledger.write(new Entry.MessageAnswered(wamid, 200));
        var id = UUID.fromString(conversation.path("id").asText());
        var message =
                stack.as(Operator.CARLA).timeline(id).getFirst().path("id").asText();
        openings.put(id, new Opening(wamid, UUID.fromString(message)));
        return id;
    }

    /// @param at the platform's time; it knows seconds only
    public Message message(Customer customer, int number, Instant at) {
        return new Message(
                "wamid.LEDGER.%s.%s.%d".formatted(run, customer.id(), number), customer, at, words("number " + number));
    }

    /// @return the text, with a mark by which it is known wherever it comes to stand
    public String words(String text) {
        return text + " " + mark();
    }

    /// Nothing that WhatsApp takes for formatting, so that a page shows it as it was written.
    private String mark() {
        return "^%s^".formatted(run);
    }

    /// Whether a line holds what must stay among people: words of this run, a customer's name or number.
    boolean isPrivate(String line) {
        return line.contains(mark())
                || line.contains(CANARY)
                || line.contains(NAME.formatted(run))
                || line.contains(NUMBER.formatted(run));
    }

    /// Delivers these messages in one webhook, once.
    public Answer post(List<Message> messages) {
        messages.forEach(it ->
                ledger.write(new Entry.MessagePosted(it.wamid(), it.customer().bsuid(), it.at(), it.text())));
        var answer = platform.post(WhatsAppPlatform.webhook(messages));
        messages.forEach(it -> ledger.write(new Entry.MessageAnswered(it.wamid(), answer.status())));
        return answer;
    }

    /// Delivers these messages in one webhook, again and again until it is answered 200.
    public void deliver(List<Message> messages) {
        insist(() -> post(messages));
    }

    /// Takes a conversation, and comes back when whoever accepts his replies has heard of it.
    public void takes(Operator operator, UUID conversation) {
        var api = stack.as(operator);
        var taken = insist(() -> api.take(conversation));
        if (!taken.isSuccess()) {
            throw new IllegalStateException("%s cannot take it: %s".formatted(operator.name(), taken));
        }
        var epoch = taken.json().path("epoch").asLong();
        Patience.await("the reply of %s is expected".formatted(operator.name()))
                .until(() -> api.conversation(conversation).path("epoch").asLong() >= epoch);
    }

    /// Replies with what the operator sees now.
    ///
    /// @return the last answer: 202, or a refusal
    public Answer reply(Operator author, UUID conversation, String text) {
        return reply(author, conversation, Map.of("type", "text", "text", text));
    }

    /// Replies with what the operator sees now.
    ///
    /// @param content what it says, in the API's form
    /// @return the last answer: 202, or a refusal
    public Answer reply(Operator author, UUID conversation, Map<String, Object> content) {
        return reply(stack.as(author), author, conversation, UUID.randomUUID(), content);
    }

    /// Replies with a picture that was never sent before.
    ///
    /// @return the last answer: 202, or a refusal
    public Answer replyWithPicture(Operator author, UUID conversation) {
        return replyWithFile(author, conversation, "image", "image/png", PICTURE);
    }

    /// Replies with a file that was never sent before.
    ///
    /// @param type of the reply, such as `document`
    /// @return the last answer: 202, or a refusal
    public Answer replyWithFile(Operator author, UUID conversation, String type, String mimeType, byte[] file) {
        var id = UUID.randomUUID();
        var brought = insist(() -> stack.as(author).bring(conversation, id, mimeType, file));
        return brought.isSuccess() ? reply(author, conversation, Map.of("type", type, "attachmentId", id)) : brought;
    }

    private Answer reply(Api api, Operator author, UUID conversation, UUID id, Map<String, Object> content) {
        var seen = insist(() -> api.get("/api/conversations/" + conversation));
        return insist(() -> {
            ledger.write(new Entry.ReplyPosted(
                    id,
                    conversation,
                    author.name(),
                    String.valueOf(content.getOrDefault("text", content.get("type")))));
            var answer = api.reply(
                    conversation,
                    id,
                    content,
                    seen.json().path("lastSequence").asLong(),
                    seen.json().path("epoch").asLong(),
                    true);
            ledger.write(new Entry.ReplyAnswered(id, answer.status()));
            return answer;
        });
    }

    /// Reports of every message that the platform took from us for this customer, in one webhook each: these
    /// statuses, in this order.
    ///
    /// @param statuses in the platform's words
    public void report(Customer customer, String... statuses) {
        var at = simulator.now();
        for (var call : taken(customer)) {
            for (var status : statuses) {
                insist(() -> platform.post(WhatsAppPlatform.statuses(List.of(new WhatsAppPlatform.Status(
                        call.path("wamid").asText(),
                        customer,
                        at,
                        status,
                        call.path("bizOpaqueCallbackData").textValue())))));
            }
        }
    }

    /// @return the calls of this run in which the platform took a message for this customer
    public List<JsonNode> taken(Customer customer) {
        return simulator.calls(callsBefore).stream()
                .filter(call -> call.path("accepted").asBoolean())
                .filter(call -> concerns(call, customer))
                .toList();
    }

    /// @return whether a Graph call was made for this customer, or would have been if it had been understood
    static boolean concerns(JsonNode call, Customer customer) {
        return call.path("customer").asText().equals(customer.id())
                || call.path("body").path("to").asText().equals("+" + customer.waId());
    }

    /// Sets an emoji on the message by which the conversation was opened, or takes it away.
    ///
    /// @param emoji empty to take it away
    /// @return the last answer: 202, or a refusal
    public Answer emoji(Operator author, UUID conversation, String emoji) {
        var id = UUID.randomUUID();
        var opening = Objects.requireNonNull(openings.get(conversation), "it was opened by this driver");
        var seen = insist(() -> stack.as(author).get("/api/conversations/" + conversation));
        return insist(() -> {
            ledger.write(new Entry.EmojiPosted(id, opening.wamid(), emoji));
            var answer = stack.as(author)
                    .emoji(
                            conversation,
                            opening.message(),
                            id,
                            emoji,
                            seen.json().path("epoch").asLong());
            ledger.write(new Entry.EmojiAnswered(id, answer.status()));
            return answer;
        });
    }

    /// Writes a note with words that stand nowhere else.
    public Answer note(Operator author, UUID conversation) {
        var id = UUID.randomUUID();
        var text = CANARY + id;
        return insist(() -> {
            ledger.write(new Entry.NotePosted(id, conversation, text));
            var answer = stack.as(author).note(conversation, id, text);
            ledger.write(new Entry.NoteAnswered(id, answer.status()));
            return answer;
        });
    }

    /// Asks again until there is an answer that does not pass.
    public Answer insist(java.util.function.Supplier<Answer> act) {
        return Patience.await("an answer that holds")
                .atMost(PATIENCE)
                .until(() -> calm(act), answer -> !answer.isPassing());
    }

    private static Answer calm(java.util.function.Supplier<Answer> act) {
        Answer answer;
        try {
            answer = act.get();
        } catch (java.io.UncheckedIOException keycloakAway) {
            answer = new Answer(0, "", keycloakAway.toString());
        }
        if (answer.isPassing()) {
            LockSupport.parkNanos(BEFORE_TRYING_AGAIN.toNanos());
        }
        return answer;
    }

    @Override
    public void close() {
        ledger.close();
    }
}
