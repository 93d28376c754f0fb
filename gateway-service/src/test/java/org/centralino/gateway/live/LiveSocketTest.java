package org.centralino.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.testkit.Operators.ANNA;
import static org.centralino.testkit.Operators.CARLA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.ChannelEvent;
import org.centralino.events.ConversationEvent;
import org.centralino.events.ConversationState;
import org.centralino.events.InboxEvent;
import org.centralino.events.NoteEvent;
import org.centralino.events.Person;
import org.centralino.events.TemplateEvent;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.centralino.gateway.RealInfrastructure;
import org.centralino.kit.PlatformClock;
import org.centralino.kit.operator.Permission;
import org.centralino.testkit.Infrastructure;
import org.centralino.testkit.Neighbours;
import org.centralino.testkit.Patience;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealInfrastructure
class LiveSocketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NUMBER = "510000000000023";

    @TestHTTPResource("/api/live")
    URI live;

    @Inject
    Event<PlatformClock.Jumped> jumps;

    @Inject
    MeterRegistry metrics;

    private static Neighbours neighbours;

    @BeforeAll
    static void connect() {
        neighbours = new Neighbours();
    }

    @AfterAll
    static void disconnect() {
        neighbours.close();
    }

    @BeforeEach
    void the_gateway_is_ready() {
        var management = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        Patience.await("the gateway is ready")
                .until(() -> given().port(management).get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void a_browser_is_greeted_and_then_told_what_happens() throws Exception {
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            var hello = anna.begin();
            var id = tell(resolved(UUID.randomUUID(), CARLA));
            var event = anna.next();

            assertThat(hello.path("type").asText()).isEqualTo("hello");
            assertThat(hello.path("protocol").asInt()).isEqualTo(2);
            assertThat(hello.path("build").asText()).matches("[0-9a-f]{24}");
            assertThat(Instant.parse(hello.path("serverTime").asText()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
            assertThat(event.path("event").path("type").asText()).isEqualTo("conversation.resolved.v1");
            assertThat(event.path("event").path("id").asText()).isEqualTo(id);
            assertThat(event.at("/event/data/conversation/assignee/name").asText())
                    .isEqualTo("Carla Moretti");
            assertThat(event.at("/at/1").asLong())
                    .isEqualTo(
                            hello.at("/at/next").path(event.at("/at/0").asInt()).asLong());
        }
    }

    @Test
    void everybody_is_told_how_many_conversations_are_his_to_see() throws Exception {
        var own = People.tokenOfSomebodyWith("sees.own.counts", Permission.SEE_OWN);
        try (var anna = Browser.open(live, tokenOf("anna"));
                var somebody = Browser.open(live, own)) {
            anna.begin();
            somebody.begin();

            count(group(ANNA, 3), group(null, 4));

            assertThat(anna.next(counts(7)).path("counts").toString())
                    .isEqualTo("{\"mine\":3,\"unassigned\":4,\"all\":7,\"failed\":0,\"resolved\":0}");
            assertThat(somebody.next(counts(4)).at("/counts/unassigned").asInt())
                    .isEqualTo(4);
        }
    }

    @Test
    void who_comes_later_is_told_what_was_counted_last() throws Exception {
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            anna.begin();
            count(group(ANNA, 11));
            anna.next(counts(11));
        }

        try (var anna = Browser.open(live, tokenOf("anna"))) {
            anna.begin();

            assertThat(anna.next(frame -> Browser.is(frame, "counts"))
                            .at("/counts/mine")
                            .asInt())
                    .isEqualTo(11);
        }
    }

    @Test
    void without_a_valid_token_there_is_no_socket() {
        assertThat(refusal(null, null)).isEqualTo(401);
        assertThat(refusal("rubbish", null)).isEqualTo(401);
        assertThat(refusal(tokenOf("anna") + "x", null)).isEqualTo(401);
    }

    @Test
    void a_token_in_the_address_is_no_token() {
        assertThat(refusal(URI.create(live + "?access_token=" + tokenOf("anna")), null, null))
                .isEqualTo(401);
    }

    @Test
    void a_page_of_another_site_gets_no_socket() {
        assertThat(refusal(tokenOf("anna"), "https://evil.example")).isEqualTo(403);
        assertThat(refusal(tokenOf("anna"), "null")).isEqualTo(403);
        assertThat(refusal(tokenOf("anna"), "http://localhost:1")).isEqualTo(403);
    }

    @Test
    void our_own_page_gets_one() throws Exception {
        var own = "http://%s:%d".formatted(live.getHost(), live.getPort());
        try (var anna = Browser.open(live, tokenOf("anna"), own, true)) {
            assertThat(anna.next().path("type").asText()).isEqualTo("hello");
        }
    }

    @Test
    void who_does_not_say_how_far_he_is_is_told_nothing() throws Exception {
        try (var silent = Browser.open(live, tokenOf("anna"));
                var anna = Browser.open(live, tokenOf("anna"))) {
            var hello = silent.next();
            anna.begin();
            var id = tell(resolved(UUID.randomUUID(), ANNA));
            anna.next();
            silent.resume(hello.path("at"));

            assertThat(idOf(silent.next())).isEqualTo(id);
        }
    }

    @Test
    void a_browser_that_comes_back_gets_what_it_missed_in_order_and_goes_on() throws Exception {
        var conversation = UUID.randomUUID();
        JsonNode at;
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            at = anna.next().path("at");
        }
        var missed = List.of(
                tell(resolved(conversation, ANNA)),
                tell(taken(conversation, CARLA)),
                tell(resolved(conversation, ANNA)));

        try (var anna = Browser.open(live, tokenOf("anna"))) {
            anna.next();
            anna.resume(at);
            var replayed = List.of(anna.next(), anna.next(), anna.next());
            var later = tell(resolved(conversation, ANNA));

            assertThat(replayed).extracting(frame -> idOf(frame)).containsExactlyInAnyOrderElementsOf(missed);
            assertThat(replayed)
                    .extracting(frame -> idOf(frame))
                    .filteredOn(id -> !id.equals(missed.get(1)))
                    .containsExactly(missed.get(0), missed.get(2));
            assertThat(idOf(anna.next())).isEqualTo(later);
        }
    }

    @Test
    void a_browser_goes_on_from_the_middle_of_what_it_missed() throws Exception {
        var conversation = UUID.randomUUID();
        ObjectNode at;
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            at = anna.next().withObject("/at");
        }
        var missed = IntStream.range(0, 10)
                .mapToObj(_ -> tell(resolved(conversation, ANNA)))
                .toList();
        var seen = new ArrayList<String>();

        while (seen.size() < missed.size()) {
            try (var anna = Browser.open(live, tokenOf("anna"))) {
                anna.next(frame -> Browser.is(frame, "hello"));
                anna.resume(at);
                for (var i = 0; i < 3 && seen.size() < missed.size(); i++) {
                    var frame = anna.next();
                    seen.add(idOf(frame));
                    at.withArray("next")
                            .set(
                                    frame.at("/at/0").asInt(),
                                    LongNode.valueOf(frame.at("/at/1").asLong() + 1));
                }
            }
        }

        assertThat(seen).containsExactlyElementsOf(missed);
    }

    @Test
    void a_long_gap_is_caught_up_like_a_short_one() throws Exception {
        JsonNode at;
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            at = anna.next().path("at");
        }
        var missed = tellAll(3_000);

        try (var anna = Browser.open(live, tokenOf("anna"))) {
            anna.next();
            anna.resume(at);
            var seen = new ArrayList<String>();
            while (seen.size() < missed.size()) {
                seen.add(idOf(anna.next()));
            }

            assertThat(seen).containsExactlyInAnyOrderElementsOf(missed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"AQAAAAAAAA\"",
                "{}",
                "{\"streams\":\"rubbish\",\"next\":[]}",
                "{\"streams\":\"rubbish\",\"next\":[1,\"two\",-3,1.5,1e99]}"
            })
    void a_place_that_is_none_makes_the_browser_load_again(String at) throws Exception {
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            var hello = anna.next();
            anna.say("{\"type\":\"resume\",\"at\":%s}".formatted(at));

            var answer = anna.next();
            assertThat(answer.path("type").asText()).isEqualTo("resync");
            assertThat(answer.at("/at/streams")).isEqualTo(hello.at("/at/streams"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "{}", "[]", "null", "{\"type\":{}}"})
    void who_sends_rubbish_is_sent_away_politely(String rubbish) throws Exception {
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            anna.begin();
            anna.say(rubbish);

            assertThat(anna.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void what_a_newer_page_says_is_no_reason_to_send_it_away() throws Exception {
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            anna.begin();
            anna.say("{\"type\":\"wave\",\"to\":\"Bruno\"}");
            var id = tell(resolved(UUID.randomUUID(), ANNA));

            assertThat(idOf(anna.next())).isEqualTo(id);
        }
    }

    @Test
    void who_sends_a_book_is_cut_off() throws Exception {
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            anna.next();
            anna.say("x".repeat(100_000));

            assertThat(anna.ended()).succeedsWithin(PATIENCE);
        }
    }

    @Test
    void who_resumes_again_is_sent_away() throws Exception {
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            anna.resume(anna.begin().path("at"));

            assertThat(anna.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void who_sees_his_own_only_is_told_of_nothing_else() throws Exception {
        var token = People.tokenOfSomebodyWith("ida", Permission.SEE_OWN, Permission.READ_NOTES);
        var ida = new Person(UUID.fromString(People.idOf("ida")), "Ida Test");
        var conversation = UUID.randomUUID();
        try (var browser = Browser.open(live, token)) {
            browser.begin();
            tell(resolved(UUID.randomUUID(), ANNA));
            tell(taken(UUID.randomUUID(), ANNA, CARLA));
            tell(note(UUID.randomUUID(), ANNA));
            var own = tell(resolved(conversation, ida));
            var nobodys = tell(resolved(conversation, null));
            var noted = tell(note(conversation, ida));

            assertThat(List.of(idOf(browser.next()), idOf(browser.next()), idOf(browser.next())))
                    .containsExactlyInAnyOrder(own, nobodys, noted);
        }
    }

    @Test
    void what_was_told_before_events_said_who_may_see_them_is_shown_by_who_held_the_conversation() throws Exception {
        var token = People.tokenOfSomebodyWith("sara", Permission.SEE_OWN);
        var sara = new Person(UUID.fromString(People.idOf("sara")), "Sara Test");
        try (var browser = Browser.open(live, token)) {
            browser.begin();
            var conversation = UUID.randomUUID();
            tell(resolved(conversation, ANNA, null));
            var own = tell(resolved(conversation, sara, null));

            assertThat(idOf(browser.next())).isEqualTo(own);
        }
    }

    @Test
    void who_loses_a_conversation_from_sight_is_told_that_it_is_gone_and_no_more() throws Exception {
        var token = People.tokenOfSomebodyWith("ida", Permission.SEE_OWN, Permission.READ_NOTES);
        var ida = new Person(UUID.fromString(People.idOf("ida")), "Ida Test");
        var conversation = UUID.randomUUID();
        try (var browser = Browser.open(live, token)) {
            browser.begin();
            tell(taken(conversation, ANNA, ida));

            var gone = browser.next();
            assertThat(gone.path("type").asText()).isEqualTo("gone");
            assertThat(gone.path("conversationId").asText()).isEqualTo(conversation.toString());
            assertThat(gone.toString()).doesNotContain("Anna");
        }
    }

    @Test
    void notes_are_for_those_who_may_read_notes() throws Exception {
        try (var browser = Browser.open(live, People.tokenOfSomebodyWith("ugo", Permission.SEE_ALL))) {
            browser.begin();
            tell(note(UUID.randomUUID(), ANNA));
            var mark = tell(resolved(UUID.randomUUID(), ANNA));

            assertThat(idOf(browser.next())).isEqualTo(mark);
        }
    }

    @Test
    void that_a_template_changed_is_for_those_who_look_after_templates_or_send_them() throws Exception {
        try (var browser = Browser.open(live, People.tokenOfSomebodyWith("vera", Permission.SEE_ALL));
                var anna = Browser.open(live, tokenOf("anna"))) {
            browser.begin();
            anna.begin();
            var gone = UUID.randomUUID().toString();
            var deleted = new TemplateEvent.TemplateDeleted("770000000000031", Instant.now());
            neighbours.send(
                    Topics.TEMPLATE,
                    deleted.templateId(),
                    gone,
                    WireFormat.TEMPLATE.typeOf(deleted),
                    WireFormat.TEMPLATE.write(deleted));

            assertThat(idOf(anna.next())).isEqualTo(gone);
            var mark = tell(resolved(UUID.randomUUID(), ANNA));
            assertThat(idOf(browser.next())).isEqualTo(mark);
        }
    }

    @Test
    void that_a_number_shows_another_catalogue_is_told_to_all_who_answer() throws Exception {
        try (var nobody = Browser.open(live, People.tokenOfSomebodyWith("nino", Permission.RESOLVE));
                var somebody = Browser.open(live, People.tokenOfSomebodyWith("sara", Permission.SEE_OWN))) {
            nobody.begin();
            somebody.begin();
            var changed = new ChannelEvent.ChannelChanged(
                    NUMBER, "390299990001", "Casa Lume", null, "770000000000041", null, Instant.now());
            neighbours.send(Topics.CHANNEL, NUMBER, UUID.randomUUID().toString(), WireFormat.CHANNEL, changed);

            assertThat(somebody.next().at("/event/data/catalogId").asText()).isEqualTo("770000000000041");
            jumps.fire(new PlatformClock.Jumped(Duration.ofHours(24)));
            assertThat(nobody.next(_ -> true).path("type").asText()).isEqualTo("heartbeat");
        }
    }

    @Test
    void who_may_see_nothing_is_told_nothing() throws Exception {
        try (var browser = Browser.open(live, People.tokenOfSomebodyWith("nora", Permission.RESOLVE));
                var anna = Browser.open(live, tokenOf("anna"))) {
            browser.begin();
            anna.begin();
            tell(resolved(UUID.randomUUID(), null));
            anna.next();
            jumps.fire(new PlatformClock.Jumped(Duration.ofHours(24)));

            assertThat(browser.next(_ -> true).path("type").asText()).isEqualTo("heartbeat");
        }
    }

    @Test
    void a_jump_of_the_clock_is_told_at_once() throws Exception {
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            anna.begin();
            tell(resolved(UUID.randomUUID(), ANNA));
            anna.next();
            jumps.fire(new PlatformClock.Jumped(Duration.ofHours(24)));

            var heartbeat = anna.next(frame -> Browser.is(frame, "heartbeat"));
            assertThat(heartbeat.path("serverTime").asText()).isNotEmpty();
            assertThat(heartbeat.at("/at/next")).isNotEmpty();
        }
    }

    @Test
    void one_operator_may_have_twenty_windows_and_no_more() throws Exception {
        var token = tokenOf("elena");
        var open = new ArrayList<Browser>();
        try {
            for (var i = 0; i < 20; i++) {
                open.add(Browser.open(live, token));
                open.getLast().next(frame -> Browser.is(frame, "hello"));
            }
            try (var oneMore = Browser.open(live, token)) {
                assertThat(oneMore.closeCode()).isEqualTo(4429);
            }
        } finally {
            open.forEach(Browser::close);
        }
    }

    @Test
    void who_does_not_read_troubles_nobody_and_is_told_to_load_again_when_he_does() throws Exception {
        var before = metrics.counter("centralino.live.resyncs").count();
        try (var slow = Browser.openAndNeverRead(live, tokenOf("dario"));
                var anna = Browser.open(live, tokenOf("anna"))) {
            slow.say("{\"type\":\"resume\",\"at\":%s}".formatted(anna.begin().path("at")));
            for (var i = 0; i < 600; i++) {
                var id = tell(note(UUID.randomUUID(), "x".repeat(60_000)));
                assertThat(idOf(anna.next())).isEqualTo(id);
            }
            assertThat(slow.closed()).isNotDone();
            assertThat(metrics.counter("centralino.live.resyncs").count()).isEqualTo(before);

            slow.readOn();

            slow.next(frame -> Browser.is(frame, "resync"));
            var id = tell(resolved(UUID.randomUUID(), ANNA));
            assertThat(idOf(slow.next())).isEqualTo(id);
        }
    }

    @Test
    void who_takes_nothing_from_one_sign_of_life_to_the_next_is_cut_off() throws Exception {
        var before = metrics.counter("centralino.live.drops").count();
        try (var slow = Browser.openAndNeverRead(live, tokenOf("dario"));
                var anna = Browser.open(live, tokenOf("anna"))) {
            slow.say("{\"type\":\"resume\",\"at\":%s}".formatted(anna.begin().path("at")));
            for (var i = 0; i < 200; i++) {
                tell(note(UUID.randomUUID(), "x".repeat(60_000)));
                anna.next();
            }
            Patience.await("he is cut off").until(() -> {
                jumps.fire(new PlatformClock.Jumped(Duration.ZERO));
                return metrics.counter("centralino.live.drops").count() > before;
            });
            assertThat(anna.closed()).isNotDone();
        }
    }

    @Test
    void a_socket_ends_with_its_token() throws Exception {
        People.tokensLive(3);
        try (var anna = Browser.open(live, tokenOf("anna"))) {
            anna.next();

            assertThat(anna.closeCode()).isEqualTo(1008);
        } finally {
            People.tokensLive(null);
        }
    }

    private int refusal(String token, String origin) {
        return refusal(live, token, origin);
    }

    private static int refusal(URI address, String token, String origin) {
        try (var _ = Browser.open(address, token, origin, true)) {
            return 101;
        } catch (java.util.concurrent.CompletionException refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    private static String tokenOf(String operator) {
        return Infrastructure.running().token(operator);
    }

    private static String idOf(JsonNode frame) {
        return frame.path("event").path("id").asText();
    }

    private String tell(ConversationEvent.Recorded event) {
        return tell(
                Topics.CONVERSATION,
                event.conversationId(),
                WireFormat.CONVERSATION.typeOf(event),
                WireFormat.CONVERSATION.write(event));
    }

    private String tell(AssignmentEvent.ResponderChanged event) {
        return tell(
                Topics.ASSIGNMENT,
                event.conversationId(),
                WireFormat.ASSIGNMENT.typeOf(event),
                WireFormat.ASSIGNMENT.write(event));
    }

    private void count(InboxEvent.Group... groups) {
        var counted = new InboxEvent.Counted(List.of(groups), Instant.now());
        neighbours.send(Topics.INBOX, "counts", WireFormat.INBOX, counted);
    }

    private static InboxEvent.Group group(Person assignee, long conversations) {
        return new InboxEvent.Group(
                new Access(NUMBER, null, assignee == null ? null : assignee.id()),
                ConversationState.Status.OPEN,
                conversations,
                0);
    }

    private static Predicate<JsonNode> counts(int all) {
        return frame -> frame.at("/counts/all").asInt() == all;
    }

    private String tell(NoteEvent.Changed event) {
        return tell(
                Topics.NOTES, event.conversationId(), WireFormat.NOTES.typeOf(event), WireFormat.NOTES.write(event));
    }

    private String tell(String topic, UUID conversation, String type, byte[] json) {
        var id = UUID.randomUUID().toString();
        neighbours.send(topic, conversation.toString(), id, type, json);
        return id;
    }

    /// @return the ids of so many events of as many conversations
    private List<String> tellAll(int events) {
        var ids = IntStream.range(0, events)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        neighbours.send(ids.stream()
                .map(id -> {
                    var event = resolved(UUID.randomUUID(), ANNA);
                    return Neighbours.record(
                            Topics.CONVERSATION,
                            event.conversationId().toString(),
                            id,
                            WireFormat.CONVERSATION.typeOf(event),
                            WireFormat.CONVERSATION.write(event));
                })
                .toList());
        return ids;
    }

    private static ConversationEvent.Recorded resolved(UUID conversation, Person assignee) {
        return resolved(conversation, assignee, visibleTo(assignee));
    }

    private static ConversationEvent.Recorded resolved(UUID conversation, Person assignee, Access access) {
        var now = Instant.now();
        var contact = new ConversationState.Contact(UUID.randomUUID(), "Giulia", "+393330000042", null);
        var state = new ConversationState(
                1, NUMBER, contact, ConversationState.Status.RESOLVED, null, 1, assignee, 1, now, null, now, now);
        return new ConversationEvent.Resolved(conversation, access, CARLA, now, state);
    }

    private static AssignmentEvent.ResponderChanged taken(UUID conversation, Person by) {
        return new AssignmentEvent.Taken(conversation, visibleTo(by), 1, by, Instant.now());
    }

    private static AssignmentEvent.ResponderChanged taken(UUID conversation, Person by, Person from) {
        return new AssignmentEvent.TakenOver(conversation, visibleTo(by), 2, by, from, Instant.now());
    }

    private static NoteEvent.Changed note(UUID conversation, Person assignee) {
        return new NoteEvent.Written(
                conversation, visibleTo(assignee), UUID.randomUUID(), CARLA, "Nota", assignee, Instant.now());
    }

    private static NoteEvent.Changed note(UUID conversation, String text) {
        return new NoteEvent.Written(
                conversation, visibleTo(null), UUID.randomUUID(), CARLA, text, null, Instant.now());
    }

    private static Access visibleTo(Person assignee) {
        return new Access(NUMBER, null, assignee == null ? null : assignee.id());
    }
}
