package org.centralino.system.load;

import java.util.List;

/// What a body of the mixed load can be: each kind of message, what is done to messages, statuses, and the
/// fields that tell of something else. Between `@` stand the names of what differs from body to body.
final class MixedKinds {
    private static final String METADATA = """
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"390299990001","phone_number_id":"510000000000023"}""";
    private static final String CONTACTS = """
            "contacts":[{"profile":{"name":"@name@"},"wa_id":"@phone@","user_id":"IT.5@phone@"}]""";
    private static final String SENDER = """
            "from":"@phone@","from_user_id":"IT.5@phone@","timestamp":"@now@\"""";

    /// One body.
    ///
    /// @param isShown whether it puts a message with an id of its own into a timeline, which is looked for
    /// @param isOfTarget whether it is about the customer who wrote the message that others refer to
    /// @param field of the change
    /// @param value of the change, besides the number's metadata
    record Kind(boolean isShown, boolean isOfTarget, String field, String value) {
        private static Kind shown(String message) {
            return new Kind(true, false, "messages", message("\"id\":\"@wamid@\"," + message));
        }

        private static Kind shown(String field, String value) {
            return new Kind(true, false, field, value);
        }

        private static Kind acts(String message) {
            return new Kind(false, true, "messages", message(message));
        }

        private static Kind told(String field, String value) {
            return new Kind(false, false, field, value);
        }

        private static String message(String message) {
            return "%s,\"messages\":[{%s,%s}]".formatted(CONTACTS, SENDER, message);
        }

        String change() {
            return "{\"field\":\"%s\",\"value\":{%s,%s}}".formatted(field, METADATA, value);
        }
    }

