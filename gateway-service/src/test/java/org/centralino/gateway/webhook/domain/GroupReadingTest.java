package org.centralino.gateway.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.centralino.events.CustomerKey;
import org.centralino.events.GroupChange;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.GroupReported;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the platform says of groups of customers, and of what is said in them.
class GroupReadingTest {
    private static final String NUMBER = "510000000000023";
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Instant TOLD = Instant.ofEpochSecond(1795665400);
    private static final String GROUP = "Y2FwaV9ncm91cDox";

    @Test
    void a_message_in_a_group_says_in_which_and_by_whom() {
        var message = (MessageReceived) only("messages", "messages", """
                {"from":"393330000042","from_user_id":"IT.77","group_id":"%s","id":"w","timestamp":"1795665400",\
                "type":"text","text":{"body":"Ciao a tutti"}}""".formatted(GROUP));

        assertThat(message.groupId()).isEqualTo(GROUP);
        assertThat(message.customer()).isEqualTo(new Customer("IT.77", null, "393330000042", null, "Giulia Rossi"));
    }

    @Test
    void an_emoji_in_a_group_says_in_which() {
        var reaction = (ReactionReceived) only("messages", "messages", """
                {"from":"393330000042","group_id":"%s","id":"w","timestamp":"1795665400","type":"reaction",\
                "reaction":{"message_id":"wamid.1","emoji":"👍"}}""".formatted(GROUP));

        assertThat(reaction.groupId()).isEqualTo(GROUP);
    }

    @Test
    void a_status_in_a_group_is_about_one_of_its_participants() {
        var status = (StatusReported) only("messages", "statuses", status("read", "393330000042"));

        assertThat(status.groupId()).isEqualTo(GROUP);
        assertThat(status.recipient()).isEqualTo(new Customer("IT.77", null, "393330000042", null, "Giulia Rossi"));
    }

    @Test
    void the_same_word_about_two_participants_is_two_reports() {
        assertThat(EventIdentity.of(only("messages", "statuses", status("read", "393330000042"))))
                .isNotEqualTo(EventIdentity.of(only("messages", "statuses", status("read", "393330000043"))));
    }

    @Test
    void a_group_has_one_partition_whoever_writes_in_it() {
        var keys = new CustomerKey("secret");

        assertThat(keys.ofGroup(NUMBER, GROUP))
                .isNotEqualTo(keys.of(NUMBER, new Customer(null, null, GROUP, null, null)))
                .isNotEqualTo(keys.ofGroup("510000000000024", GROUP));
    }

    @Test
    void another_subject_is_another_name() {
        var change = changeIn("group_settings_update", """
                "type":"group_settings_update","group_subject":{"text":"Trasloco via Roma","update_successful":true}""");

        assertThat(change)
                .isEqualTo(new GroupReported(
                        NUMBER, GROUP, GroupChange.RENAMED, "Trasloco via Roma", List.of(), TOLD, NOW, change.raw()));
    }

    @Test
    void who_comes_is_named_by_what_else_is_told_of_him() {
        var change = changeIn("group_participants_update", """
                "type":"group_participants_add","reason":"invite_link",\
                "added_participants":[{"wa_id":"393330000042"},{"wa_id":"393330000043"}]""");

        assertThat(change.what()).isEqualTo(GroupChange.JOINED);
        assertThat(change.participants())
                .containsExactly(
                        new Customer("IT.77", null, "393330000042", null, "Giulia Rossi"),
                        new Customer(null, null, "393330000043", null, null));
    }

    @Test
    void who_is_taken_out_is_named_as_the_business_wrote_him() {
        var change = changeIn("group_participant_update", """
                "type":"group_participants_remove","initiated_by":"business",\
                "removed_participants":[{"input":"+39 333 0000042"}]""");

        assertThat(change.what()).isEqualTo(GroupChange.LEFT);
        assertThat(change.participants()).extracting(Customer::waId).containsExactly("393330000042");
    }

    @ParameterizedTest
    @CsvSource({
        "group_lifecycle_update, group_create, CREATED",
        "group_lifecycle_update, group_delete, DELETED",
        "group_status_update, group_suspend, SUSPENDED",
        "group_status_update, group_suspend_cleared, RESTORED"
    })
    void what_happens_to_a_group_as_a_whole_has_a_word(String field, String type, GroupChange what) {
        assertThat(changeIn(field, "\"type\":\"%s\"".formatted(type)).what()).isEqualTo(what);
    }

    @Test
    void the_same_change_told_twice_is_one() {
        var change = "\"type\":\"group_create\",\"subject\":\"Trasloco\"";

        assertThat(EventIdentity.of(changeIn("group_lifecycle_update", change)))
                .isEqualTo(EventIdentity.of(changeIn("group_lifecycle_update", change + ",\"description\":\"new\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\":\"group_create\",\"errors\":[{\"code\":131215}]",
                "\"type\":\"group_settings_update\",\"group_subject\":{\"text\":\"X\",\"update_successful\":false}",
                "\"type\":\"group_settings_update\",\"profile_picture\":{\"update_successful\":true}",
                "\"type\":\"group_participants_add\",\"failed_participants\":[{\"input\":\"393330000043\"}]",
                "\"type\":\"group_join_request_created\",\"wa_id\":\"393330000043\"",
                "\"type\":\"group_pinned\""
            })
    void what_changed_nothing_or_is_new_is_kept_as_it_came(String change) {
        assertThat(only("group_settings_update", "groups", member(change)))
                .isInstanceOfSatisfying(
                        PartUnrecognised.class, part -> assertThat(part.raw()).isEqualTo(member(change)));
    }

    private static GroupReported changeIn(String field, String change) {
        return (GroupReported) only(field, "groups", member(change));
    }

    private static String member(String change) {
        return "{\"timestamp\":\"1795665400\",\"group_id\":\"%s\",%s}".formatted(GROUP, change);
    }

    private static String status(String word, String participant) {
        return """
                {"id":"w","status":"%s","timestamp":"1795665400","recipient_id":"%s","recipient_type":"group",\
                "recipient_participant_id":"%s"}""".formatted(word, GROUP, participant);
    }

    private static WhatsAppEvent only(String field, String list, String member) {
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"29","changes":[{"field":"%s","value":{\
                "metadata":{"phone_number_id":"%s"},\
                "contacts":[{"profile":{"name":"Giulia Rossi"},"wa_id":"393330000042","user_id":"IT.77"}],\
                "%s":[%s]}}]}]}""".formatted(field, NUMBER, list, member);
        var events = new WebhookTranslation(Set.of(NUMBER)).translate(body.getBytes(StandardCharsets.UTF_8), NOW);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
