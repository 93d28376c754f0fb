package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.restfb.DefaultJsonMapper;
import com.restfb.types.webhook.ChangeValue;
import com.restfb.types.webhook.WebhookObject;
import com.restfb.types.webhook.whatsapp.AccountReviewUpdateValue;
import com.restfb.types.webhook.whatsapp.MessageTemplateStatusUpdateValue;
import com.restfb.types.webhook.whatsapp.PhoneNumberNameUpdateValue;
import com.restfb.types.webhook.whatsapp.WhatsappMessagesValue;
import com.restfb.types.whatsapp.platform.Message;
import com.restfb.types.whatsapp.platform.message.MessageType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.centralino.simulator.Inbox.Received;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A client that is not ours (RestFB) reads what customers send in every kind that it has a type for.
///
/// It has none, and fails to read the whole webhook, for orders, edits and deletions. It overlooks answers to forms
/// and to a wish to call, the product that a message asks about, BSUIDs and usernames, the type of a price, groups,
/// calls, echoes, history, standby, handovers, and most fields of accounts.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class ForeignReaderTest {
    @TestHTTPResource
    URI base;

    private Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void it_reads_files() {
        var photo = sent("""
                {"type":"image","content":{"mime_type":"image/jpeg","caption":"Ecco 😊","data":"AAAA"}}""");
        var voice = sent("""
                {"type":"audio","content":{"mime_type":"audio/ogg; codecs=opus","voice":true,"data":"AAAA"}}""");
        var bill = sent("""
                {"type":"document","content":{"mime_type":"application/pdf","filename":"Perché.pdf","data":"AAAA"}}""");
        var film = sent("""
                {"type":"video","content":{"mime_type":"video/mp4","caption":"Guarda","data":"AAAA"}}""");
        var sticker = sent("""
                {"type":"sticker","content":{"mime_type":"image/webp","data":"AAAA"}}""");

        assertThat(photo.getImage().getCaption()).isEqualTo("Ecco 😊");
        assertThat(photo.getImage().getSha256()).isEqualTo(sticker.getSticker().getSha256());
        assertThat(voice.getAudio().isVoice()).isTrue();
        assertThat(bill.getDocument().getFilename()).isEqualTo("Perché.pdf");
        assertThat(film.getVideo().getMimeType()).isEqualTo("video/mp4");
        assertThat(sticker.getSticker().getId()).matches("\\d+");
    }

    @Test
    void it_reads_places_cards_and_answers() {
        var place = sent("""
                {"type":"location","content":{"latitude":45.4642,"longitude":9.19,"name":"Bar Centrale"}}""");
        var card = sent("""
                {"type":"contacts","content":[{"name":{"formatted_name":"Ida Bo"},"phones":[{"phone":"+39 333 000 4001"}]}]}""");
        var pressed = sent("""
                {"type":"button","content":{"text":"Sì","payload":"CONFIRM"}}""");
        var chosen = sent("""
                {"type":"interactive","content":{"type":"list_reply","list_reply":{"id":"3","title":"Giovedì","description":"10"}}}""");
        var answered = sent("""
                {"text":"Sì","context":{"id":"wamid.X","forwarded":true},"referral":{"source_type":"ad","headline":"Saldi"}}""");

        assertThat(place.getLocation().getLatitude()).isEqualTo(45.4642);
        assertThat(card.getContacts().getFirst().getName().getFormattedName()).isEqualTo("Ida Bo");
        assertThat(pressed.getButton().getPayload()).isEqualTo("CONFIRM");
        assertThat(chosen.getInteractive().getListReply().getDescription()).isEqualTo("10");
        assertThat(answered.getContext().getId()).isEqualTo("wamid.X");
        assertThat(answered.getContext().isForwarded()).isTrue();
        assertThat(answered.getReferral().getHeadline()).isEqualTo("Saldi");
    }

    @Test
    void it_reads_what_is_done_to_messages_and_what_cannot_be_shown() {
        var text = sent("{\"text\":\"Buongiorno\"}");
        caller.put(messages() + "/" + text.getId() + "/reaction", "{\"emoji\":\"🙏🏽\"}");
        var reaction = newest(2);
        var poll = sent("{\"type\":\"unsupported\",\"content\":{\"type\":\"poll_creation\"}}");
        caller.post("/control/customers/%s/identity".formatted(Caller.GIULIA), "{\"phone\":\"+39 333 000 4999\"}");
        var system = newest(4);

        assertThat(reaction.getReaction().getMessageId()).isEqualTo(text.getId());
        assertThat(reaction.getReaction().getEmoji()).isEqualTo("🙏🏽");
        assertThat(poll.getType()).isEqualTo(MessageType.unsupported);
        assertThat(poll.getErrors().getFirst().getCode()).isEqualTo("131051");
        assertThat(system.getSystem().getWaId()).isEqualTo("393330004999");
    }

    @Test
    void it_reads_fields_of_accounts_and_templates() {
        caller.post("/control/webhooks/changes", """
                {"time":1795359600,"changes":[
                 {"field":"account_review_update","value":{"decision":"APPROVED"}},
                 {"field":"phone_number_name_update","value":{"decision":"APPROVED","requested_verified_name":"Casa Lume"}},
                 {"field":"message_template_status_update","value":{"event":"REJECTED","message_template_id":770000000000031,
                  "message_template_name":"ritardo","message_template_language":"it","reason":"INVALID_FORMAT"}}]}""");
        var entry = read(Inbox.waitFor(all -> !all.isEmpty()).getFirst())
                .getEntryList()
                .getFirst();
        var values = entry.getChanges().stream()
                .<ChangeValue>map(change -> change.getValue())
                .toList();

        assertThat(((AccountReviewUpdateValue) values.get(0)).getDecision()).hasToString("APPROVED");
        assertThat(((PhoneNumberNameUpdateValue) values.get(1)).getRequestedVerifiedName())
                .isEqualTo("Casa Lume");
        assertThat(((MessageTemplateStatusUpdateValue) values.get(2)).getMessageTemplateName())
                .isEqualTo("ritardo");
    }

    /// @return the message as the foreign client has it
    private Message sent(String message) {
        var before = (int)
                Inbox.waitFor(_ -> true).stream().flatMap(Received::messages).count();
        var answer = caller.post(messages(), message);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return newest(before + 1);
    }

    private static Message newest(int count) {
        Inbox.waitForMessages(count);
        var value = (WhatsappMessagesValue) read(Inbox.waitFor(_ -> true).getLast())
                .getEntryList()
                .getFirst()
                .getChanges()
                .getFirst()
                .getValue();
        return value.getMessages().getFirst();
    }

    private static WebhookObject read(Received received) {
        return new DefaultJsonMapper().toJavaObject(received.text(), WebhookObject.class);
    }

    private static String messages() {
        return "/control/customers/%s/messages".formatted(Caller.GIULIA);
    }
}
