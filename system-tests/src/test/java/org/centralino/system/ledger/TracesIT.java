package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.centralino.system.stack.AsInProduction;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Simulator.Customer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A message and its answer, as whoever looks for what is slow follows them through all services.
@AsInProduction
@TestMethodOrder(OrderAnnotation.class)
class TracesIT {
    private static final String OF_A_STRANGER = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private final RunningStack stack;
    private Driver driver;
    private LiveRecorder browser;
    private Traces traces;
    private Customer customer;
    private UUID conversation;

    TracesIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void start() {
        driver = new Driver(stack, Path.of("target/ledgers/traces.jsonl"));
        browser = new LiveRecorder(stack, Operator.CARLA, Set::of).awaitHello();
        traces = new Traces(stack);
        customer = driver.newCustomer();
    }

    @AfterAll
    void stop() {
        browser.close();
        driver.close();
    }

    @Test
    @Order(1)
    void a_message_is_followed_from_the_webhook_to_the_browser() {
        conversation = driver.opens(customer);

        traces.await(
                "gateway: post /webhooks/whatsapp",
                "conversation: process centralino.whatsapp.v1",
                "conversation: insert outbox",
                "gateway: write frame");
    }

    @Test
    @Order(2)
    void an_answer_is_followed_from_the_browser_to_the_platform_and_back() {
        driver.takes(Operator.ANNA, conversation);

        driver.reply(Operator.ANNA, conversation, driver.words("An answer"));

        traces.await(
                "gateway: post /api/",
                "conversation: post /api/conversations/{conversationid}/replies",
                "outbound: process centralino.conversation.v1",
                "outbound: post messages",
                "conversation: process centralino.outbound.v1",
                "gateway: write frame");
    }

    @Test
    @Order(3)
    void nobody_is_in_a_span_with_his_words_name_number_or_token_and_no_stranger_chooses_what_is_followed()
            throws Exception {
        ask("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=local-verify-token");
        ask("/api/conversations?text=" + URLEncoder.encode(customer.name(), StandardCharsets.UTF_8));
        traces.await("gateway: get /webhooks/whatsapp");

        assertThat(traces.spans())
                .hasSizeGreaterThan(30)
                .noneMatch(driver::isPrivate)
                .noneMatch(span -> span.contains("local-verify-token") || span.contains("local-access-token"))
                .noneMatch(span -> span.contains("eyJ"))
                .noneMatch(span -> span.contains(OF_A_STRANGER));
    }

    private void ask(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(stack.ports().gateway() + path))
                .header("Authorization", "Bearer " + stack.tokens().of(Operator.ANNA))
                .header("traceparent", "00-%s-bbbbbbbbbbbbbbbb-01".formatted(OF_A_STRANGER))
                .build();
        assertThat(stack.http().send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }
}