    /// In the order in which they come, again and again. The second writes the message to which others refer.
    static final List<Kind> ALL = List.of(
            Kind.shown("\"type\":\"text\",\"text\":{\"body\":\"Buongiorno @n@, \\u00e8 arrivato? \\ud83d\\ude0a\"}"),
            Kind.acts("\"id\":\"@target@\",\"type\":\"text\",\"text\":{\"body\":\"Questo numero @n@\"}"),
            Kind.shown("""
                    "type":"image","image":{"id":"@photo@","mime_type":"image/jpeg","caption":"Foto @n@"}"""),
            Kind.acts("""
                    "id":"@other@","type":"reaction","reaction":{"message_id":"@target@","emoji":"\\ud83d\\udc4d"}"""),
            Kind.shown("""
                    "type":"location","location":{"latitude":45.4642,"longitude":9.19,"name":"Bar @n@"}"""),
            Kind.shown("""
                    "type":"contacts","contacts":[{"name":{"formatted_name":"Ida @n@"},"phones":[{"phone":"+39 333 000 4001"}]}]"""),
            Kind.told("messages", CONTACTS + """
                    ,"statuses":[{"id":"wamid.ELSEWHERE@n@","status":"delivered","timestamp":"@now@","recipient_id":"@phone@"},
                    {"id":"wamid.ELSEWHERE@n@","status":"read","timestamp":"@now@","recipient_id":"@phone@",
                     "pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}}]"""),
            Kind.shown("""
                    "type":"audio","audio":{"id":"@voice@","mime_type":"audio/ogg; codecs=opus","voice":true}"""),
            Kind.shown("""
                    "type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"si","title":"S\\u00ec"}}"""),
            Kind.acts("""
                    "id":"@other@","type":"edit","edit":{"original_message_id":"@target@",
                    "message":{"type":"text","text":{"body":"Detto meglio @n@"}}}"""),
            Kind.shown("""
                    "type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"3","title":"Gioved\\u00ec"}}"""),
            Kind.shown("""
                    "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","response_json":"{\\"voto\\":\\"4\\"}"}}"""),
            Kind.told("calls", CONTACTS + """
                    ,"calls":[{"id":"wacid.@n@.@run@","from":"@phone@","event":"connect","direction":"USER_INITIATED","timestamp":"@now@"}]"""),
            Kind.shown("""
                    "type":"document","document":{"id":"@photo@","mime_type":"image/jpeg","filename":"Perch\\u00e9 @n@.jpg"}"""),
            Kind.shown("\"type\":\"button\",\"button\":{\"payload\":\"P\",\"text\":\"Confermo\"}"),
            Kind.shown("""
                    "type":"order","order":{"catalog_id":"8","product_items":[{"product_retailer_id":"AURORA-M","quantity":2,
                    "item_price":38.5,"currency":"EUR"}]}"""),
            Kind.acts("""
                    "id":"@other@","type":"reaction","reaction":{"message_id":"@target@"}"""),
            Kind.shown("""
                    "type":"sticker","sticker":{"id":"@sticker@","mime_type":"image/webp","animated":false}"""),
            Kind.shown("""
                    "type":"unsupported","unsupported":{"type":"poll_creation"},"errors":[{"code":131051,"title":"Unknown"}]"""),
            Kind.told("history", """
                    "history":[{"metadata":{"phase":1,"chunk_order":@n@,"progress":50},"threads":[{"id":"@phone@","messages":[
                    {"from":"@phone@","id":"@other@","timestamp":"1790000000","type":"text","text":{"body":"Salve @n@"},
                     "history_context":{"status":"READ"}}]}]}]"""),
            Kind.shown("""
                    "type":"text","text":{"body":"Inoltrato @n@"},"context":{"forwarded":true}"""),
            Kind.told("smb_message_echoes", CONTACTS + """
                    ,"message_echoes":[{"from":"390299990001","to":"@phone@","id":"@other@","timestamp":"@now@","type":"text",
                    "text":{"body":"Ti chiamo tra poco"}}]"""),
            Kind.shown("""
                    "type":"text","text":{"body":"Vorrei info @n@"},"referral":{"source_type":"ad","source_id":"17","headline":"Saldi"}"""),
            Kind.told("user_preferences", CONTACTS + """
                    ,"user_preferences":[{"wa_id":"@phone@","category":"marketing_messages","value":"stop","timestamp":@now@}]"""),
            Kind.shown("""
                    "type":"hologram","hologram":{"of":"tomorrow"}"""),
            Kind.shown("""
                    "group_id":"GROUP.@run@","type":"text","text":{"body":"Chi porta le sedie? @n@"}"""),
            Kind.shown("standby", CONTACTS + """
                    ,"standby":{"messages":[{"id":"@wamid@","from":"@phone@","from_user_id":"IT.5@phone@","timestamp":"@now@",
                    "type":"text","text":{"body":"Parlo con il robot? @n@"}}]}"""),
            Kind.told("smb_app_state_sync", """
                    "state_sync":[{"type":"contact","action":"add","contact":{"full_name":"Ida @n@","phone_number":"@phone@"},
                    "metadata":{"timestamp":"@now@"}}]"""),
            Kind.told("messaging_handovers", """
                    "sender":{"phone_number":"@phone@"},"recipient":{"phone_number_id":"510000000000023"},"type":"control_passed",
                    "timestamp":"@now@","control_passed":{"previous_owner_role":"ai_agent","new_owner_role":"customer_service"}"""),
            Kind.told("message_template_status_update", """
                    "event":"APPROVED","message_template_id":77,"message_template_name":"ritardo_@n@","message_template_language":"it\""""),
            Kind.told("group_lifecycle_update", """
                    "groups":[{"group_id":"120363@n@","type":"group_create","subject":"Consegne @n@"}]"""),
            Kind.told("group_participants_update", """
                    "groups":[{"timestamp":"@now@","group_id":"GROUP.@run@","type":"group_participants_add",
                    "added_participants":[{"wa_id":"@phone@"}]}]"""),
            Kind.told("account_review_update", "\"decision\":\"APPROVED\""),
            Kind.told("of_tomorrow", "\"number\":@n@"),
            Kind.acts("""
                    "id":"@other@","type":"revoke","revoke":{"original_message_id":"@target@"}"""));

    private MixedKinds() {}
}
