package org.centralino.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.component.whatsapp.model.BaseMessage;
import org.apache.camel.component.whatsapp.model.MediaMessage;
import org.apache.camel.component.whatsapp.model.MediaMessageRequest;
import org.apache.camel.component.whatsapp.model.MessageResponse;
import org.apache.camel.component.whatsapp.model.TextMessage;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;
import org.apache.camel.component.whatsapp.model.UploadMedia;
import org.apache.camel.component.whatsapp.model.UploadMediaRequest;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A second client that is not ours (Apache Camel) holds a conversation: it writes, the customer answers, it writes
/// again. It has no types for what customers send, so their side is read by the other one, RestFB.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class ForeignWriterTest {
    private static final String PHONE = "/control/customers/%s/messages".formatted(Caller.GIULIA);

    @TestHTTPResource
    URI base;

    private final SimpleCamelContext camel = new SimpleCamelContext();
    private Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void what_it_writes_stands_on_the_phone_and_what_is_answered_comes_to_the_business() {
        caller.giuliaWrites("Buongiorno");

        var first = send("local-access-token", text("Ciao Giulia, come possiamo aiutarti?"));
        caller.post(PHONE, """
                {"type":"location","content":{"latitude":45.4384,"longitude":10.9916,"name":"Bar Centrale"},"quoted":"%s"}""".formatted(idOf(first)));
        var second = send("local-access-token", text("Arriviamo"));

        var told = Inbox.waitForMessages(2);
        assertThat(told.getLast().at("/context/id").asText()).isEqualTo(idOf(first));
        assertThat(idOf(second)).startsWith("wamid.").isNotEqualTo(idOf(first));
        Inbox.waitFor(all -> all.stream()
                        .flatMap(Inbox.Received::statuses)
                        .filter(status -> status.path("status").asText().equals("delivered"))
                        .count()
                >= 2);
        assertThat(caller.get(PHONE).json().path("items"))
                .extracting(message -> message.path("text").asText())
                .containsExactly(
                        "Buongiorno", "Ciao Giulia, come possiamo aiutarti?", "Location: Bar Centrale", "Arriviamo");
    }

    @Test
    void a_file_that_it_uploads_is_there() {
        assertThat(caller.get("/control/files/" + uploaded().getId()).json().asText())
                .isEqualTo("%PDF-1.7");
    }

    @Test
    void a_file_that_it_uploads_and_names_stands_on_the_phone() {
        caller.giuliaWrites("Mi manda la fattura?");
        var named = new MediaMessage();
        named.setId(uploaded().getId());
        named.setFilename("Fattura 7.pdf");
        var message = new MediaMessageRequest("document", named);
        message.setTo("+" + Caller.GIULIA);

        var sent = send("local-access-token", message);

        assertThat(idOf(sent)).startsWith("wamid.");
        Inbox.waitForDelivery();
        assertThat(caller.get(PHONE).json().path("items")).anySatisfy(shown -> {
            assertThat(shown.path("file").asText()).isEqualTo(named.getId());
            assertThat(shown.path("words").asText()).isEqualTo("Fattura 7.pdf");
        });
    }

    private MessageResponse uploaded() {
        var media =
                new UploadMedia("bill.pdf", new ByteArrayInputStream("%PDF-1.7".getBytes(UTF_8)), "application/pdf");
        var upload = new UploadMediaRequest();
        upload.setUploadMedia(media);

        return send("local-access-token", upload);
    }

    @Test
    void it_is_told_when_it_may_not() {
        caller.giuliaWrites("Buongiorno");

        assertThatThrownBy(() -> send("expired", text("Ciao")))
                .isInstanceOf(CamelExecutionException.class)
                .hasStackTraceContaining("190");
    }

    private MessageResponse send(String token, BaseMessage message) {
        return camel.createProducerTemplate()
                .requestBody(
                        "whatsapp:%s?authorizationToken=%s&apiVersion=v25.0&baseUri=%s"
                                .formatted(Caller.NUMBER, token, base.toString().replaceAll("/$", "")),
                        message,
                        MessageResponse.class);
    }

    private static String idOf(MessageResponse response) {
        return response.getMessages().getFirst().getId();
    }

    private static BaseMessage text(String words) {
        var said = new TextMessage();
        said.setBody(words);
        var message = new TextMessageRequest();
        message.setTo("+" + Caller.GIULIA);
        message.setText(said);
        return message;
    }
}
