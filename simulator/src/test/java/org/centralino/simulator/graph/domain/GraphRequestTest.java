package org.centralino.simulator.graph.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.centralino.simulator.graph.domain.GraphRequest.Bsuid;
import org.centralino.simulator.graph.domain.GraphRequest.MarkRead;
import org.centralino.simulator.graph.domain.GraphRequest.Phone;
import org.centralino.simulator.graph.domain.GraphRequest.Refused;
import org.centralino.simulator.graph.domain.GraphRequest.SendFile;
import org.centralino.simulator.graph.domain.GraphRequest.SendText;
import org.centralino.simulator.media.domain.MediaFile;
import org.junit.jupiter.api.Test;

class GraphRequestTest {

    @Test
    void a_text_to_a_phone_number_is_understood_in_any_spelling_of_the_number() {
        var request = GraphRequest.of(text("+39 333 000-0042", "Ciao"));

        assertThat(request)
                .isEqualTo(new SendText(new Phone("+39 333 000-0042", "393330000042"), "Ciao", "wamid.Q", "msg:1"));
    }

    @Test
    void a_text_may_be_addressed_to_a_bsuid() {
        var body = text(null, "Ciao");
        body.put("recipient", "IT.7781930025541178");

        assertThat(GraphRequest.of(body))
                .isInstanceOfSatisfying(
                        SendText.class,
                        send -> assertThat(send.recipient()).isEqualTo(new Bsuid("IT.7781930025541178")));
    }

    @Test
    void with_both_addresses_the_phone_number_wins() {
        var body = text("+393330000042", "Ciao");
        body.put("recipient", "IT.7781930025541178");

        assertThat(GraphRequest.of(body))
                .isInstanceOfSatisfying(
                        SendText.class,
                        send -> assertThat(send.recipient().identity()).isEqualTo("393330000042"));
    }

    @Test
    void a_text_may_have_4096_characters_and_no_more_whatever_they_weigh() {
        assertThat(GraphRequest.of(text("+393330000042", "😊".repeat(4096)))).isInstanceOf(SendText.class);
        assertThat(codeOf(text("+393330000042", "a".repeat(4097)))).isEqualTo(100);
    }

    @Test
    void what_is_required_is_asked_for() {
        var withoutProduct = text("+393330000042", "Ciao");
        withoutProduct.remove("messaging_product");

        assertThat(codeOf(Map.of())).isEqualTo(100);
        assertThat(codeOf(withoutProduct)).isEqualTo(100);
        assertThat(codeOf(text(null, "Ciao"))).isEqualTo(100);
        assertThat(codeOf(text("+393330000042", ""))).isEqualTo(100);
        assertThat(codeOf(text("+393330000042", null))).isEqualTo(100);
    }

    @Test
    void an_address_that_is_none_is_refused() {
        var body = text(null, "Ciao");
        body.put("recipient", "somebody");

        assertThat(codeOf(text("call me", "Ciao"))).isEqualTo(131009);
        assertThat(codeOf(body)).isEqualTo(131009);
    }

    @Test
    void types_of_the_platform_that_are_not_played_here_are_named_as_such() {
        var image = text("+393330000042", "Ciao");
        image.put("type", "pin");
        var nonsense = text("+393330000042", "Ciao");
        nonsense.put("type", "smoke-signal");

        assertThat(codeOf(image)).isEqualTo(131051);
        assertThat(codeOf(nonsense)).isEqualTo(100);
    }

    @Test
    void a_file_is_named_by_an_id_or_by_an_address_and_has_a_caption_where_the_platform_shows_one() {
        var sent = (SendFile) GraphRequest.of(file("image", Map.of("id", "880000000000901", "caption", "La schiena")));

        assertThat(sent.file().id()).isEqualTo("880000000000901");
        assertThat(sent.text()).isEqualTo("La schiena");
        assertThat(GraphRequest.of(file("sticker", Map.of("link", "https://example.org/a.webp"))))
                .isInstanceOf(SendFile.class);
        assertThat(codeOf(file("image", Map.of()))).isEqualTo(100);
        assertThat(codeOf(file("image", Map.of("id", "8", "link", "https://example.org/a.png"))))
                .isEqualTo(100);
        assertThat(codeOf(file("image", Map.of("link", "not an address")))).isEqualTo(100);
        assertThat(codeOf(file("audio", Map.of("id", "8", "caption", "Ciao")))).isEqualTo(100);
        assertThat(codeOf(file("image", Map.of("id", "8", "caption", "a".repeat(1025)))))
                .isEqualTo(100);
        assertThat(codeOf(file("image", null))).isEqualTo(100);
    }

    @Test
    void a_file_goes_only_as_what_it_is_and_a_document_may_be_anything() {
        var picture = MediaFile.uploaded("8", "image/png", new byte[32], 7, Instant.EPOCH);

        assertThat(objection("image", Map.of("id", "8"), picture)).isNull();
        assertThat(objection("document", Map.of("id", "8"), picture)).isNull();
        assertThat(objection("video", Map.of("id", "8"), picture).code()).isEqualTo(131053);
        assertThat(objection("audio", Map.of("id", "8", "voice", true), picture).code())
                .isEqualTo(131053);
        assertThat(objection("image", Map.of("id", "8"), null).code()).isEqualTo(100);
    }

    private static GraphError objection(String type, Map<String, Object> content, MediaFile file) {
        return ((SendFile) GraphRequest.of(file(type, content))).file().objection(file);
    }

    private static Map<String, Object> file(String type, Map<String, Object> content) {
        var body = text("+393330000042", "Ciao");
        body.put("type", type);
        body.put(type, content);
        return body;
    }

    @Test
    void marking_as_read_may_also_say_that_somebody_is_typing() {
        var read = Map.of("messaging_product", "whatsapp", "status", "read", "message_id", "wamid.1");
        var typing = new HashMap<String, Object>(read);
        typing.put("typing_indicator", Map.of("type", "text"));

        assertThat(GraphRequest.of(read)).isEqualTo(new MarkRead("wamid.1", false));
        assertThat(GraphRequest.of(typing)).isEqualTo(new MarkRead("wamid.1", true));
    }

    @Test
    void a_text_to_a_group_names_it_as_one() {
        var body = text("Y2FwaV9ncm91cDox", "Ciao a tutti");
        body.put("recipient_type", "group");

        assertThat(((SendText) GraphRequest.of(body)).recipient())
                .isEqualTo(new GraphRequest.Group("Y2FwaV9ncm91cDox"));

        body.put("recipient_type", "crowd");
        assertThat(codeOf(body)).isEqualTo(100);
    }

    private static int codeOf(Map<String, Object> body) {
        return ((Refused) GraphRequest.of(body)).error().code();
    }

    private static Map<String, Object> text(String to, String text) {
        var body = new HashMap<String, Object>();
        body.put("messaging_product", "whatsapp");
        body.put("recipient_type", "individual");
        body.put("to", to);
        body.put("type", "text");
        body.put("text", text == null ? Map.of() : Map.of("body", text));
        body.put("context", Map.of("message_id", "wamid.Q"));
        body.put("biz_opaque_callback_data", "msg:1");
        return body;
    }
}
