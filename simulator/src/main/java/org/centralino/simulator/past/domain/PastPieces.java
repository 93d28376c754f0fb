package org.centralino.simulator.past.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centralino.simulator.platform.domain.Customer;
import org.jspecify.annotations.Nullable;

/// What was written with customers in the last 180 days, in the pieces in which the platform hands it
/// over: in three phases, each cut at so many messages, in no order, one of them twice. Files are
/// missing at first; the newest come behind, message by message.
///
/// The same customers have the same past whenever it is asked for.
public final class PastPieces {
    private static final int DECLINED = 2_593_109;
    private static final int MOST_IN_A_PIECE = 400;
    private static final Duration WHOLE_PAST = Duration.ofDays(170);
    private static final List<Duration> PHASES = List.of(Duration.ofDays(1), Duration.ofDays(90), Duration.ofDays(180));
    /// Older files are not handed over.
    private static final Duration FILES_OF = Duration.ofDays(14);

    private static final List<String> ASKED = List.of(
            "Salve, siete aperti sabato?",
            "Avete ancora l'olio nuovo?",
            "Il pacco è arrivato, grazie!",
            "A che ora passate?",
            "Vorrei lo stesso dell'altra volta");
    private static final List<String> ANSWERED = List.of(
            "Sì, dalle 9 alle 19",
            "Ne abbiamo ancora, gliene metto da parte?",
            "Grazie a lei!",
            "Domani mattina",
            "Certo, lo preparo");
    private static final List<String> STATUSES = List.of("READ", "DELIVERED", "READ", "PLAYED", "SENT");

    private final PastWish wish;
    private final List<Customer> customers;
    private final String business;
    private final Instant now;

    /// @param customers whom the phone may have written with
    /// @param business the number, in digits
    public PastPieces(PastWish wish, List<Customer> customers, String business, Instant now) {
        this.wish = wish;
        this.customers = people(wish.howManyPeople(), customers);
        this.business = business;
        this.now = now;
    }

    /// Those who are there, and others as far as more are wanted.
    private static List<Customer> people(int wanted, List<Customer> known) {
        var more = IntStream.range(0, Math.max(0, wanted - known.size()))
                .mapToObj(number -> Customer.of(
                        "Di prima %d".formatted(number + 1),
                        "39347%07d".formatted(8_000_000 + number),
                        null,
                        Customer.Kind.ADDED));
        return Stream.concat(known.stream().limit(wanted), more).toList();
    }

    /// @return values of `history`, in the order in which they are told
    public List<Map<String, Object>> pieces() {
        if (wish.isDeclined()) {
            return List.of(Map.of(
                    "history",
                    List.of(Map.of(
                            "errors",
                            List.of(Map.of(
                                    "code",
                                    DECLINED,
                                    "title",
                                    "History sharing is turned off",
                                    "message",
                                    "History sharing is turned off",
                                    "error_data",
                                    Map.of("details", "The business does not share its chat history.")))))));
        }
        var pieces = new ArrayList<Map<String, Object>>();
        var from = Duration.ZERO;
        for (var phase = 0; phase < PHASES.size(); phase++) {
            pieces.addAll(ofPhase(phase, from, PHASES.get(phase)));
            from = PHASES.get(phase);
        }
        var told = new ArrayList<>(pieces);
        told.add(pieces.getFirst());
        Collections.shuffle(told, new Random(wish.shuffledBy()));
        return told;
    }

    /// @param file gives the platform's id of a picture
    /// @return values of `history` with the messages whose files were missing
    public List<Map<String, Object>> files(Supplier<String> file) {
        return wish.isDeclined()
                ? List.of()
                : customers.stream()
                        .flatMap(customer -> messagesOf(customer).stream()
                                .filter(message -> message.file && message.at.isAfter(now.minus(FILES_OF)))
                                .map(message -> Map.<String, Object>of(
                                        message.ours ? "message_echoes" : "messages",
                                        List.of(message.withFile(file.get())))))
                        .toList();
    }

