package org.centralino.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;
import org.centralino.system.stack.Operator;

/// An operator's window on the inbox. Everything is found by its role and its name, as a person would find
/// it.
public final class Inbox {
    private final Page page;
    private final Operator operator;
    private final Language language;

    private Inbox(Page page, Operator operator, Language language) {
        this.page = page;
        this.operator = operator;
        this.language = language;
    }

    /// In English.
    public static Inbox signedIn(Page page, URI gateway, Operator operator) {
        return signedIn(page, gateway, operator, Language.ENGLISH);
    }

    /// Signs in at Keycloak and comes back to the inbox.
    ///
    /// @param language of the window
    public static Inbox signedIn(Page page, URI gateway, Operator operator, Language language) {
        page.navigate(gateway.toString() + "/");
        page.getByLabel(Pattern.compile("^(Username|Email)", Pattern.CASE_INSENSITIVE))
                .fill(operator.username());
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(operator.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^(Sign in|Accedi)$")))
                .click();
        var inbox = new Inbox(page, operator, language);
        assertThat(inbox.conversations()).isVisible();
        return inbox;
    }

    public Page page() {
        return page;
    }

    public Operator operator() {
        return operator;
    }

    /// Leaves a mark that a reload would wipe.
    public void mark() {
        page.evaluate("window.centralinoWasNotReloaded = true");
    }

    public boolean wasNotReloaded() {
        return Boolean.TRUE.equals(page.evaluate("window.centralinoWasNotReloaded === true"));
    }

    public void showView(String name) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName(language.says("nav.views")))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(startingWith(name)))
                .click();
    }

    private Locator conversations() {
        return page.getByRole(
                AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName(language.says("nav.conversations")));
    }

    /// The row of a customer in the list; its name tells what a person sees in it.
    public Locator row(String customer) {
        return conversations().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(startingWith(customer)));
    }

    public void open(String customer) {
        row(customer).click();
        assertThat(heading(customer)).isVisible();
    }

    private Locator heading(String customer) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName(customer))
                .first();
    }

    public Locator thread() {
        return page.getByRole(AriaRole.LOG);
    }

    /// Entries of the thread whose name begins so, such as `Anna Ricci, reply`.
    public Locator entry(String beginning) {
        return thread().getByRole(AriaRole.ARTICLE, new Locator.GetByRoleOptions().setName(startingWith(beginning)));
    }

    public Locator button(String name) {
        return button(page, name);
    }

    /// A menu's button, a field or a card with these words.
    public Locator words(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(false)).first();
    }

    public Locator replyField(String customer) {
        return page.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName(language.says("composer.reply.field", "name", customer)));
    }

    public Locator noteField(String customer) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Internal note about " + customer));
    }

    public void take() {
        button(Pattern.compile("^%s( |$)".formatted(language.says("header.take"))))
                .click();
    }

    public void reply(String customer, String text) {
        replyField(customer).fill(text);
        replyField(customer).press("Enter");
    }

    public void note(String customer, String text) {
        button(Pattern.compile("^Write a note")).click();
        noteField(customer).fill(text);
        button("Add note").click();
    }

    /// Takes the conversation away from somebody, by the menu in the header.
    public void takeOverFrom(Operator holder) {
        button("Assigned to " + holder.name()).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Take over"))
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take over"))
                .click();
    }

    public Locator history() {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("History"))
                .click();
        return page.getByRole(AriaRole.TABPANEL)
                .getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("History"))
                .getByRole(AriaRole.LISTITEM);
    }

    private Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    /// The browser reads the pattern, and JavaScript knows no `\Q…\E`.
    private static Pattern startingWith(String text) {
        return Pattern.compile("^" + text.replaceAll("([\\\\.?*+^$|(){}\\[\\]])", "\\\\$1"));
    }
}
