package org.centralino.system.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.system.stack.Operator.ANNA;
import static org.centralino.system.stack.Operator.DARIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.centralino.system.browser.Inbox;
import org.centralino.system.browser.Language;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Simulator.Customer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// An administrator connects a second number, of another account and by a token of its own, in the page while
/// everything runs; customers write to it, operators answer
/// from it, and it is taken away again.
abstract class SecondNumber extends BilingualStory {
    private static final String QUESTION = "Siete aperti a Roma?";
    private static final String ANSWER = "Sì, fino alle 19.";
    private static final String WAITING = "Ci siamo anche sabato.";

    private final Customer ida;
    private final String number;
    private final String token;
    private final String called;
    private final String account;
    private final String phone;
    private Inbox anna;
    private Inbox dario;

    /// New each time, so that it may be played again where it was played before.
    SecondNumber(Language language, RunningStack stack) {
        super("number", language, stack);
        var digits = "%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        this.called = "Casa Lume " + digits;
        this.account = "290000000" + digits;
        this.phone = "393480" + digits;
        this.ida = stack.simulator().add("Ida " + digits, phone);
        this.number = stack.simulator().addsNumber(called, "390699" + digits, account);
        this.token = stack.simulator().makesToken(number);
    }

    @AfterAll
    void removeTheNumber() {
        stack.as(DARIO).delete("/api/numbers/" + number);
    }

    @Test
    @Order(1)
    void a_number_is_found_by_its_account_and_added_and_is_not_connected_yet() {
        anna = Inbox.signedIn(window(), stack.ports().gateway(), ANNA, language);
        anna.showView(language.says("view.unassigned"));
        anna.mark();
        dario = Inbox.signedIn(window(), stack.ports().gateway(), DARIO, language);
        dario.page().navigate(stack.ports().gateway() + "/settings/number");
        dario.button(language.says("number.add")).click();

        field("number.connect.token").fill(token);
        field("number.connect.account").fill(account);
        button("number.connect.look").click();
        dialog().getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile(called)))
                .check();
        button("number.connect.add").click();

        assertThat(dialog().getByText(language.says("number.connect.notYet", "number", called)))
                .isVisible();
        isWell(dario.page(), "steps");
    }

    @Test
    @Order(2)
    void its_steps_are_taken_and_the_address_answers() {
        assertThat(stack.simulator().number(number).path("subscribed").asBoolean())
                .isFalse();
        button("number.step.subscribe.do").click();
        field("number.step.register.pin").fill("123456");
        button("number.step.register.do").click();
        assertThat(dialog().getByText(language.says("number.connect.done", "number", called)))
                .isVisible();
        assertThat(stack.simulator().number(number).path("subscribed").asBoolean())
                .isTrue();

        button("number.callback.check").click();

        assertThat(dialog().getByText(Pattern.compile(
                        "^" + language.says("number.callback.answers").split("\\.")[0])))
                .isVisible();
    }

    @Test
    @Order(3)
    void what_a_customer_writes_to_it_stands_in_the_inbox_without_a_reload() {
        stack.simulator().writesTo(number, ida, QUESTION);

        assertThat(anna.row(ida.name())).isVisible();
        assertThat(anna.wasNotReloaded()).isTrue();
    }

    @Test
    @Order(4)
    void the_test_message_comes_back_with_its_ticks() {
        field("number.step.test.to").fill("+" + phone);
        button("number.step.test.do").click();

        assertThat(dialog().getByText(language.says("number.test.arrived"))).isVisible();
        isWell(dario.page(), "connected");
        button("number.connect.close").click();
    }

    @Test
    @Order(5)
    void the_answer_goes_out_from_that_number() {
        anna.open(ida.name());
        anna.take();
        anna.reply(ida.name(), ANSWER);

        Patience.await("the answer on the phone")
                .untilAsserted(() -> assertThat(stack.simulator().phone(ida)).anySatisfy(message -> {
                    assertThat(message.path("text").asText()).isEqualTo(ANSWER);
                    assertThat(message.path("number").asText()).isEqualTo(number);
                }));
    }

    @Test
    @Order(6)
    void the_inbox_can_be_looked_at_number_by_number_without_being_loaded_again() {
        anna.showView(language.says("view.all"));
        anna.button(filter()).click();
        anna.page()
                .getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName(called))
                .click();

        assertThat(anna.row(ida.name())).isVisible();
        isWell(anna.page(), "inbox");
        assertThat(anna.wasNotReloaded()).isTrue();
    }

    @Test
    @Order(7)
    void what_customers_see_of_it_is_changed_in_the_page() {
        button(card(), "number.profile.change").click();
        field("number.profile.about").fill("Lampade, a " + called);
        isWell(dario.page(), "profile");
        button("number.profile.save").click();

        assertThat(dialog()).hasCount(0);
        dario.page().reload();
        assertThat(card()).containsText("Lampade, a " + called);
    }

    @Test
    @Order(8)
    void a_code_leads_to_its_chat_with_words_that_stand_there_already() {
        button(card(), "number.qr.new").click();
        field("number.qr.message").fill("Vorrei un preventivo");
        button("number.profile.save").click();

        assertThat(dialog()).hasCount(0);
        assertThat(card()).containsText("Vorrei un preventivo");
        isWell(dario.page(), "code");
    }

    @Test
    @Order(9)
    void while_its_token_is_refused_an_answer_waits_and_another_token_lets_it_go() {
        anna.open(ida.name());
        var another = stack.simulator().makesToken(number);
        anna.reply(ida.name(), WAITING);

        assertThat(anna.page()
                        .getByText(language.says("number.kind.token-refused"))
                        .first())
                .isVisible();
        isWell(anna.page(), "stopped");
        assertThat(stack.simulator().phone(ida)).noneMatch(this::waited);
        button(card(), "number.token.give").click();
        field("number.token.field").fill(another);
        button("number.token.use").click();

        Patience.await("what waited is on the phone")
                .untilAsserted(
                        () -> assertThat(stack.simulator().phone(ida).stream().filter(this::waited))
                                .hasSize(1));
        assertThat(anna.page().getByText(language.says("number.kind.token-refused")))
                .hasCount(0);
    }

    @Test
    @Order(10)
    void once_it_is_removed_its_conversation_stays_and_nothing_is_sent_from_it() {
        var conversation = UUID.fromString(
                stack.as(ANNA).conversationWith(ida.name()).path("id").asText());
        button(card(), "number.manage.remove").click();
        button("number.manage.remove").click();

        Patience.await("the refusal").untilAsserted(() -> {
            var refused = stack.as(ANNA).reply(conversation, UUID.randomUUID(), "Ancora qui?");
            assertThat(refused.problem()).contains("number-removed");
        });
        assertThat(stack.as(ANNA).get("/api/conversations/" + conversation).status())
                .isEqualTo(200);
        assertThat(stack.as(DARIO)
                        .call("PATCH", "/api/numbers/" + number, "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(stack.as(ANNA)
                        .post("/api/numbers", Map.of("phoneNumberId", number, "accountId", account))
                        .status())
                .isEqualTo(403);
    }

    private String filter() {
        return language.says("list.number.choose", "number", language.says("list.number.all"));
    }

    private boolean waited(JsonNode message) {
        return message.path("text").asText().equals(WAITING);
    }

    private Locator card() {
        return dario.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(called));
    }

    private Locator dialog() {
        return dario.page().getByRole(AriaRole.DIALOG);
    }

    private Locator button(String key) {
        return button(dialog(), key);
    }

    private Locator field(String key) {
        return dialog().getByLabel(language.says(key), EXACTLY);
    }
}
