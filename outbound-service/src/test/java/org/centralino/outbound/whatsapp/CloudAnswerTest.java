package org.centralino.outbound.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.centralino.events.PlatformError;
import org.centralino.outbound.dispatch.domain.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudAnswerTest {

    @Test
    void a_message_id_means_that_the_platform_took_the_message() {
        var body = """
                {"messaging_product":"whatsapp","contacts":[{"input":"+393330000042","wa_id":"393330000042"}],
                 "messages":[{"id":"wamid.FICTOUT01","message_status":"accepted"}]}""";

        assertThat(read(200, body)).isEqualTo(new Answer.Taken("wamid.FICTOUT01", "393330000042"));
    }

    @Test
    void an_error_is_read_with_its_code_and_details() {
        var body = """
                {"error":{"message":"(#131056) pair rate limit hit","type":"OAuthException","code":131056,
                 "error_data":{"messaging_product":"whatsapp","details":"Too many messages to this recipient."},
                 "error_subcode":1,"is_transient":false,"fbtrace_id":"AFict0"}}""";

        assertThat(read(400, body))
                .isEqualTo(new Answer.Problem(
                        400,
                        new PlatformError(
                                131056, "(#131056) pair rate limit hit", "Too many messages to this recipient."),
                        false));
    }

    @Test
    void the_details_of_an_error_may_be_plain_words() {
        var body = """
                {"error":{"message":"(#100)","code":100,"error_data":"the parameter is wrong"}}""";

        assertThat(read(400, body))
                .isEqualTo(new Answer.Problem(400, new PlatformError(100, "(#100)", "the parameter is wrong"), false));
    }

    @Test
    void an_error_may_say_that_it_passes() {
        var body = """
                {"error":{"message":"try later","code":2,"is_transient":true}}""";

        assertThat(read(500, body)).isEqualTo(new Answer.Problem(500, new PlatformError(2, "try later", null), true));
    }

    @Test
    void too_many_requests_need_no_words() {
        assertThat(read(429, "")).isEqualTo(new Answer.TooMany());
        assertThat(read(429, "<html>slow down</html>")).isEqualTo(new Answer.TooMany());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "OK",
                "{\"messages\":[{\"id\":\"wam",
                "{\"messages\":[]}",
                "{\"messages\":[{\"id\":\"\"}]}",
                "{\"error\":{\"code\":131047}}"
            })
    void a_success_without_a_message_id_proves_nothing(String body) {
        assertThat(read(200, body)).isInstanceOf(Answer.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 404, 413, 500, 502, 503, 504})
    void an_answer_without_an_error_that_can_be_read_proves_nothing(int status) {
        assertThat(read(status, "")).isInstanceOf(Answer.Unclear.class);
        assertThat(read(status, "<html>Bad gateway</html>")).isInstanceOf(Answer.Unclear.class);
        assertThat(read(status, "{\"error\":\"no\"}")).isInstanceOf(Answer.Unclear.class);
    }

    private static Answer read(int status, String body) {
        return CloudAnswer.read(status, body, new ObjectMapper());
    }
}
