package org.centralino.system.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.system.stack.Operator.ANNA;
import static org.centralino.system.stack.Operator.DARIO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.centralino.system.browser.Inbox;
import org.centralino.system.browser.Language;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.WhatsAppPlatform;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Whatever may be sent goes from the composer to the customer's phone, and what he does there comes back: in each
/// language, in English by day and in Italian by night.
abstract class EverythingSent extends BilingualStory {
    private static final String CATALOGUE = "770000000000041";

    /// New each time, so that it may be played again where it was played before.
    private final String digits;

    private final String customer;
    private final long callsBefore;
    private Inbox anna;
    private Page page;
    private Phone phone;

    EverythingSent(Language language, RunningStack stack) {
        super("sent", language, stack);
        this.callsBefore = stack.simulator().lastCall();
        this.digits = "%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        this.customer = "Nina " + digits;
    }

    @Test
    @Order(1)
    void a_customer_writes_and_gets_words_that_answer_hers() {
        var nina = stack.simulator().add(customer, "393339" + digits);
        phone = Phone.of(browsers.window(), stack.ports().simulator(), customer);
        anna = Inbox.signedIn(window(), stack.ports().gateway(), ANNA, language);
        page = anna.page();
        stack.simulator().writes(nina, "Buongiorno, avete la Aurora?");
        page.navigate(stack.ports().gateway() + "/inbox/all");
        anna.open(customer);
        anna.take();
        // What is added below a message moves it away from the pointer.
        assertThat(anna.thread()).containsText("Anna Ricci");

        tool("tools.answer");
        anna.reply(customer, "Sì: https://casalume.example/aurora");

        assertThat(phone.chat(customer)).containsText("https://casalume.example/aurora");
        assertThat(phone.chat(customer).getByRole(AriaRole.ARTICLE).last().locator("blockquote"))
                .containsText("avete la Aurora?");
        assertThat(anna.entry("Anna Ricci").last()).containsText("avete la Aurora?");
        isWell("words");
    }

    @Test
    @Order(2)
    void an_emoji_is_set_on_her_message_and_taken_away() {
        var onHers = phone.chat(customer).locator(".reaction").first();
        tool("tools.react");
        emoji("tools.reactWith");
        assertThat(onHers).hasText("👍");
        tool("tools.react");
        emoji("tools.takeAway");

        assertThat(onHers).hasText("");
    }

    @Test
    @Order(3)
    void she_sees_that_somebody_types() {
        anna.replyField(customer).pressSequentially("Un attimo");

        assertThat(phone.page().getByText("typing…")).isVisible();
        anna.replyField(customer).fill("");
    }

    @Test
    @Order(4)
    void a_place_and_a_contact_card_arrive_as_what_they_are() {
        var dialog = somethingElse("location");
        fill(dialog, "ask.point", "45.4642, 9.1900");
        fill(dialog, "ask.placeName", "Casa Lume Brera");
        isWell("place");
        send(dialog);
        dialog = somethingElse("contacts");
        fill(dialog, "ask.name", "Bruno Conti");
        fill(dialog, "ask.phones", "+39 02 9999 0001");
        isWell("card");
        send(dialog);

        assertThat(phone.chat(customer)).containsText("Casa Lume Brera");
        assertThat(phone.chat(customer)).containsText("Bruno Conti");
        assertThat(anna.thread()).containsText("Casa Lume Brera");
        assertThat(anna.thread()).containsText("Bruno Conti");
    }

