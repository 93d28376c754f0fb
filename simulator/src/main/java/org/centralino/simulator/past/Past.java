package org.centralino.simulator.past;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.media.MediaFiles;
import org.centralino.simulator.media.domain.MediaTrouble;
import org.centralino.simulator.past.domain.PastPieces;
import org.centralino.simulator.past.domain.PastWish;
import org.centralino.simulator.past.domain.PhoneBook;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.webhook.Webhooks;

/// Tells what the phone has. The platform takes one request for each thing.
@Singleton
public class Past {
    private static final String LANE = "past";
    private static final String PICTURE = "META-INF/resources/samples/photo.jpg";

    private final Platform platform;
    private final MediaFiles files;
    private final Set<Asked> asked = ConcurrentHashMap.newKeySet();
    private volatile PastWish next = PastWish.ORDINARY;

    private record Asked(String phoneNumberId, String what) {}

    Past(Platform platform, MediaFiles files) {
        this.platform = platform;
        this.files = files;
    }

    void start(@Observes StartupEvent starting) {
        platform.listen(facts -> {
            if (facts.stream().anyMatch(Fact.Forgotten.class::isInstance)) {
                asked.clear();
                next = PastWish.ORDINARY;
            }
        });
    }

    /// From now on it is so when somebody asks for it.
    void prepare(PastWish wish) {
        next = wish;
    }

    /// @return whether this is the first request for it; only then it is told
    public boolean ask(String phoneNumberId, String what) {
        if (!asked.add(new Asked(phoneNumberId, what))) {
            return false;
        }
        if (what.equals("history")) {
            tellHistory(next);
        } else {
            tellAddressBook();
        }
        return true;
    }

    /// @return the ids of the webhooks
    List<Long> tellHistory(PastWish wish) {
        return platform.change(change -> {
            var pieces = new PastPieces(
                    wish, customers(change), change.account().mainNumber().number(), change.now());
            var told = pieces.pieces().stream().map(value -> queue(change, "history", value));
            var behind =
                    pieces
                            .files(() -> files.receive(picture(), "image/jpeg", change.now(), MediaTrouble.NONE)
                                    .id())
                            .stream()
                            .map(value -> queue(change, "history", value));
            return Stream.concat(told, behind).toList();
        });
    }

    /// @return the ids of the webhooks
    List<Long> tellAddressBook() {
        return platform.change(
                change -> List.of(queue(change, "smb_app_state_sync", PhoneBook.of(customers(change), change.now()))));
    }

    private static List<Customer> customers(Platform.Change change) {
        return change.state().customers().stream().filter(Customer::isListed).toList();
    }

    private static long queue(Platform.Change change, String field, Map<String, Object> value) {
        var number = change.account().mainNumber();
        var webhook = PlainJson.MAPPER.createObjectNode().put("object", "whatsapp_business_account");
        var told = webhook.putArray("entry")
                .addObject()
                .put("id", number.waba())
                .putArray("changes")
                .addObject()
                .put("field", field)
                .putObject("value");
        told.put("messaging_product", "whatsapp");
        told.putObject("metadata")
                .put("display_phone_number", number.number())
                .put("phone_number_id", number.phoneNumberId());
        told.setAll(PlainJson.MAPPER.<ObjectNode>valueToTree(value));
        return Webhooks.queueRaw(change, LANE, PlainJson.write(webhook));
    }

    private static byte[] picture() {
        try (var file = Objects.requireNonNull(
                Past.class.getClassLoader().getResourceAsStream(PICTURE), "it comes with the simulator")) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
