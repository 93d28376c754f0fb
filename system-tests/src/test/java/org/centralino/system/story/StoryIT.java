package org.centralino.system.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.system.stack.Operator.ANNA;
import static org.centralino.system.stack.Operator.BRUNO;
import static org.centralino.system.stack.Operator.CARLA;
import static org.centralino.system.stack.Operator.ELENA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centralino.events.MessageStatus;
import org.centralino.system.browser.Browsers;
import org.centralino.system.browser.Inbox;
import org.centralino.system.stack.Answer;
import org.centralino.system.stack.Json;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.Patience;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.centralino.system.stack.Simulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// The main job, end to end, as people live it: two operators, a supervisor, a viewer and a customer, in
/// five windows of Chromium. What the page refuses, the server is asked to do all the same.
@ExtendWith({Product.class, Steps.class})
@TestMethodOrder(OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryIT implements Photographed {
    private static final String GIULIA = "Giulia Ferri";
    private static final String QUESTION = "Buongiorno, è arrivato il mio ordine? 😊";
    private static final String NOTE = "Il corriere passa domani, canary-story";
    private static final String ANSWER = "Buongiorno Giulia, arriva domani mattina.";
    private static final String FROM_THE_PHONE = "Ti chiamo tra poco";
    private static final String NUMBER = "510000000000023";
    private static final String MARCO = "Marco De Santis";
    private static final String SARA = "Sara Bianchi";
    private static final String BEATRICE = "Beatrice Riva";
    private static final String GROUP = "Trasloco via Roma";
    private static final String MARTA = "Marta Valli";
    private static final String LATE_ANSWER = "Glielo porto io.";
    private static final Map<String, ?> PLACE =
            Map.of("latitude", 44.4949, "longitude", 11.3426, "name", "Bar Sole", "address", "Via Roma 1, Bologna");
    private static final Map<String, ?> AGREED =
            Map.of("type", "button_reply", "button_reply", Map.of("id", "yes", "title", "Va bene"));

    private final RunningStack stack;
    private final Browsers browsers = new Browsers();
    private final long callsBefore;
    private Inbox anna;
    private Inbox bruno;
    private Inbox carla;
    private Phone phone;
    private UUID conversation;

    StoryIT(RunningStack stack) {
        this.stack = stack;
        this.callsBefore = stack.simulator().lastCall();
    }

    @AfterAll
    void closeTheWindows() {
        browsers.close();
    }

    @Override
    public void photograph(String step) {
        browsers.evidenceOf(step);
    }

    @Test
    @Order(1)
    void everything_runs_and_two_operators_sign_in() {
        for (var service : Part.SERVICES) {
            assertThat(stack.anonymous()
                            .at(stack.ports().management(service.key()))
                            .get("/q/health/ready")
                            .status())
                    .as(service.key())
                    .isEqualTo(200);
        }

        anna = Inbox.signedIn(browsers.window(), stack.ports().gateway(), ANNA);
        bruno = Inbox.signedIn(browsers.window(), stack.ports().gateway(), BRUNO);

        anna.showView("Unassigned");
        bruno.showView("Unassigned");
        browsers.picture(anna.page(), "1-empty-inbox");
    }

    @Test
    @Order(2)
    void what_giulia_writes_stands_in_both_inboxes_without_a_reload() {
        phone = Phone.of(browsers.window(), stack.ports().simulator(), GIULIA);
        anna.mark();
        bruno.mark();

        phone.write(QUESTION);

        for (var inbox : List.of(anna, bruno)) {
            assertThat(inbox.row(GIULIA))
                    .hasAccessibleName(Pattern.compile("1 unread.*" + QUESTION.replace("?", "\\?")));
            assertThat(inbox.wasNotReloaded()).isTrue();
        }
        browsers.picture(anna.page(), "2-unread");
        anna.open(GIULIA);
        assertThat(anna.words("23 h 59 m")).isVisible();
        conversation = UUID.fromString(
                stack.as(ANNA).conversationWith(GIULIA).path("id").asText());
    }

    @Test
    @Order(3)
    void anna_takes_it_and_bruno_is_refused_by_page_and_by_curl() {
        bruno.open(GIULIA);
        bruno.replyField(GIULIA).fill("Rispondo io!");

        anna.take();

        assertThat(bruno.words("Anna Ricci has this conversation")).isVisible();
        assertThat(bruno.replyField(GIULIA)).hasCount(0);
        assertThat(bruno.words("Your draft is kept")).isVisible();
        assertThat(bruno.words("Rispondo io!")).isVisible();
        browsers.picture(bruno.page(), "3-collision");
        assertRefused(stack.as(BRUNO).take(conversation));
        assertRefused(stack.as(BRUNO).reply(conversation, UUID.randomUUID(), "Rispondo io!"));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("/problems/held-by-another-operator");
        assertThat(answer.json().path("holder").path("name").asText()).isEqualTo(ANNA.name());
    }

    @Test
    @Order(4)
    void brunos_note_reaches_anna_in_amber_and_never_the_phone() {
        bruno.note(GIULIA, NOTE);

        var note = anna.entry("Bruno Conti, internal note");
        assertThat(note).containsText(NOTE);
        assertThat(note).containsText("Internal note");
        assertThat(colourOf(note)).isEqualTo(colourOfToken(note, "--note-bg"));
        browsers.picture(anna.page(), "4-note");
    }

    private static String colourOf(Locator note) {
        return (String) note.evaluate("""
                card => [card, ...card.querySelectorAll('*')].map(e => getComputedStyle(e).backgroundColor)
                  .find(colour => colour !== 'rgba(0, 0, 0, 0)')""");
    }

    private static String colourOfToken(Locator place, String token) {
        return (String) place.evaluate("""
                (card, token) => { const probe = document.createElement('i'); probe.style.color = `var(${token})`;
                  card.append(probe); const colour = getComputedStyle(probe).color; probe.remove(); return colour; }""", token);
    }

    @Test
    @Order(5)
    void annas_reply_reaches_the_phone_and_its_ticks_only_go_forward() {
        anna.page().evaluate("""
                () => { const seen = window.centralinoTicks = [];
                  new MutationObserver(() => document.querySelectorAll('[role=log] article[data-message]')
                      .forEach(it => { const name = it.getAttribute('aria-label');
                        if (seen.at(-1) !== name) seen.push(name); }))
                    .observe(document.body, { subtree: true, childList: true, attributes: true }); }""");

        anna.reply(GIULIA, ANSWER);

        assertThat(phone.chat(GIULIA)).containsText(ANSWER);
        assertThat(anna.entry("Anna Ricci, reply")).hasAccessibleName(Pattern.compile("read$"));
        assertThat(ticksSeen()).isSorted().endsWith(MessageStatus.READ);
        assertThat(phone.chat(GIULIA)).not().containsText("canary-story");
        assertThat(stack.simulator().calls(callsBefore))
                .noneMatch(call -> call.toString().contains("canary-story"));
        browsers.picture(anna.page(), "5-read");
        browsers.picture(phone.page(), "5-phone");
    }

    private List<MessageStatus> ticksSeen() {
        var ticks = new ArrayList<MessageStatus>();
        Json.members(Json.read((String) anna.page().evaluate("JSON.stringify(window.centralinoTicks)")))
                .map(name -> name.asText().replaceAll(".*, ", ""))
                .forEach(word -> ticks.add(statusOf(word)));
        return ticks;
    }

    /// The page says `sending` until the platform reports something.
    private static MessageStatus statusOf(String word) {
        return switch (word) {
            case "sending", "waiting for the connection" -> MessageStatus.QUEUED;
            default -> MessageStatus.valueOf(word.toUpperCase(java.util.Locale.ROOT));
        };
    }

    @Test
    @Order(6)
    void carla_takes_over_and_annas_open_reply_is_refused_and_kept() {
        carla = Inbox.signedIn(browsers.window(), stack.ports().gateway(), CARLA);
        carla.showView("All open");
        carla.open(GIULIA);
        var held = holdReplyOf(anna);
        anna.reply(GIULIA, LATE_ANSWER);
        Patience.await("Anna's reply is on its way").until(() -> {
            anna.page().waitForTimeout(20);
            return !held.isEmpty();
        });

        carla.takeOverFrom(ANNA);
        assertThat(carla.replyField(GIULIA)).isVisible();
        assertThat(anna.words("Carla Moretti")).isVisible();
        held.forEach(Route::resume);

        assertThat(anna.words("Your reply was not sent")).isVisible();
        assertThat(anna.words("Carla Moretti took over while you were writing")
                        .or(anna.words("Carla Moretti has this conversation now")))
                .isVisible();
        assertThat(anna.words("Your draft is kept")).isVisible();
        assertThat(anna.words(LATE_ANSWER)).isVisible();
        assertThat(phone.chat(GIULIA)).not().containsText(LATE_ANSWER);
        browsers.picture(anna.page(), "6-taken-over");
        var late = stack.as(ANNA).reply(conversation, UUID.randomUUID(), LATE_ANSWER);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("holder").path("name").asText()).isEqualTo(CARLA.name());
    }

    /// The next reply of this window stays in the network until it is let go; what follows is not held up.
    private static List<Route> holdReplyOf(Inbox inbox) {
        var held = new ArrayList<Route>();
        inbox.page().route(Pattern.compile("/replies$"), reply -> {
            if (held.isEmpty()) {
                held.add(reply);
            } else {
                reply.resume();
            }
        });
        return held;
    }

    @Test
    @Order(7)
    void the_history_says_who_did_what_from_the_first_message_to_the_takeover() {
        var happened = List.of(
                "Giulia.* wrote",
                "Anna.* took the conversation",
                "Bruno.* added a note",
                "Anna.* replied",
                "Carla.* took over from Anna");

        var history = carla.history();

        assertThat(history).hasCount(happened.size());
        var newestFirst = happened.reversed();
        for (var i = 0; i < newestFirst.size(); i++) {
            assertThat(history.nth(i)).hasText(Pattern.compile(newestFirst.get(i)));
        }
        browsers.picture(carla.page(), "7-history");
    }

    @Test
    @Order(8)
    void a_day_later_the_composer_closes_and_the_server_refuses_free_text() {
        phone.jumpADay();

        assertThat(carla.words("The 24-hour window is closed")).isVisible();
        assertThat(carla.replyField(GIULIA)).hasCount(0);
        browsers.picture(carla.page(), "8-window-closed");
        var refused = stack.as(CARLA).reply(conversation, UUID.randomUUID(), "Ancora qui?");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asText()).isEqualTo("/problems/window-closed");
    }

    @Test
    @Order(9)
    void elena_reads_everything_and_writes_nothing_by_page_or_by_curl() {
        var elena = Inbox.signedIn(browsers.window(), stack.ports().gateway(), ELENA);
        elena.showView("All open");
        elena.open(GIULIA);

        assertThat(elena.entry(GIULIA)).containsText(QUESTION);
        assertThat(elena.entry("Bruno Conti, internal note")).containsText(NOTE);
        assertThat(elena.words("You can read this conversation")).isVisible();
        assertThat(elena.page().getByRole(AriaRole.TEXTBOX)).hasCount(0);
        browsers.picture(elena.page(), "9-viewer");
        var api = stack.as(ELENA);
        var path = "/api/conversations/" + conversation;
        assertThat(api.get(path).status()).isEqualTo(200);
        assertForbidden(api.take(conversation));
        assertForbidden(api.takeOver(conversation));
        assertForbidden(api.delete(path + "/assignment"));
        assertForbidden(api.reply(conversation, UUID.randomUUID(), "Io?", 1, 1));
        assertForbidden(api.note(conversation, UUID.randomUUID(), "Io?"));
        assertForbidden(api.post(path + "/resolve", Map.of()));
        assertForbidden(api.post(path + "/reopen", Map.of()));
    }

    private static void assertForbidden(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).contains("not-allowed");
    }

    @Test
    @Order(10)
    void with_keys_alone_one_gets_to_a_conversation_and_round_the_panes() {
        var page = carla.page();
        page.navigate(stack.ports().gateway() + "/inbox/all");
        assertThat(carla.row(GIULIA)).isVisible();

        page.keyboard().press("j");

        assertThat(carla.row(GIULIA)).isFocused();
        assertThat(carla.entry(GIULIA)).isVisible();
        page.keyboard().press("Enter");
        assertThat(carla.thread()).isFocused();
        // The customer's pane is a part of the page that comes a little later.
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setSelected(true)))
                .isVisible();
        for (var next : List.of(
                page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setSelected(true)),
                page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Views"))
                        .getByRole(AriaRole.LINK)
                        .and(page.locator("[aria-current]")),
                carla.row(GIULIA),
                carla.thread())) {
            page.keyboard().press("F6");
            assertThat(next).isFocused();
        }
        page.keyboard().press("Shift+F6");
        assertThat(carla.row(GIULIA)).isFocused();
    }

    @Test
    @Order(11)
    void the_inbox_and_the_phone_are_accessible_in_light_and_dark() {
        assertAccessible(anna.page());
        assertAccessible(carla.page());
        assertAccessible(phone.page());
    }

    @Test
    @Order(12)
    void on_a_small_screen_list_conversation_and_a_wrong_address_are_accessible() {
        var page = carla.page();
        page.setViewportSize(390, 800);
        assertThat(carla.thread()).isVisible();
        assertAccessible(page);
        carla.button("Back").click();
        assertThat(carla.row(GIULIA)).isVisible();
        assertAccessible(page);
        page.navigate(stack.ports().gateway() + "/nowhere");
        assertThat(carla.words("There is no such page")).isVisible();
        assertAccessible(page);
    }

    @Test
    @Order(13)
    void what_giulia_sends_besides_words_stands_there_as_what_it_is() {
        var giulia = stack.simulator().customer(GIULIA);
        stack.simulator().sends(giulia, Map.of("type", "location", "content", PLACE));
        stack.simulator()
                .sends(
                        giulia,
                        Map.of("type", "interactive", "content", AGREED, "context", Map.of("id", answer(giulia))));

        var maps = anna.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open in maps"));
        assertThat(maps).hasAttribute("href", Pattern.compile("44\\.4949.*11\\.3426"));
        assertThat(anna.thread().getByText("Bar Sole").first()).isVisible();
        assertThat(anna.thread().getByText("Va bene").first()).isVisible();
        assertThat(anna.thread().getByText(ANSWER)).hasCount(2);
        browsers.picture(anna.page(), "13-besides-words");
        assertAccessible(anna.page());
    }

    @Test
    @Order(14)
    void what_giulia_does_to_messages_is_seen_at_once() {
        var giulia = stack.simulator().customer(GIULIA);
        var thread = anna.thread();

        stack.simulator().reacts(giulia, answer(giulia), "👍🏽");
        var time = stack.simulator().writes(giulia, "Alle tre?");
        stack.simulator().edits(giulia, time, "Alle quattro?");
        var code = stack.simulator().writes(giulia, "Il mio codice è 9417");
        assertThat(thread.getByText("9417")).isVisible();
        stack.simulator().deletes(giulia, code);

        assertThat(thread.getByText("👍🏽 from " + GIULIA)).isAttached();
        assertThat(thread.getByText("Alle quattro?")).isVisible();
        assertThat(thread.getByText("Alle tre?")).not().isVisible();
        assertThat(thread.getByText("The customer deleted this message.")).isVisible();
        assertThat(anna.page().getByText("9417")).hasCount(0);
        browsers.picture(anna.page(), "14-changed");
        assertAccessible(anna.page());
    }

    @Test
    @Order(15)
    void giulias_photo_and_document_can_be_looked_at() {
        var giulia = stack.simulator().customer(GIULIA);

        stack.simulator()
                .sends(giulia, file("image", "image/jpeg", SampleFiles.photo(), Map.of("caption", "Ecco il pacco")));
        stack.simulator()
                .sends(
                        giulia,
                        file("document", "application/pdf", SampleFiles.document(), Map.of("filename", "ordine.pdf")));

        var photo = anna.thread().locator("img[src*='/media']").last();
        assertThat(photo).isVisible();
        anna.page().waitForFunction("it => it.complete && it.naturalWidth > 0", photo.elementHandle());
        assertThat(anna.thread().getByText("Ecco il pacco")).isVisible();
        assertThat(anna.thread().getByText("ordine.pdf")).isVisible();
        browsers.picture(anna.page(), "15-files");
        assertAccessible(anna.page());
    }

    @Test
    @Order(16)
    void anna_finds_giulia_by_the_end_of_her_number_and_calls_her_what_the_team_calls_her() {
        var page = anna.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Contacts"))
                .click();
        page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Name, number or username"))
                .fill("555 0198");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(GIULIA)))
                .click();
        page.getByLabel("Your name for this customer").fill("Giulia Ferri, Hotel Aurora");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Giulia Ferri, Hotel Aurora")))
                .isVisible();
        assertThat(page.getByText("On WhatsApp: " + GIULIA)).isVisible();
        browsers.picture(page, "16-contact");
        assertAccessible(page);
    }

    @Test
    @Order(17)
    void what_a_colleague_writes_on_the_phone_stands_in_the_inbox_as_from_the_phone() {
        var giulia = stack.simulator().customer(GIULIA);

        stack.simulator().writesOnThePhone(giulia, FROM_THE_PHONE);

        bruno.showView("All open");
        bruno.open("Giulia Ferri, Hotel Aurora");
        var echo = bruno.entry("From the phone, reply");
        assertThat(echo).containsText(FROM_THE_PHONE);
        assertThat(phone.chat(GIULIA)).containsText(FROM_THE_PHONE);
        assertThat(stack.as(ANNA)
                        .conversation(conversation)
                        .path("waitingSince")
                        .isMissingNode())
                .isTrue();
        browsers.picture(bruno.page(), "17-from-the-phone");
        assertAccessible(bruno.page());
    }

    @Test
    @Order(18)
    void whom_whatsapps_agent_answers_calls_nobody_until_he_is_handed_over() {
        var seconds = stack.simulator().now().getEpochSecond();
        stack.simulator().tells("""
                {"field":"standby","value":{"metadata":{"phone_number_id":"%s"},
                 "contacts":[{"profile":{"name":"%s"},"wa_id":"393330000601"}],"standby":{"messages":[
                 {"from":"393330000601","id":"wamid.MARTA1","timestamp":"%d","type":"text","text":{"body":"Fate consegne a Lecco?"}}]}}}""".formatted(NUMBER, MARTA, seconds));

        var row = bruno.row(MARTA);
        assertThat(row).hasAccessibleName(Pattern.compile("Handled by: WhatsApp’s AI agent"));
        assertThat(row).not().hasAccessibleName(Pattern.compile("unread"));
        bruno.open(MARTA);
        assertThat(bruno.words("WhatsApp’s AI agent is answering Marta")).isVisible();
        browsers.picture(bruno.page(), "18-handled-by-the-agent");
        assertAccessible(bruno.page());

        anna.page().navigate(stack.ports().gateway() + "/inbox/all");
        stack.simulator().tells("""
                {"field":"messaging_handovers","value":{"sender":{"phone_number":"393330000601"},
                 "recipient":{"phone_number_id":"%s"},"type":"control_passed","timestamp":"%d","control_passed":{
                 "previous_owner_role":"ai_agent","new_owner_role":"customer_service","metadata":"Vuole una persona"}}}""".formatted(NUMBER, seconds + 1));

        assertThat(anna.row(MARTA)).hasAccessibleName(Pattern.compile("1 unread"));
        assertThat(bruno.thread().getByText("Vuole una persona")).isVisible();
        browsers.picture(bruno.page(), "18-handed-over");
    }

    @Test
    @Order(19)
    void a_group_stands_apart_from_the_threads_of_its_people_and_says_who_wrote() {
        var simulator = stack.simulator();
        var marco = simulator.customer(MARCO);
        var beatrice = simulator.customer(BEATRICE);
        simulator.writes(marco, "Solo per voi");
        var group = simulator.gathers(GROUP, List.of(marco, beatrice));
        simulator.writesInGroup(group, marco, "Ciao a tutti, a che ora?");
        simulator.writesInGroup(group, beatrice, "Io ci sono dalle otto");

        anna.page().navigate(stack.ports().gateway() + "/inbox/all");
        assertThat(anna.row(GROUP + ", group"))
                .hasAccessibleName(Pattern.compile("2 unread.*" + BEATRICE + ": Io ci sono dalle otto"));
        anna.open(GROUP);
        assertThat(anna.entry(MARCO)).containsText("Ciao a tutti, a che ora?");
        assertThat(anna.entry(BEATRICE)).containsText("Io ci sono dalle otto");
        anna.take();
        anna.reply(GROUP, "Alle otto, davanti al portone.");

        // The phone on the screen shows another chat.
        assertThat(anna.entry("Anna Ricci, reply")).hasAccessibleName(Pattern.compile("delivered$"));
        assertThat(simulator.phone(group))
                .anyMatch(message -> message.path("text").asText().equals("Alle otto, davanti al portone."));
        assertThat(simulator.phone(marco))
                .noneMatch(message -> message.path("text").asText().contains("otto"));
        assertThat(anna.row(MARCO)).hasAccessibleName(Pattern.compile("1 unread.*Solo per voi"));
        browsers.picture(anna.page(), "19-group");
        assertAccessible(anna.page());
    }

    @Test
    @Order(20)
    void when_the_window_is_closed_a_template_reaches_marco_and_his_answer_opens_it_again() {
        var marcosPhone = Phone.of(browsers.window(), stack.ports().simulator(), MARCO);
        anna.open(MARCO);
        anna.take();
        marcosPhone.jumpADay();
        assertThat(anna.words("The 24-hour window is closed")).isVisible();

        anna.page().keyboard().press("t");
        var picker = anna.page().getByRole(AriaRole.DIALOG);
        picker.getByText("appuntamento", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(placeOf(picker, "{{1}}")).hasValue("Marco");
        placeOf(picker, "{{2}}").fill("domani");
        placeOf(picker, "{{3}}").fill("10:30");
        browsers.picture(anna.page(), "20-picker");
        assertAccessible(anna.page());
        anna.page().keyboard().press("Control+Enter");

        var said = "Gentile Marco, ti aspettiamo domani alle 10:30";
        assertThat(anna.entry("Anna Ricci, ").last()).containsText(said);
        assertThat(marcosPhone.chat(MARCO)).containsText(said);
        assertThat(anna.replyField(MARCO)).hasCount(0);

        marcosPhone.press(MARCO, "Confermo");

        assertThat(anna.entry(MARCO).last()).containsText("Confermo");
        anna.reply(MARCO, "Perfetto, a domani.");
        assertThat(marcosPhone.chat(MARCO)).containsText("Perfetto, a domani.");
        browsers.picture(anna.page(), "20-open-again");
        browsers.picture(marcosPhone.page(), "20-phone");
        assertAccessible(anna.page());
    }

    @Test
    @Order(21)
    void a_photo_goes_to_marco_and_his_comes_back() {
        var marcosPhone = Phone.of(browsers.window(), stack.ports().simulator(), MARCO);
        anna.page().getByTestId("file-picker").setInputFiles(SampleFiles.photo("divano.jpg"));
        assertThat(anna.page().getByText("divano.jpg").first()).isVisible();

        anna.reply(MARCO, "Le piace questo?");

        var onThePhone = marcosPhone.chat(MARCO).locator("img").last();
        assertThat(marcosPhone.chat(MARCO)).containsText("Le piace questo?");
        marcosPhone.page().waitForFunction("it => it.complete && it.naturalWidth > 0", onThePhone.elementHandle());
        var marco = stack.simulator().customer(MARCO);
        stack.simulator()
                .sends(marco, file("image", "image/jpeg", SampleFiles.photo(), Map.of("caption", "Meglio così")));
        assertThat(anna.thread().getByText("Meglio così")).isVisible();
        var his = anna.thread().locator("img[src*='/media']").nth(1);
        anna.page().waitForFunction("it => it.complete && it.naturalWidth > 0", his.elementHandle());
        browsers.picture(anna.page(), "21-photos");
        browsers.picture(marcosPhone.page(), "21-phone");
        assertAccessible(anna.page());
    }

    @Test
    @Order(22)
    void anna_writes_first_to_a_number_and_what_sara_answers_stands_below() {
        var sara = stack.simulator().add(SARA, "393335550777");
        var page = anna.page();
        page.navigate(stack.ports().gateway() + "/contacts");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New conversation"))
                .click();
        page.getByLabel("Phone number").fill("+39 333 555 0777");
        browsers.picture(page, "22-new-conversation");
        assertAccessible(page);

        anna.button("Choose a template").click();
        var picker = page.getByRole(AriaRole.DIALOG);
        picker.getByText("Grazie per aver scelto Casa Lume").first().click();
        page.keyboard().press("Control+Enter");

        assertThat(anna.entry("Anna Ricci, ").last()).containsText("Grazie per aver scelto Casa Lume");
        assertThat(anna.words("The 24-hour window is closed")).isVisible();
        stack.simulator().writes(sara, "Grazie a voi!");
        assertThat(anna.thread().getByText("Grazie a voi!")).isVisible();
        assertThat(anna.replyField(SARA)).isVisible();
        browsers.picture(page, "22-answered");
        assertAccessible(page);
    }

    private static Locator placeOf(Locator picker, String name) {
        return picker.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(name));
    }

    /// The platform's id of Anna's answer on the phone.
    private String answer(Simulator.Customer customer) {
        return stack.simulator().phone(customer).stream()
                .filter(message -> message.path("text").asText().equals(ANSWER))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static Map<String, ?> file(String type, String mimeType, byte[] bytes, Map<String, String> more) {
        var content = new HashMap<String, Object>(more);
        content.put("mime_type", mimeType);
        content.put("data", Base64.getEncoder().encodeToString(bytes));
        return Map.of("type", type, "content", content);
    }

    private static void assertAccessible(Page page) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.violations(page)).as("%s, %s", page.url(), scheme).isEmpty();
        }
    }
}
