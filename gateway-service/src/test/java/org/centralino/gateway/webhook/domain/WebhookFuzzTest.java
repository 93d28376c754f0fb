package org.centralino.gateway.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.centralino.events.UnicodeText;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.events.WireFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is done to a webhook, it becomes events that can be written, and never a failure.
class WebhookFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int TRIES = 5_000;
    private static final byte[] WEBHOOK = """
            {"object":"whatsapp_business_account","entry":[{"id":"290000000000017","time":1795359600,"changes":[
              {"field":"messages","value":{"messaging_product":"whatsapp",
               "metadata":{"display_phone_number":"390299990001","phone_number_id":"510000000000023"},
               "contacts":[{"profile":{"name":"Giulia Rossi","username":"@giulia.r"},"wa_id":"393330000042","user_id":"IT.77"}],
               "messages":[
                {"from":"393330000042","from_user_id":"IT.77","id":"wamid.1","timestamp":"1795359600","type":"text",
                 "text":{"body":"Buongiorno, \\u00e8 arrivato? \\ud83d\\ude0a"}},
                {"from":"393330000042","id":"wamid.2","timestamp":1795359600,"type":"interactive",
                 "interactive":{"type":"list_reply","list_reply":{"id":"slot-3","title":"Giovedì"}}},
                {"from":"393330000042","id":"wamid.3","type":"contacts","contacts":[{"name":{"formatted_name":"Ida"}}]},
                {"from":"393330000042","id":"wamid.5","type":"location","location":{"latitude":45.4,"longitude":"9.1"}},
                {"from":"393330000042","id":"wamid.6","type":"order","order":{"catalog_id":"8","product_items":[
                 {"product_retailer_id":"OLIO-5L","quantity":"2","item_price":38.5,"currency":"EUR"}]}},
                {"from":"393330000042","id":"wamid.7","type":"interactive","interactive":{"type":"nfm_reply",
                 "nfm_reply":{"name":"flow","body":"Sent","response_json":"{\\"voto\\":[4,\\"5\\"]}"}}},
                {"from":"393330000042","id":"wamid.8","timestamp":"1795359600","type":"system","system":{"type":"user_changed_number",
                 "wa_id":"393330000077","user_id":"IT.78","previous_user_id":"IT.77"}}],
               "statuses":[{"id":"wamid.4","status":"failed","timestamp":"1795359610","recipient_id":"393330000042",
                 "errors":[{"code":131047,"title":"Re-engagement","error_data":{"details":"24 hours"}}]}]}},
              {"field":"user_id_update","value":{"metadata":{"phone_number_id":"510000000000023"},
               "contacts":[{"profile":{"name":"Giulia Rossi"},"wa_id":"393330000077"}],
               "user_id_update":[{"wa_id":"393330000077","user_id":{"previous":"IT.77","current":"IT.78"},
                "timestamp":"1795360000"}]}},
              {"field":"account_update","value":{"event":"ACCOUNT_RESTRICTION","restriction_info":[
                {"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING","expiration":1796360400,"remediation":"Ask"}]}},
              {"field":"account_update","value":{"event":"DISABLED_UPDATE","ban_info":{
                "waba_ban_state":"SCHEDULE_FOR_DISABLE","waba_ban_date":"April 17, 2027"}}},
              {"field":"business_capability_update","value":{"max_daily_conversations_per_business":"TIER_2K"}},
              {"field":"phone_number_name_update","value":{"display_phone_number":"390299990001","decision":"REJECTED",
                "requested_verified_name":"Casa Lume","rejection_reason":"NAME_EXISTING"}},
              {"field":"message_template_status_update","value":{"event":"REJECTED","message_template_id":770000000000031,
                "message_template_name":"spedizione","message_template_language":"it","reason":"INVALID_FORMAT",
                "rejection_info":{"reason":"Two variables touch.","recommendation":"Put words between."}}},
              {"field":"smb_message_echoes","value":{"metadata":{"phone_number_id":"510000000000023"},
               "contacts":[{"profile":{"name":"Giulia Rossi"},"wa_id":"393330000042","user_id":"IT.77"}],
               "message_echoes":[
                {"from":"390299990001","to":"393330000042","to_user_id":"IT.77","id":"wamid.9","timestamp":"1795361200",
                 "type":"text","text":{"body":"Ti chiamo tra poco"}},
                {"from":"390299990001","to":"393330000042","id":"wamid.10","timestamp":"1795361200","type":"revoke",
                 "revoke":{"original_message_id":"wamid.9"}}]}},
              {"field":"standby","value":{"metadata":{"phone_number_id":"510000000000023"},"standby":{
               "messages":[{"from":"393330000042","id":"wamid.11","timestamp":"1795361200","type":"text","text":{"body":"Ciao"}}],
               "message_echoes":[{"to":"393330000042","id":"wamid.12","type":"text","text":{"body":"Buongiorno"}}]}}},
              {"field":"messaging_handovers","value":{"sender":{"phone_number":"393330000042"},
               "recipient":{"phone_number_id":"510000000000023"},"type":"control_passed","timestamp":"1795361200",
               "control_passed":{"previous_owner_role":"ai_agent","new_owner_role":"customer_service","metadata":"Subito",
                "conversation_context":{"type":"summary","summary":{"text":"Delivery"}}}}},
              {"field":"history","value":{"metadata":{"display_phone_number":"390299990001","phone_number_id":"510000000000023"},
               "history":[{"metadata":{"phase":1,"chunk_order":3,"progress":55},"threads":[{"id":"393330000042",
                "context":{"wa_id":"393330000042","user_id":"IT.77","username":"giulia.r"},"messages":[
                 {"from":"393330000042","id":"wamid.13","timestamp":"1790000000","type":"text","text":{"body":"Salve"},
                  "history_context":{"status":"READ"}},
                 {"from":"390299990001","id":"wamid.14","timestamp":"1790000100","type":"media_placeholder",
                  "history_context":{"status":"DELIVERED"}}]}]},
                {"errors":[{"code":2593109,"title":"History sync is turned off"}]}],
               "message_echoes":[{"to":"393330000042","id":"wamid.14","timestamp":"1790000100","type":"image",
                "image":{"id":"880000000000901","mime_type":"image/jpeg"}}]}},
              {"field":"smb_app_state_sync","value":{"metadata":{"phone_number_id":"510000000000023"},"state_sync":[
               {"type":"contact","action":"add","contact":{"full_name":"Giulia (fioraio)","phone_number":"+39 333 0000042",
                "user_id":"IT.77","username":"@giulia.r"},"metadata":{"timestamp":"1795361200"}},
               {"type":"contact","action":"remove","contact":{"phone_number":"393330000042"}}]}},
              {"field":"messages","value":{"metadata":{"phone_number_id":"510000000000023"},
               "messages":[{"from":"393330000042","group_id":"Y2FwaV9ncm91cDox","id":"wamid.15","timestamp":"1795361200",
                "type":"text","text":{"body":"Ciao a tutti"}}],
               "statuses":[{"id":"wamid.16","status":"read","timestamp":"1795361210","recipient_id":"Y2FwaV9ncm91cDox",
                "recipient_type":"group","recipient_participant_id":"393330000042"}]}},
              {"field":"group_participants_update","value":{"metadata":{"phone_number_id":"510000000000023"},
               "groups":[{"timestamp":"1795361220","group_id":"Y2FwaV9ncm91cDox","type":"group_participants_add",
                "reason":"invite_link","added_participants":[{"wa_id":"393330000042"},{"input":"+39 333 0000043"}]}]}},
              {"field":"group_settings_update","value":{"metadata":{"phone_number_id":"510000000000023"},
               "groups":[{"timestamp":"1795361230","group_id":"Y2FwaV9ncm91cDox","type":"group_settings_update",
                "group_subject":{"text":"Trasloco","update_successful":true}}]}},
              {"field":"account_update","value":{"event":"VERIFIED_ACCOUNT"}}]}]}""".getBytes(StandardCharsets.UTF_8);

    private final WebhookTranslation translation =
            new WebhookTranslation(Set.of("510000000000023"), Map.of("390299990001", "510000000000023"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_mutated_webhook_never_fails_and_leaves_something_that_can_be_stored(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < TRIES; i++) {
            var body = mutated(WEBHOOK, random);
            assertThatCode(() -> check(body))
                    .as(() -> new String(body, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    private void check(byte[] body) {
        var events = translation.translate(body, NOW);
        assertThat(events).isNotEmpty();
        for (var event : events) {
            EventIdentity.of(event);
            assertThat(UnicodeText.isStorable(rawOf(event))).isTrue();
            var written = WireFormat.WHATSAPP.write(event);
            assertThat(WireFormat.WHATSAPP.read(WireFormat.WHATSAPP.typeOf(event), written))
                    .isEqualTo(event);
        }
    }

    private static String rawOf(WhatsAppEvent event) {
        return switch (event) {
            case MessageReceived message -> message.raw();
            case StatusReported status -> status.raw();
            case WhatsAppEvent.MessageEchoed it -> it.raw();
            case WhatsAppEvent.HandedOver it -> it.raw();
            case WhatsAppEvent.MessageSynced it -> it.raw();
            case WhatsAppEvent.SyncProgressed it -> it.raw();
            case WhatsAppEvent.MarketingChosen it -> it.raw();
            case WhatsAppEvent.PhoneContactChanged it -> it.raw();
            case WhatsAppEvent.ReactionReceived it -> it.raw();
            case WhatsAppEvent.MessageEdited it -> it.raw();
            case WhatsAppEvent.MessageRevoked it -> it.raw();
            case WhatsAppEvent.CustomerChanged it -> it.raw();
            case WhatsAppEvent.GroupReported it -> it.raw();
            case WhatsAppEvent.AccountReported it -> it.raw();
            case PartUnrecognised part -> part.raw();
            case WhatsAppEvent.Unrecognised never -> never.type();
        };
    }

    private static byte[] mutated(byte[] webhook, Random random) {
        var body = webhook.clone();
        for (var times = random.nextInt(1, 6); times > 0; times--) {
            body = mutatedOnce(body, random);
        }
        return body;
    }

    private static byte[] mutatedOnce(byte[] body, Random random) {
        if (body.length < 2) {
            return body;
        }
        var at = random.nextInt(body.length);
        var to = Math.min(body.length, at + random.nextInt(1, 40));
        return switch (random.nextInt(6)) {
            case 0 -> replaced(body, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(body, at, to, new byte[0]);
            case 2 -> replaced(body, at, at, java.util.Arrays.copyOfRange(body, at, to));
            case 3 -> replaced(body, at, body.length, new byte[0]);
            case 4 -> replaced(body, at, at, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
            default -> replacedValue(body, random);
        };
    }

    /// Puts something of another kind where a value stood.
    private static byte[] replacedValue(byte[] body, Random random) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var at = text.indexOf(':', random.nextInt(text.length()));
        var end = at < 0 ? -1 : text.indexOf(',', at);
        return end < 0
                ? body
                : replaced(body, at + 1, end, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
    }

    private static final String[] PIECES = {
        "null",
        "[]",
        "{}",
        "\"\"",
        "-1",
        "1e999",
        "true",
        "[[[[]]]]",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\\",
        "\"",
        "😊",
        "{\"id\":\"x\"}",
        "99999999999999999999",
        "\u0000"
    };

    private static byte[] replaced(byte[] body, int from, int to, byte[] by) {
        var result = new byte[body.length - (to - from) + by.length];
        System.arraycopy(body, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(body, to, result, from + by.length, body.length - to);
        return result;
    }
}
