package org.centralino.system.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/// The customer's phone, as the simulator's page shows it.
final class Phone {
    private final Page page;

    private Phone(Page page) {
        this.page = page;
    }

    static Phone of(Page page, URI simulator, String customer) {
        page.navigate(simulator.toString() + "/");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(customer))
                .first()
                .click();
        return new Phone(page);
    }

    Page page() {
        return page;
    }

    void write(String text) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message"))
                .fill(text);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Send").setExact(true))
                .click();
    }

    Locator chat(String customer) {
        return page.getByRole(AriaRole.LOG, new Page.GetByRoleOptions().setName("Chat with " + customer));
    }

    /// What stands below a message to be pressed.
    void press(String customer, String button) {
        chat(customer)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .last()
                .click();
    }

    /// A list below a message, which is then chosen from.
    void open(String customer, String list) {
        chat(customer)
                .getByText(list, new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
    }

    /// What the phone asks for, as it stands there.
    void fillsIn() {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Send").setExact(true))
                .click();
    }

    /// One of the product that was shown last.
    void order(String customer) {
        press(customer, "Order");
        fillsIn();
    }

    void jumpADay() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Jump 24 hours"))
                .click();
    }
}
