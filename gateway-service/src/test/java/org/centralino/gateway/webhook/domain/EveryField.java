package org.centralino.gateway.webhook.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// A webhook with every field of the platform's catalogue (fact sheet, 3.3) and every kind of message, in
/// entries of several owners. Each part says `@mark@`, for which it gets a word of its own.
public final class EveryField {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern MARK = Pattern.compile("@mark@");
    private static final List<String> MESSAGES = List.of(
            """
            {"type":"text","text":{"body":"Buongiorno 😊"},"context":{"from":"390299990001","id":"wamid.0"}}""",
            """
            {"type":"image","image":{"id":"7","mime_type":"image/jpeg","sha256":"x","caption":"Ecco","url":"https://a.example/7"}}""",
            """
            {"type":"video","video":{"id":"8","mime_type":"video/mp4"},"context":{"forwarded":true}}""",
            """
            {"type":"audio","audio":{"id":"9","mime_type":"audio/ogg; codecs=opus","voice":true}}""",
            """
            {"type":"document","document":{"id":"10","mime_type":"application/pdf","filename":"a.pdf"}}""",
            """
            {"type":"sticker","sticker":{"id":"11","mime_type":"image/webp","animated":false}}""",
            """
            {"type":"location","location":{"latitude":45.4,"longitude":9.1,"name":"Bar","address":"Via Roma 1"}}""",
            """
            {"type":"contacts","contacts":[{"name":{"formatted_name":"Ida"},"phones":[{"phone":"+39 333","type":"CELL"}],
             "emails":[{"email":"a@example.org"}],"org":{"company":"Larice"},"birthday":"1990-05-17"}]}""",
            """
            {"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"si","title":"Sì"}}}""",
            """
            {"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"3","title":"Gio","description":"10"}}}""",
            """
            {"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","response_json":"{\\"voto\\":[4]}"}}}""",
            """
            {"type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept"}}}""",
            """
            {"type":"interactive","interactive":{"type":"hologram","hologram":{"a":[{"b":1}]}}}""",
            """
            {"type":"button","button":{"payload":"P","text":"Confermo"}}""",
            """
            {"type":"reaction","reaction":{"message_id":"wamid.0","emoji":"👍🏽"}}""",
            """
            {"type":"order","order":{"catalog_id":"8","text":"","product_items":[
             {"product_retailer_id":"OLIO","quantity":"2","item_price":38.5,"currency":"EUR"}]}}""",
            """
            {"type":"system","system":{"type":"user_changed_number","wa_id":"393330000077","user_id":"IT.78","previous_user_id":"IT.77"}}""",
            """
            {"type":"system","system":{"type":"customer_identity_changed"},"identity":{"acknowledged":true,"hash":"h"}}""",
            """
            {"type":"edit","edit":{"original_message_id":"wamid.0","message":{"type":"text","text":{"body":"Altro"}}}}""",
            """
            {"type":"revoke","revoke":{"original_message_id":"wamid.0"}}""",
            """
            {"type":"unsupported","unsupported":{"type":"poll_update"},"errors":[{"code":131051,"title":"Unknown"}]}""",
            """
            {"type":"request_welcome"}""",
            """
            {"type":"text","text":{"body":"In gruppo"},"group_id":"120363"}""",
            """
            {"type":"text","referral":{"source_type":"ad","headline":"Saldi","welcome_message":{"text":"Ciao"}}}""");

