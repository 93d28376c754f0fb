package org.centralino.conversation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Optional;
import org.centralino.events.Topics;
import org.junit.jupiter.api.Test;

class RetentionTest {

    @Test
    void messages_that_a_topic_could_bring_back_are_not_deleted() {
        assertThatIllegalStateException()
                .isThrownBy(() -> startKeeping(Optional.of(Topics.RETENTION.minusSeconds(1))))
                .withMessageContaining("CENTRALINO_CONVERSATION_KEEP_MESSAGES")
                .withMessageContaining("Set it to 14d or more");
    }

    @Test
    void what_is_kept_as_long_as_the_topics_may_be_deleted_then() {
        assertThatCode(() -> startKeeping(Optional.of(Topics.RETENTION))).doesNotThrowAnyException();
    }

    @Test
    void messages_may_stay_as_long_as_their_customer() {
        assertThatCode(() -> startKeeping(Optional.empty())).doesNotThrowAnyException();
    }

    private static void startKeeping(Optional<Duration> messages) {
        new Retention().check(null, new Keeping(messages));
    }

    private record Keeping(Optional<Duration> keepMessages) implements ConversationConfig {
        @Override
        public Duration waitForEpoch() {
            return Duration.ZERO;
        }

        @Override
        public Duration keepParkedStatuses() {
            return Duration.ZERO;
        }

        @Override
        public ReadShownBy showReadBy() {
            throw new UnsupportedOperationException();
        }

        @Override
        public MarketingConsent marketingConsent() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean showTyping() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Duration searchPatience() {
            return Duration.ZERO;
        }

        @Override
        public Duration keepUnsentFiles() {
            return Duration.ZERO;
        }

        @Override
        public String mediaTicketSecret() {
            return "not needed";
        }
    }
}