    private List<Map<String, Object>> ofPhase(int phase, Duration from, Duration to) {
        var threads = new ArrayList<Map<String, Object>>();
        var pieces = new ArrayList<List<Map<String, Object>>>();
        var inPiece = 0;
        for (var customer : customers) {
            var messages = messagesOf(customer).stream()
                    .filter(it -> !it.at.isAfter(now.minus(from)) && it.at.isAfter(now.minus(to)))
                    .map(Message::inThread)
                    .toList();
            for (var first = 0; first < messages.size(); first += MOST_IN_A_PIECE) {
                var some = messages.subList(first, Math.min(messages.size(), first + MOST_IN_A_PIECE));
                if (inPiece + some.size() > MOST_IN_A_PIECE) {
                    pieces.add(List.copyOf(threads));
                    threads.clear();
                    inPiece = 0;
                }
                threads.add(thread(customer, some));
                inPiece += some.size();
            }
        }
        pieces.add(List.copyOf(threads));
        return IntStream.range(0, pieces.size())
                .mapToObj(number -> piece(phase, number + 1, pieces.size(), pieces.get(number)))
                .toList();
    }

    private static Map<String, Object> piece(int phase, int number, int of, List<Map<String, Object>> threads) {
        var progress = (phase * 100 + 100 * number / of) / PHASES.size();
        return Map.of(
                "history",
                List.of(Map.of(
                        "metadata",
                        Map.of(
                                "phase",
                                phase,
                                "chunk_order",
                                number,
                                "progress",
                                phase == PHASES.size() - 1 && number == of ? 100 : progress),
                        "threads",
                        threads)));
    }

    private static Map<String, Object> thread(Customer customer, List<Map<String, Object>> messages) {
        var context = new LinkedHashMap<String, Object>();
        context.put("user_id", customer.bsuid());
        if (customer.phone() != null) {
            context.put("wa_id", customer.phone());
        }
        if (customer.username() != null) {
            context.put("username", customer.username());
        }
        return Map.of("id", customer.id(), "context", context, "messages", messages);
    }

    /// Questions and answers in turn, the oldest first; every fifth message has a file.
    private List<Message> messagesOf(Customer customer) {
        var many = wish.howManyMessages();
        return IntStream.range(0, many)
                .mapToObj(number -> new Message(
                        customer,
                        number,
                        number % 2 == 1,
                        number % 5 == 4 || number == many - 1,
                        now.minus(WHOLE_PAST.multipliedBy(many - number).dividedBy(many))
                                .plus(Duration.ofDays(6))))
                .filter(message -> message.at.isBefore(now))
                .toList();
    }

    /// @param file whether it has one
    private final class Message {
        private final Customer customer;
        private final int number;
        private final boolean ours;
        private final boolean file;
        private final Instant at;

        Message(Customer customer, int number, boolean ours, boolean file, Instant at) {
            this.customer = customer;
            this.number = number;
            this.ours = ours;
            this.file = file;
            this.at = at;
        }

        Map<String, Object> inThread() {
            var told = told(file ? "media_placeholder" : "text");
            if (!file) {
                told.put("text", Map.of("body", (ours ? ANSWERED : ASKED).get(number / 2 % ASKED.size())));
            }
            told.put("history_context", Map.of("status", ours ? STATUSES.get(number % STATUSES.size()) : "READ"));
            return told;
        }

        Map<String, Object> withFile(String id) {
            var told = told("image");
            told.put("image", Map.of("id", id, "mime_type", "image/jpeg", "caption", "Ecco la foto"));
            return told;
        }

        private Map<String, Object> told(String type) {
            var told = new LinkedHashMap<String, Object>();
            put(told, "from", ours ? business : customer.phone());
            put(told, "to", ours ? customer.phone() : null);
            put(told, ours ? "to_user_id" : "from_user_id", customer.bsuid());
            told.put("id", "wamid.PAST.%s.%d".formatted(customer.id(), number));
            told.put("timestamp", Long.toString(at.getEpochSecond()));
            told.put("type", type);
            return told;
        }

        private static void put(Map<String, Object> told, String name, @Nullable Object value) {
            if (value != null) {
                told.put(name, value);
            }
        }
    }
}