    @Test
    @Order(5)
    void a_question_is_answered_by_a_button_and_a_list_by_one_of_its_rows() {
        var dialog = somethingElse("buttons");
        fill(dialog, "ask.text", "Quando consegniamo?");
        fill(dialog, "ask.button", "Domani", "number", 1);
        fill(dialog, "ask.button", "Dopodomani", "number", 2);
        isWell("question");
        send(dialog);
        phone.press(customer, "Dopodomani");
        assertThat(anna.entry(customer).last()).containsText("Dopodomani");

        dialog = somethingElse("options");
        fill(dialog, "ask.text", "A che ora?");
        fill(dialog, "ask.opens", "Orari");
        fill(dialog, "ask.row", "Dalle 9 alle 11", "number", 1);
        isWell("list");
        send(dialog);
        phone.open(customer, "Orari");
        phone.press(customer, "Dalle 9 alle 11");

        assertThat(anna.entry(customer).last()).containsText("Dalle 9 alle 11");
        isWell("answered");
    }

    @Test
    @Order(6)
    void a_button_opens_a_page_and_another_brings_her_place() {
        var dialog = somethingElse("link");
        fill(dialog, "ask.text", "Segua il pacco");
        fill(dialog, "ask.opens", "Dov'è");
        fill(dialog, "ask.url", "https://track.example/1");
        isWell("link");
        send(dialog);
        assertThat(phone.chat(customer).getByRole(AriaRole.LINK, named("Dov'è")))
                .hasAttribute("href", "https://track.example/1");

        dialog = somethingElse("location-request");
        fill(dialog, "ask.text", "Dove consegniamo?");
        send(dialog);
        phone.press(customer, "Send my place");
        phone.fillsIn();

        assertThat(anna.entry(customer).last().getByRole(AriaRole.LINK))
                .hasAttribute("href", Pattern.compile("45\\.4434.*10\\.9973"));
        isWell("her-place");
    }

