package org.centralino.system.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.system.stack.Operator.ANNA;
import static org.centralino.system.stack.Operator.DARIO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centralino.system.browser.Browsers;
import org.centralino.system.browser.Inbox;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Simulator.Customer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// An administrator connects a second number, of another account and by a token of its own, in the page while
/// everything runs; customers write to it, operators answer
/// from it, and it is taken away again.
@ExtendWith({Product.class, Steps.class})
@TestMethodOrder(OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondNumberIT implements Photographed {
    private static final String QUESTION = "Siete aperti a Roma?";
    private static final String ANSWER = "Sì, fino alle 19.";
    private static final String CALLED = "Casa Lume Roma";
    private static final String ACCOUNT = "290000000000061";

    private final RunningStack stack;
    private final Browsers browsers = new Browsers();
    private final Customer ida;
    private final String number;
    private final String token;
    private Inbox anna;
    private Inbox dario;

    SecondNumberIT(RunningStack stack) {
        this.stack = stack;
        this.ida = stack.simulator().add("Ida Bo", "393480000421");
        this.number = stack.simulator().addsNumber(CALLED, "390699990002", ACCOUNT);
        this.token = stack.simulator().makesToken(number);
    }

    @AfterAll
    void closeTheWindows() {
        stack.as(DARIO).delete("/api/numbers/" + number);
        browsers.close();
    }

    @Override
    public void photograph(String step) {
        browsers.evidenceOf(step);
    }

    @Test
    @Order(1)
    void a_number_is_found_by_its_account_and_added_and_is_not_connected_yet() {
        anna = Inbox.signedIn(browsers.window(), stack.ports().gateway(), ANNA);
        anna.showView("Unassigned");
        anna.mark();
        dario = Inbox.signedIn(browsers.window(), stack.ports().gateway(), DARIO);
        dario.page().navigate(stack.ports().gateway() + "/settings/number");
        dario.button("Connect a number").click();

        field("Access token").fill(token);
        field("WhatsApp Business account id").fill(ACCOUNT);
        button("Look for its numbers").click();
        dialog().getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile(CALLED)))
                .check();
        button("Add it").click();

        assertThat(dialog().getByText(CALLED + " is not connected yet")).isVisible();
        browsers.picture(dario.page(), "number-1-steps");
    }

    @Test
    @Order(2)
    void its_steps_are_taken_and_the_address_answers() {
        assertThat(stack.simulator().number(number).path("subscribed").asBoolean())
                .isFalse();
        button("Subscribe").click();
        field("PIN of two-step verification").fill("123456");
        button("Register").click();
        assertThat(dialog().getByText(CALLED + " is connected")).isVisible();
        assertThat(stack.simulator().number(number).path("subscribed").asBoolean())
                .isTrue();

        button("Check the address").click();

        assertThat(dialog().getByText("The address answers as Meta expects")).isVisible();
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
        field("Phone number of a phone at hand").fill("+39 348 000 0421");
        button("Send").click();

        assertThat(dialog().getByText("It arrived on the phone")).isVisible();
        browsers.picture(dario.page(), "number-2-connected");
        button("Done").click();
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
        anna.showView("All");
        // Pages ask once a minute which numbers there are.
        assertThat(anna.button("Business number: All numbers"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(90_000));
        anna.button("Business number: All numbers").click();
        anna.page()
                .getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName(CALLED))
                .click();

        assertThat(anna.row(ida.name())).isVisible();
        browsers.picture(anna.page(), "number-3-inbox");
        assertThat(anna.wasNotReloaded()).isTrue();
    }

    @Test
    @Order(7)
    void once_it_is_removed_its_conversation_stays_and_nothing_is_sent_from_it() {
        var conversation = UUID.fromString(
                stack.as(ANNA).conversationWith(ida.name()).path("id").asText());
        dario.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(CALLED))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Remove").setExact(true))
                .click();
        button("Remove").click();

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
                        .post("/api/numbers", Map.of("phoneNumberId", number, "accountId", ACCOUNT))
                        .status())
                .isEqualTo(403);
    }

    private Locator dialog() {
        return dario.page().getByRole(AriaRole.DIALOG);
    }

    private Locator button(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator field(String label) {
        return dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
