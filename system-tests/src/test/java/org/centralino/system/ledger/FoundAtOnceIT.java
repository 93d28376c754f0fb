package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.centralino.system.stack.Json;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Simulator.Customer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a customer wrote is found within a second, however it is spelled, and by what he changed it to.
@ExtendWith(Product.class)
class FoundAtOnceIT {
    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final String COFFEE = "Perche\u0301 il caffè dell’ufficio è GIÀ finito? ☕\uFE0F";
    private static final List<String> WORDS = List.of("perche caffe", "perché", "gia finito", "ufficio", "☕");

    private final RunningStack stack;

    FoundAtOnceIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void a_message_is_found_within_a_second_by_every_spelling_of_its_words() {
        var nicolo = nicolo();
        var wamid = stack.simulator().writes(nicolo, COFFEE);

        WORDS.forEach(sought ->
                Patience.await("%s finds it".formatted(sought)).atMost(WITHIN).until(() -> isFound(nicolo, sought)));
        List.of("dalo", "d'alo", "D’Alò", "+" + nicolo.waId(), nicolo.waId().substring(5))
                .forEach(sought ->
                        assertThat(search(sought).path("customers")).as(sought).anyMatch(found -> isOf(nicolo, found)));

        stack.simulator().edits(nicolo, wamid, "Il tè è finito");
        Patience.await("it is found by what it says now").atMost(WITHIN).until(() -> !isFound(nicolo, "perche caffe"));
        assertThat(isFound(nicolo, "te finito")).isTrue();

        stack.simulator().deletes(nicolo, wamid);
        Patience.await("nothing of it is found").atMost(WITHIN).until(() -> !isFound(nicolo, "te finito"));
    }

    private Customer nicolo() {
        var digits = "%07d".formatted(Instant.now().toEpochMilli() % 10_000_000);
        return stack.simulator().add("Nicolò D’Alò " + digits, "+39333" + digits);
    }

    private boolean isFound(Customer customer, String sought) {
        return Json.members(search(sought).path("items")).anyMatch(found -> isOf(customer, found));
    }

    private static boolean isOf(Customer customer, JsonNode found) {
        return found.path("conversation").path("name").asText().equals(customer.name());
    }

    private JsonNode search(String sought) {
        return stack.as(Operator.CARLA)
                .get("/api/search?limit=100&q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8))
                .json();
    }
}