    private static final List<String> CHANGES = List.of(
            """
            {"field":"messages","value":{@ours@,"statuses":[
              {"id":"@mark@","status":"failed","timestamp":"1795359610","recipient_id":"393330000042",
               "errors":[{"code":131047,"title":"Re-engagement","error_data":{"details":"24 hours"}}]},
              {"id":"@mark@","status":"read","timestamp":"1795359611","recipient_user_id":"IT.77",
               "pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}},
              {"id":"@mark@","status":"delivered","recipient_id":"120363","recipient_type":"group",
               "recipient_participant_id":"393330000042"}]}}""",
            """
            {"field":"messages","value":{@ours@,"errors":[{"code":130429,"title":"@mark@"}]}}""",
            """
            {"field":"messages","value":{@foreign@,"messages":[
              {"from":"393330000042","id":"@mark@","timestamp":"1795359600","type":"text","text":{"body":"Per altri"}}]}}""",
            """
            {"field":"calls","value":{@ours@,"calls":[
              {"id":"@mark@","from":"393330000042","event":"connect","direction":"USER_INITIATED","timestamp":"1795359600"},
              {"id":"@mark@","to":"393330000042","event":"terminate","direction":"BUSINESS_INITIATED","duration":3}]}}""",
            """
            {"field":"user_id_update","value":{@ours@,"user_id_update":[{"wa_id":"393330000077","detail":"@mark@",
              "user_id":{"previous":"IT.77","current":"IT.78"},"timestamp":"1795360000"}]}}""",
            """
            {"field":"user_preferences","value":{@ours@,"user_preferences":[{"wa_id":"393330000042",
              "category":"marketing_messages","value":"stop","detail":"@mark@","timestamp":1795361000}]}}""",
            """
            {"field":"smb_message_echoes","value":{@ours@,"message_echoes":[{"from":"390299990001","to":"393330000042",
              "id":"@mark@","timestamp":"1795361200","type":"text","text":{"body":"Ti chiamo"}}]}}""",
            """
            {"field":"smb_app_state_sync","value":{@ours@,"state_sync":[{"type":"contact","action":"add",
              "contact":{"full_name":"@mark@","phone_number":"393330000042"},"metadata":{"timestamp":"1795361200"}}]}}""",
            """
            {"field":"history","value":{@ours@,"history":[{"metadata":{"phase":1,"chunk_order":3,"progress":55},
              "threads":[{"id":"393330000042","messages":[{"from":"393330000042","id":"@mark@","timestamp":"1790000000",
                "type":"text","text":{"body":"Salve"},"history_context":{"status":"READ"}}]}]}]}}""",
            """
            {"field":"message_echoes","value":{@ours@,"message_echoes":[{"id":"@mark@"}]}}""",
            """
            {"field":"standby","value":{@ours@,"standby":{"messages":[
              {"from":"393330000042","id":"@mark@","timestamp":"1795359600","type":"text","text":{"body":"All'agente"}}]}}}""",
            """
            {"field":"messaging_handovers","value":{"messaging_product":"whatsapp","sender":{"phone_number":"393330000042"},
              "recipient":{"phone_number_id":"510000000000023"},"type":"control_passed","timestamp":"1795359600",
              "control_passed":{"previous_owner_role":"ai_agent","metadata":"@mark@"}}}""",
            """
            {"field":"group_lifecycle_update","value":{@ours@,"groups":[{"group_id":"@mark@","type":"group_create"}]}}""",
            """
            {"field":"group_participants_update","value":{@ours@,"groups":[{"group_id":"@mark@","type":"group_participants_add",
              "added_participants":[{"wa_id":"1"}]}]}}""",
            """
            {"field":"group_settings_update","value":{@ours@,"groups":[{"group_id":"@mark@","type":"group_settings_update",
              "group_subject":{"text":"Trasloco","update_successful":true}}]}}""",
            """
            {"field":"group_status_update","value":{@ours@,"groups":[{"group_id":"@mark@","type":"group_suspend"}]}}""",
            """
            {"field":"message_template_status_update","value":{"event":"REJECTED","message_template_id":770000000000031,
              "message_template_name":"@mark@","message_template_language":"it","reason":null,
              "rejection_info":{"reason":"Because","recommendation":"Put words"}}}""",
            """
            {"field":"message_template_quality_update","value":{"new_quality_score":"YELLOW","message_template_name":"@mark@"}}""",
            """
            {"field":"message_template_components_update","value":{"message_template_name":"@mark@","message_template_buttons":[{}]}}""",
            """
            {"field":"template_category_update","value":{"message_template_name":"@mark@","new_category":"MARKETING"}}""",
            """
            {"field":"template_correct_category_detection","value":{"message_template_name":"@mark@","correct_category":"MARKETING"}}""",
            """
            {"field":"account_update","value":{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"DISABLE",
              "waba_ban_date":"April 17, 2027"},"restriction_info":[{"restriction_type":"@mark@","expiration":1795359600}]}}""",
            """
            {"field":"account_review_update","value":{"decision":"APPROVED","mark":"@mark@"}}""",
            """
            {"field":"account_alerts","value":{"entity_type":"PHONE_NUMBER","entity_id":"@mark@","alert_info":{"alert_type":"X"}}}""",
            """
            {"field":"account_settings_update","value":{"type":"phone_number_settings","phone_number_settings":{"id":"@mark@"}}}""",
            """
            {"field":"business_capability_update","value":{"max_daily_conversations_per_business":"TIER_2K","mark":"@mark@"}}""",
            """
            {"field":"phone_number_quality_update","value":{"display_phone_number":"390299990001","event":"FLAGGED","mark":"@mark@"}}""",
            """
            {"field":"phone_number_name_update","value":{"requested_verified_name":"@mark@","decision":"APPROVED"}}""",
            """
            {"field":"security","value":{"display_phone_number":"390299990001","event":"PIN_CHANGED","requester":"@mark@"}}""",
            """
            {"field":"business_username_updates","value":{"username":"@mark@","status":"approved"}}""",
            """
            {"field":"business_username_update","value":{"username":"@mark@","status":"deleted"}}""",
            """
            {"field":"flows","value":{"event":"FLOW_STATUS_CHANGE","flow_id":"@mark@"}}""",
            """
            {"field":"automatic_events","value":{"mark":"@mark@"}}""",
            """
            {"field":"payment_configuration_update","value":{"configuration_name":"@mark@"}}""",
            """
            {"field":"partner_solutions","value":{"solution_id":"@mark@"}}""",
            """
            {"field":"of_tomorrow","value":{"mark":"@mark@"}}""");

