package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.restfb.BinaryAttachment;
import com.restfb.Body;
import com.restfb.DefaultFacebookClient;
import com.restfb.DefaultJsonMapper;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.json.JsonObject;
import com.restfb.types.webhook.WebhookObject;
import com.restfb.types.webhook.whatsapp.WhatsappMessagesValue;
import com.restfb.types.whatsapp.WhatsAppBusinessPhoneNumber;
import com.restfb.types.whatsapp.platform.SendMessage;
import com.restfb.types.whatsapp.platform.SuccessfulResponse;
import com.restfb.types.whatsapp.platform.send.Image;
import com.restfb.types.whatsapp.platform.send.Text;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A Cloud API client that was not written for this simulator must get on with it.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class IndependentClientTest {

    @TestHTTPResource
    URI base;

    Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void it_sends_a_text_and_understands_the_answer() {
        caller.giuliaWrites("Buongiorno");
        var message = new SendMessage("+" + Caller.GIULIA);
        message.setText(new Text("Ciao Giulia"));

        var answer = client("local-access-token")
                .publish(Caller.NUMBER + "/messages", SuccessfulResponse.class, Body.withData(message));

        assertThat(answer.getContacts().getFirst().getWaId()).isEqualTo(Caller.GIULIA);
        assertThat(answer.getMessages().getFirst().getId()).startsWith("wamid.");
    }

    @Test
    void it_uploads_a_picture_and_sends_it() {
        caller.giuliaWrites("Mi manda una foto?");
        var uploaded = client("local-access-token")
                .publish(
                        Caller.NUMBER + "/media",
                        JsonObject.class,
                        BinaryAttachment.with("file", "Schiena.png", new byte[] {1, 2, 3}, "image/png"),
                        Parameter.with("messaging_product", "whatsapp"),
                        Parameter.with("type", "image/png"));
        var picture = new Image(uploaded.getString("id", ""));
        picture.setCaption("La schiena");
        var message = new SendMessage("+" + Caller.GIULIA);
        message.setMedia(picture);

        var answer = client("local-access-token")
                .publish(Caller.NUMBER + "/messages", SuccessfulResponse.class, Body.withData(message));

        assertThat(answer.getMessages().getFirst().getId()).startsWith("wamid.");
        Inbox.waitForDelivery();
        var items = caller.get("/control/customers/%s/messages".formatted(Caller.GIULIA))
                .json()
                .path("items");
        assertThat(items).anySatisfy(shown -> {
            assertThat(shown.path("label").asText()).isEqualTo("photo");
            assertThat(shown.path("words").asText()).isEqualTo("La schiena");
        });
    }

    @Test
    void it_recognises_a_wrong_token() {
        var client = client("expired");
        var message = new SendMessage("+" + Caller.GIULIA);
        message.setText(new Text("Ciao"));

        assertThatThrownBy(() ->
                        client.publish(Caller.NUMBER + "/messages", SuccessfulResponse.class, Body.withData(message)))
                .isInstanceOfSatisfying(FacebookOAuthException.class, refused -> {
                    assertThat(refused.getErrorCode()).isEqualTo(190);
                    assertThat(refused.getHttpStatusCode()).isEqualTo(401);
                });
    }

    @Test
    void it_reads_about_the_number() {
        var number = client("local-access-token")
                .fetchObject(
                        Caller.NUMBER,
                        WhatsAppBusinessPhoneNumber.class,
                        Parameter.with("fields", "id,display_phone_number,verified_name"));

        assertThat(number.getVerifiedName()).isEqualTo("Casa Lume");
    }

    @Test
    void it_reads_our_webhooks() {
        caller.giuliaWrites("Buongiorno, è arrivato? 😊");

        var webhook = new DefaultJsonMapper()
                .toJavaObject(Inbox.waitFor(all -> !all.isEmpty()).getFirst().text(), WebhookObject.class);

        assertThat(webhook.isWhatsAppBusinessAccount()).isTrue();
        var value = (WhatsappMessagesValue)
                webhook.getEntryList().getFirst().getChanges().getFirst().getValue();
        assertThat(value.getMetadata().getPhoneNumberId()).isEqualTo(Caller.NUMBER);
        assertThat(value.getContacts().getFirst().getWaId()).isEqualTo(Caller.GIULIA);
        assertThat(value.getMessages().getFirst().getText().getBody()).isEqualTo("Buongiorno, è arrivato? 😊");
    }

    private DefaultFacebookClient client(String token) {
        var client = new DefaultFacebookClient(token, Version.VERSION_24_0);
        client.setHeaderAuthorization(true);
        client.setFacebookEndpointUrls(new FacebookEndpoints() {
            @Override
            public String getGraphEndpoint() {
                return base.toString().replaceAll("/$", "");
            }
        });
        return client;
    }
}
