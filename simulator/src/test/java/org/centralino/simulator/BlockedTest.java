package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Customers whom the business does not want to hear.
@QuarkusTest
@QuarkusTestResource(Inbox.class)
class BlockedTest {
    private static final String GIULIA = """
            {"messaging_product":"whatsapp","block_users":[{"user":"+%s"}]}""".formatted(Caller.GIULIA);

    @TestHTTPResource
    URI base;

    Caller caller;

    @BeforeEach
    void begin() {
        caller = new Caller(base);
        caller.beginAgain();
    }

    @Test
    void who_is_blocked_can_neither_write_nor_be_written_to_until_he_is_taken_from_the_list() {
        caller.giuliaWrites("Buongiorno");

        var blocked = caller.blockUsers("POST", GIULIA);

        assertThat(blocked.status()).isEqualTo(200);
        assertThat(blocked.json().at("/block_users/added_users/0/wa_id").asText())
                .isEqualTo(Caller.GIULIA);
        assertThat(caller.blockUsers("GET", "")
                        .json()
                        .at("/data/0/block_users/0/wa_id")
                        .asText())
                .isEqualTo(Caller.GIULIA);
        assertThat(caller.giuliaWrites("Ci siete?").status()).isEqualTo(409);
        assertThat(caller.reply("Ciao", "1").json().at("/error/code").asInt()).isEqualTo(130403);

        var unblocked = caller.blockUsers("DELETE", GIULIA);

        assertThat(unblocked.json().at("/block_users/removed_users/0/input").asText())
                .isEqualTo("+" + Caller.GIULIA);
        assertThat(caller.giuliaWrites("Eccomi").status()).isEqualTo(201);
    }

    @Test
    void who_is_blocked_at_one_number_is_heard_at_another() {
        var rome = caller.post("/control/numbers", "{\"name\":\"Roma\",\"phone\":\"+39 06 9999 0002\"}")
                .json()
                .path("phoneNumberId")
                .asText();
        caller.templates("POST", rome + "/register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"123456\"}");
        var message = caller.giuliaWrites("Buongiorno").json().path("id").asText();
        caller.blockUsers("POST", GIULIA);

        assertThat(caller.post(
                                "/control/customers/%s/messages?number=%s".formatted(Caller.GIULIA, rome),
                                "{\"text\":\"Buongiorno\"}")
                        .status())
                .isEqualTo(201);
        assertThat(caller.graph(Caller.TOKEN, rome, Caller.replyBody("Ciao", "1"))
                        .status())
                .isEqualTo(200);
        assertThat(caller.templates("GET", rome + "/block_users", "").json().at("/data/0/block_users"))
                .isEmpty();
        assertThat(caller.put(
                                "/control/customers/%s/messages/%s/reaction".formatted(Caller.GIULIA, message),
                                "{\"emoji\":\"👍\"}")
                        .status())
                .isEqualTo(409);
        assertThat(caller.post("/control/customers/%s/calls".formatted(Caller.GIULIA), "{}")
                        .status())
                .isEqualTo(409);
        assertThat(caller.giuliaWrites("Ci siete?").status()).isEqualTo(409);
    }

    @Test
    void who_has_not_written_lately_cannot_be_blocked() {
        var answer = caller.blockUsers("POST", GIULIA);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/block_users/failed_users/0/errors/0/code").asInt())
                .isEqualTo(131047);
    }
}