    private static final String METADATA = """
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"390299990001","phone_number_id":"%s"},
            "contacts":[{"profile":{"name":"Giulia","username":"@giulia.r"},"wa_id":"393330000042","user_id":"IT.77"}]""";

    private final Random random;
    private int marks;

    public EveryField(Random random) {
        this.random = random;
    }

    /// @return the word of a part
    static String mark(int number) {
        return "mark%06dx".formatted(number);
    }

    /// @return how many parts have a word
    int marks() {
        return marks;
    }

    /// @return a change of the field `messages` with some kinds of messages
    ObjectNode someMessages() {
        var change = object("{\"field\":\"messages\",\"value\":{%s,\"messages\":[]}}".formatted(ours()));
        var messages = (ArrayNode) change.at("/value/messages");
        for (var many = random.nextInt(1, 4); many > 0; many--) {
            messages.add(message());
        }
        return change;
    }

    ObjectNode message() {
        var message = object("""
                {"from":"393330000042","from_user_id":"IT.77","id":"@mark@","timestamp":"1795359600"}""");
        message.setAll(object(MESSAGES.get(random.nextInt(MESSAGES.size()))));
        return message;
    }

    /// @return a change of any field
    public ObjectNode anyChange() {
        return random.nextBoolean() ? someMessages() : object(CHANGES.get(random.nextInt(CHANGES.size())));
    }

    /// @return a change of each field, one after the other
    List<ObjectNode> eachField() {
        return CHANGES.stream().map(this::object).toList();
    }

    /// @return a message of each kind
    List<ObjectNode> eachKind() {
        return MESSAGES.stream()
                .map(kind -> {
                    var message = object("""
                            {"from":"393330000042","id":"@mark@","timestamp":"1795359600"}""");
                    message.setAll(object(kind));
                    return message;
                })
                .toList();
    }

    static String ours() {
        return METADATA.formatted("510000000000023");
    }

    private ObjectNode object(String form) {
        var filled = form.replace("@ours@", ours()).replace("@foreign@", METADATA.formatted("999999999999999"));
        try {
            return (ObjectNode) JSON.readTree(MARK.matcher(filled).replaceAll(_ -> mark(marks++)));
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