    @Test
    @Order(7)
    void files_of_every_kind_go_out_in_order_the_first_with_words_below_it() {
        page.getByTestId("file-picker").setInputFiles(new FilePayload[] {
            SampleFiles.photo("divano.jpg"),
            SampleFiles.video("divano.mp4"),
            SampleFiles.document("preventivo.pdf"),
            SampleFiles.sticker("ciao.webp", page)
        });
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName(language.says("attach.tray")))
                        .getByRole(AriaRole.LISTITEM))
                .hasCount(4);
        isWell("tray");
        anna.reply(customer, "Ecco il divano");

        var files = phone.chat(customer).locator("img.file-seen, video.file-seen, a.file-had");
        assertThat(files).hasCount(4);
        assertThat(files.nth(0)).hasAttribute("alt", Pattern.compile("Ecco il divano"));
        assertThat(files.nth(3)).hasClass(Pattern.compile("sticker"));
        assertThat(anna.thread()).containsText("preventivo.pdf");
        isWell("files");
    }

    @Test
    @Order(8)
    void a_voice_message_is_recorded_heard_and_sent() {
        anna.button(language.says("attach.voice")).click();
        assertThat(page.getByRole(AriaRole.METER)).isVisible();
        assertThat(page.getByRole(AriaRole.TIMER)).containsText(Pattern.compile("0:0[1-9]"));
        anna.button(language.says("attach.voice.stop")).click();
        assertThat(page.getByLabel(language.says("attach.voice.listen"))).isVisible();
        isWell("voice");
        anna.button(language.says("attach.voice.send")).click();

        assertThat(phone.chat(customer).locator("audio.file-heard")).hasCount(1);
    }

    @Test
    @Order(9)
    void a_product_is_ordered_and_of_several_one_is_asked_about() {
        chooseTheCatalogue();
        var dialog = somethingElse("product");
        dialog.getByRole(AriaRole.BUTTON, named("Lampada Brera")).click();
        isWell("product");
        send(dialog);
        phone.order(customer);
        assertThat(anna.entry(customer).last()).containsText("129");

        dialog = somethingElse("products");
        fill(dialog, "products.header", "Novità");
        fill(dialog, "products.text", "Le lampade di cui parlavamo");
        dialog.getByRole(AriaRole.BUTTON, named("Lampada Aurora")).click();
        dialog.getByRole(AriaRole.BUTTON, named("Applique Navigli")).click();
        isWell("products");
        send(dialog);
        phone.press(customer, "Ask about Applique Navigli");
        phone.fillsIn();
        assertThat(anna.entry(customer).last()).containsText("Is this still available?");

        dialog = somethingElse("catalogue");
        fill(dialog, "products.text", "Ecco tutto");
        send(dialog);
        phone.open(customer, "View catalogue");

        assertThat(phone.chat(customer)).containsText("Ecco tutto");
        isWell("ordered");
    }

    @Test
    @Order(10)
    void a_template_has_a_place_above_it() {
        var picker = template("ritiro_in_negozio");
        fill(picker, "ask.point", "45.4720, 9.1870");
        fill(picker, "ask.placeName", "Magazzino di Lambrate");
        fillTheRest(picker);
        isWell("template-place");
        sendBy(picker);

        assertThat(phone.chat(customer)).containsText("Magazzino di Lambrate");
        assertThat(anna.entry("Anna Ricci").last()).containsText("Magazzino di Lambrate");
    }

    @Test
    @Order(11)
    void a_template_is_made_turned_down_put_right_approved_and_sent_and_how_it_fares_is_told_live() {
        var name = "grazie_" + digits;
        var templates = Inbox.signedIn(window(), stack.ports().gateway(), DARIO, language)
                .page();
        templates.navigate(stack.ports().gateway() + "/templates/new");
        var form =
                templates.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName(language.says("template.form")));
        fill(form, "template.name", name);
        form.getByLabel(language.says("template.language")).selectOption("it");
        form.getByLabel(language.says("template.body"), EXACTLY).fill("Ciao {{1}}, grazie di essere passata.");
        fill(form, "template.example", "Ada", "name", "1");
        form.getByRole(AriaRole.BUTTON, named("+ " + language.says("template.button.quick-reply")))
                .click();
        fill(form, "template.button.text", "Prego");
        assertThat(templates.getByRole(AriaRole.FIGURE)).containsText("Ciao Ada, grazie di essere passata.");
        isWell(templates, "template-made");
        button(form, "template.handIn").click();

        var made = templates.getByRole(
                AriaRole.MAIN, new Page.GetByRoleOptions().setName(name).setExact(true));
        var standing = made.getByRole(AriaRole.STATUS).first();
        assertThat(standing).containsText(language.says("template.status.pending"));
        stack.simulator().decides(name, "it", "REJECTED", "INVALID_FORMAT");
        assertThat(standing).containsText(language.says("template.reason.INVALID_FORMAT"));
        isWell(templates, "template-rejected");
        button(made, "template.edit").click();
        form.getByLabel(language.says("template.body"), EXACTLY).fill("Ciao {{1}}, grazie di cuore della visita.");
        button(form, "template.handIn").click();
        assertThat(standing).containsText(language.says("template.status.pending"));
        stack.simulator().decides(name, "it", "APPROVED", "NONE");
        assertThat(standing).containsText(language.says("template.status.approved"));

        var picker = template(name);
        fillTheRest(picker);
        sendBy(picker);
        assertThat(phone.chat(customer)).containsText("grazie di cuore della visita.");
        phone.press(customer, "Prego");

        assertThat(anna.entry(customer).last()).containsText("Prego");
        stack.simulator().decides(name, "it", "PAUSED", "NONE");
        assertThat(standing).containsText(language.says("template.status.paused"));
        templates.reload();
        var inTotal = made.getByRole(AriaRole.ROW, named(language.says("template.use.in.total")));
        assertThat(inTotal.getByRole(AriaRole.CELL)).hasText(new String[] {"1", "1", "1", "1", "0"});
        isWell(templates, "template-paused");
        templates.close();
    }

    @Test
    @Order(12)
    void advertising_waits_for_her_consent_and_then_goes_as_cards_with_pictures() {
        var picker = template("lampade_nuove");
        assertThat(picker).containsText(language.says("offer.why.consent-missing"));
        isWell("no-consent");
        button(picker, "consent.record.given").click();
        picker.getByLabel(language.says("consent.evidence.given")).fill("chiesto in negozio, oggi");
        button(picker, "consent.save").click();
        assertThat(picker).not().containsText(language.says("offer.why.consent-missing"));

        fillTheRest(picker);
        for (var card = 0; card < 2; card++) {
            picker.getByTestId("template-file")
                    .nth(card)
                    .setInputFiles(SampleFiles.photo("lampada-%d.jpg".formatted(card)));
        }
        assertThat(picker.getByText("lampada-0.jpg").first()).isVisible();
        assertThat(picker.getByText("lampada-1.jpg").first()).isVisible();
        isWell("carousel");
        sendBy(picker);
        phone.press(customer, "Mi interessa");

        assertThat(anna.entry(customer).last()).containsText("Mi interessa");
        isWell("cards");
    }

    @Test
    @Order(13)
    void a_template_is_answered_by_a_form_and_another_by_her_contact_card() {
        var picker = template("come_e_andata");
        fillTheRest(picker);
        sendBy(picker);
        phone.press(customer, "Rispondi");
        phone.page().getByLabel("Anything else").fill("Corriere gentile");
        phone.fillsIn();
        assertThat(anna.entry(customer).last()).containsText("Corriere gentile");
        isWell("form");

        picker = template("parliamone");
        fillTheRest(picker);
        sendBy(picker);
        phone.press(customer, "Condividi il contatto");

        assertThat(anna.entry(customer).last()).containsText(digits.substring(2));
        isWell("her-card");
    }

    @Test
    @Order(14)
    void templates_open_chosen_products_which_are_ordered_and_the_whole_catalogue() {
        var picker = template("scelte_per_te");
        fillTheRest(picker);
        picker.getByRole(AriaRole.BUTTON, named("Lampada Aurora")).click();
        isWell("template-products");
        sendBy(picker);
        phone.open(customer, "Vedi articoli");
        phone.order(customer);
        assertThat(anna.entry(customer).last()).containsText("89");

        picker = template("tutto_il_catalogo");
        fillTheRest(picker);
        isWell("template-catalogue");
        sendBy(picker);
        phone.open(customer, "Vedi il catalogo");

        assertThat(anna.entry("Anna Ricci").last()).containsText("Vedi il catalogo");
        isWell("opened");
    }

    @Test
    @Order(15)
    void a_product_stands_above_a_template_or_on_its_cards_and_an_offer_says_when_it_ends() {
        var picker = template("lampada_del_mese");
        fillTheRest(picker);
        picker.getByRole(AriaRole.BUTTON, named("Lampada Brera")).click();
        isWell("template-product");
        sendBy(picker);
        phone.open(customer, "Vedi la lampada");
        phone.order(customer);
        assertThat(anna.entry(customer).last()).containsText("129");

        picker = template("due_lampade");
        fillTheRest(picker);
        picker.getByRole(AriaRole.BUTTON, named("Lampada Aurora")).click();
        picker.getByRole(AriaRole.BUTTON, named("Lampada Brera")).click();
        isWell("template-product-cards");
        sendBy(picker);
        assertThat(anna.entry("Anna Ricci").last()).containsText("Lampada Aurora");

        picker = template("saldi_lampo");
        fillTheRest(picker);
        picker.getByLabel(language.says("offer.ends")).fill("2031-05-04T20:00");
        isWell("template-offer");
        sendBy(picker);
        assertThat(phone.chat(customer)).containsText("Saldi lampo");
        assertThat(anna.entry("Anna Ricci").last()).containsText("Saldi lampo");
    }

    @Test
    @Order(16)
    void she_is_asked_whether_she_may_be_called_and_lets_herself_be() {
        var picker = template("possiamo_chiamarti");
        fillTheRest(picker);
        sendBy(picker);

        phone.press(customer, "Allow calls for a week");

        assertThat(anna.entry(customer).last())
                .containsText(language.says("said.calls.until", "time", "").strip());
        isWell("leave-to-call");
    }

    @Test
    @Order(17)
    void after_a_day_a_template_reaches_her_and_her_answer_lets_words_be_written_again() {
        phone.jumpADay();
        assertThat(page.getByText(language.says("closed.title"))).isVisible();
        assertThat(anna.replyField(customer)).hasCount(0);
        isWell("closed");

        page.keyboard().press("t");
        var picker = page.getByRole(AriaRole.DIALOG);
        picker.getByText("appuntamento", new Locator.GetByTextOptions().setExact(true))
                .click();
        fillTheRest(picker);
        sendBy(picker);
        phone.press(customer, "Confermo");

        assertThat(anna.entry(customer).last()).containsText("Confermo");
        anna.reply(customer, "Grazie, a domani.");
        assertThat(phone.chat(customer)).containsText("Grazie, a domani.");
    }

    @Test
    @Order(18)
    void a_note_among_all_of_it_is_nowhere_on_the_phone() {
        page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(language.says("composer.mode")))
                .getByText(language.says("composer.note"))
                .click();
        page.getByPlaceholder(language.says("composer.note.placeholder")).fill("canary-everything: chiede sconti");
        anna.button(language.says("composer.addNote")).click();

        assertThat(anna.thread()).containsText("canary-everything");
        assertThat(phone.chat(customer)).not().containsText("canary-everything");
        assertThat(stack.simulator().calls(callsBefore))
                .noneMatch(call -> call.toString().contains("canary-everything"));
        browsers.picture(phone.page(), "sent-%s-phone".formatted(language));
    }

    /// Anna's page hears of it by itself.
    private void chooseTheCatalogue() {
        assertThat(stack.as(DARIO)
                        .call(
                                "PATCH",
                                "/api/numbers/" + WhatsAppPlatform.PHONE_NUMBER_ID,
                                "{\"catalogId\":\"%s\"}".formatted(CATALOGUE))
                        .isSuccess())
                .isTrue();
        Patience.await("products can be shown")
                .until(() -> stack.as(ANNA).get("/api/config").text().contains(CATALOGUE));
    }

    /// Opens the dialog of one of the kinds beside words.
    private Locator somethingElse(String kind) {
        var item = page.getByRole(
                AriaRole.MENUITEM,
                new Page.GetByRoleOptions()
                        .setName(language.says("ask.kind." + kind))
                        .setExact(true));
        anna.button(language.says("ask.more")).click();
        item.click();
        return page.getByRole(AriaRole.DIALOG);
    }

    private void send(Locator dialog) {
        button(dialog, "ask.send").click();
        assertThat(dialog).hasCount(0);
    }

    private Locator template(String name) {
        anna.button(language.says("offer.choose")).click();
        var picker = page.getByRole(AriaRole.DIALOG);
        picker.getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
        return picker;
    }

    /// What is asked for and not known.
    private static void fillTheRest(Locator picker) {
        for (var field : picker.locator("input[required]").all()) {
            if (field.inputValue().isEmpty()) {
                field.fill("notte");
            }
        }
    }

    /// Sends what was chosen from the keyboard, once it can be: until then the keys do nothing.
    private void sendBy(Locator picker) {
        assertThat(button(picker, "offer.send")).isEnabled();
        page.keyboard().press("Control+Enter");
        assertThat(picker).hasCount(0);
    }

    /// What is done with the last message of the customer.
    private void tool(String key) {
        var hers = anna.entry(customer).last();
        hers.hover();
        button(hers, key).click();
    }

    private void emoji(String key) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named(language.says(key, "emoji", "👍")))
                .click();
    }

    private void fill(Locator place, String key, String text, Object... values) {
        place.getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions()
                                .setName(language.says(key, values))
                                .setExact(true))
                .fill(text);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private void isWell(String what) {
        isWell(page, what);
    }
}
