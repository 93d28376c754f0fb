package org.centralino.outbound.upload.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.PlatformError;
import org.centralino.events.SentFile;
import org.centralino.outbound.upload.domain.Upload.Answer;
import org.centralino.outbound.upload.domain.Upload.Next;
import org.centralino.outbound.upload.domain.Upload.Patience;
import org.junit.jupiter.api.Test;

class UploadTest {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMinutes(10));
    private static final Answer AWAY = new Answer.NotTaken("WhatsApp did not answer (ConnectException).");

    @Test
    void the_pause_doubles_up_to_the_longest() {
        assertThat(after(AWAY, 0, Duration.ZERO)).isEqualTo(new Next.TryAgain(Duration.ofSeconds(2)));
        assertThat(after(AWAY, 2, Duration.ofSeconds(6))).isEqualTo(new Next.TryAgain(Duration.ofSeconds(8)));
        assertThat(after(AWAY, 5_000, Duration.ofMinutes(9))).isEqualTo(new Next.TryAgain(Duration.ofSeconds(30)));
    }

    @Test
    void after_the_longest_wait_it_is_given_up_with_the_reason() {
        assertThat(after(AWAY, 12, Duration.ofMinutes(10)))
                .isEqualTo(new Next.GiveUp(new PlatformError(
                        0,
                        "The file could not be brought to WhatsApp",
                        "WhatsApp did not answer (ConnectException).")));
    }

    @Test
    void what_the_platform_refuses_is_not_tried_again() {
        var error = new PlatformError(131053, "Media upload error", "Unsupported type.");

        assertThat(after(new Answer.Refused(error), 0, Duration.ZERO)).isEqualTo(new Next.GiveUp(error));
    }

    @Test
    void a_refused_token_says_nothing_of_the_file_however_long_it_has_waited() {
        var error = new PlatformError(190, "Expired", null);

        assertThat(after(new Answer.TokenRefused(error, "a1"), 12, Duration.ofHours(1)))
                .isEqualTo(new Next.AwaitToken(error, "a1"));
    }

    private static Next after(Answer answer, int triesBefore, Duration waited) {
        return new Upload(
                        "510000000000023",
                        "0192f0c4-0000-7000-8000-000000000007",
                        UUID.randomUUID(),
                        Access.UNKNOWN,
                        UUID.randomUUID(),
                        new SentFile("key", "image/jpeg", 7, null),
                        triesBefore + 1,
                        triesBefore,
                        waited)
                .after(answer, PATIENCE);
    }
}
