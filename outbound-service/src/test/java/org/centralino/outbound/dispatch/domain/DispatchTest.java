package org.centralino.outbound.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.outbound.dispatch.domain.Samples.CONVERSATION;
import static org.centralino.outbound.dispatch.domain.Samples.GIULIA;
import static org.centralino.outbound.dispatch.domain.Samples.MESSAGE;
import static org.centralino.outbound.dispatch.domain.Samples.NOON;
import static org.centralino.outbound.dispatch.domain.Samples.PATIENCE;
import static org.centralino.outbound.dispatch.domain.Samples.TRACE;
import static org.centralino.outbound.dispatch.domain.Samples.WAMID;
import static org.centralino.outbound.dispatch.domain.Samples.calling;
import static org.centralino.outbound.dispatch.domain.Samples.callingAgain;
import static org.centralino.outbound.dispatch.domain.Samples.claimed;
import static org.centralino.outbound.dispatch.domain.Samples.error;
import static org.centralino.outbound.dispatch.domain.Samples.message;
import static org.centralino.outbound.dispatch.domain.Samples.problem;
import static org.centralino.outbound.dispatch.domain.Samples.reply;
import static org.centralino.outbound.dispatch.domain.Samples.waiting;

import java.time.Duration;
import java.time.Instant;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.DoubtSettled.Outcome;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.OutboundEvent;
import org.centralino.events.PlatformError;
import org.centralino.outbound.dispatch.domain.Dispatch.Accepted;
import org.centralino.outbound.dispatch.domain.Dispatch.Arrived;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.outbound.dispatch.domain.Dispatch.Refused;
import org.centralino.outbound.dispatch.domain.Dispatch.Repeated;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchTest {
    private static final Accepted ACCEPTED = new Accepted(TRACE, WAMID);
    private static final Unknown IN_DOUBT = new Unknown(TRACE, "No answer.");
    private static final Arrived ARRIVED = new Arrived(TRACE);
    private static final Repeated REPEATED = new Repeated(TRACE, "No answer.");
    private static final Report SENT = new Report(WAMID, false);
    private static final Report FAILED = new Report(WAMID, true);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Nested
    class A_queued_reply {
        @Test
        void waits_for_its_turn() {
            var dispatch = Dispatch.of(reply(GIULIA, new Content.Text("Il pacco parte oggi."), NOON), NOON, AN_HOUR);

            assertThat(dispatch).isEqualTo(waiting());
        }

        @Test
        void may_go_to_a_customer_without_a_phone_number() {
            var withoutPhone = new Recipient(null, "IT.7781930025541178");

            var dispatch = Dispatch.of(reply(withoutPhone, new Content.Text("Ciao"), NOON), NOON, AN_HOUR);

            assertThat(dispatch).isInstanceOf(Intent.class);
        }

        @Test
        void may_go_to_a_group() {
            var group = new Recipient(null, null, "Y2FwaV9ncm91cDox");

            var dispatch = Dispatch.of(reply(group, new Content.Text("Ciao a tutti"), NOON), NOON, AN_HOUR);

            assertThat(dispatch).isInstanceOf(Intent.class);
        }

        @Test
        void is_refused_when_nobody_is_named_as_its_recipient() {
            var dispatch = Dispatch.of(reply(new Recipient(null, null), new Content.Text("Ciao"), NOON), NOON, AN_HOUR);

            assertThat(dispatch).isInstanceOf(Refused.class);
        }

        @Test
        void is_refused_when_it_is_of_a_kind_that_cannot_be_sent_yet() {
            var image = new Content.Unsupported("image", null);

            var dispatch = Dispatch.of(reply(GIULIA, image, NOON), NOON, AN_HOUR);

            assertThat(dispatch).isInstanceOf(Refused.class);
        }

        @Test
        void is_sent_when_it_was_queued_just_within_the_limit() {
            var dispatch = Dispatch.of(reply(GIULIA, new Content.Text("Ciao"), NOON), NOON.plus(AN_HOUR), AN_HOUR);

            assertThat(dispatch).isInstanceOf(Intent.class);
        }

        @Test
        void is_refused_with_what_to_do_when_it_is_so_old_that_it_may_have_been_sent_in_another_life() {
            var late = NOON.plus(AN_HOUR).plusSeconds(1);

            var dispatch = Dispatch.of(reply(GIULIA, new Content.Text("Ciao"), NOON), late, AN_HOUR);

            assertThat(dispatch)
                    .isEqualTo(
                            new Refused(
                                    TRACE,
                                    new PlatformError(
                                            0,
                                            "Too old to be sent by itself",
                                            "It was written on 22 November 2026 at 12:00 UTC and may have been sent already. Ask the customer or look at the phone, then send it again if it is still right.")));
        }

        @Test
        void may_be_called_as_soon_as_it_is_recorded() {
            assertThat(waiting().callingAtOnce(1)).isEqualTo(calling());
        }
    }

    @Nested
    class A_claim {
        @Test
        void of_a_message_that_a_restored_database_brought_back_says_that_it_may_have_been_sent() {
            var refused = claimed().refusedForItsAge(false);

            assertThat(refused.error().title()).isEqualTo("Too old to be sent by itself");
            assertThat(refused.error().detail()).contains("may have been sent already");
        }

        @Test
        void of_a_message_that_waited_for_an_access_token_until_it_was_too_old_says_that_it_was_not_sent() {
            var refused = claimed().refusedForItsAge(true);

            assertThat(refused.error().title()).isEqualTo("Waited too long to be sent by itself");
            assertThat(refused.error().detail()).contains("It was not sent: send it again if it is still right.");
        }
    }

    @Nested
    class A_call {
        @Test
        void is_accepted_when_the_platform_took_the_message() {
            assertThat(calling().decide(new Answer.Taken(WAMID, null), PATIENCE))
                    .isEqualTo(ACCEPTED);
        }

        @Test
        void tells_how_the_platform_spells_the_number_when_it_is_not_as_we_do() {
            var ours = GIULIA.phone().substring(1);

            assertThat(calling().decide(new Answer.Taken(WAMID, ours), PATIENCE))
                    .isEqualTo(ACCEPTED);
            assertThat(calling().decide(new Answer.Taken(WAMID, "551188887777"), PATIENCE))
                    .isEqualTo(new Accepted(TRACE, WAMID, "551188887777"));
        }

        @Test
        void is_tried_again_when_nothing_was_sent() {
            var after = calling().decide(new Answer.NotSent("ConnectException"), PATIENCE);

            assertThat(after).isEqualTo(new Intent(message(), Duration.ofMillis(500)));
        }

        @ParameterizedTest(name = "after {0} calls it waits {1} ms")
        @CsvSource({"0, 500", "1, 1000", "2, 2000", "5, 16000", "6, 30000", "7, 30000", "1000, 30000"})
        void waits_twice_as_long_each_time_that_nothing_was_sent(int callsBefore, long millis) {
            var after = callingAgain(callsBefore, Duration.ZERO).decide(new Answer.NotSent("refused"), PATIENCE);

            assertThat(after).isEqualTo(new Intent(message(), Duration.ofMillis(millis)));
        }

        @Test
        void is_given_up_when_nothing_could_be_sent_for_ten_minutes() {
            var tired = callingAgain(25, Duration.ofMinutes(10));

            var after = tired.decide(new Answer.NotSent("ConnectException"), PATIENCE);

            assertThat(after)
                    .isEqualTo(new Refused(
                            TRACE, new PlatformError(0, "WhatsApp could not be reached", "ConnectException")));
        }

        @ParameterizedTest(name = "after {0} calls it waits {1} s")
        @CsvSource({"0, 1", "1, 4", "2, 16", "3, 64", "4, 256"})
        void waits_four_times_as_long_each_time_that_it_was_one_too_many(int callsBefore, long seconds) {
            var after = callingAgain(callsBefore, Duration.ZERO).decide(problem(400, 131056), PATIENCE);

            assertThat(after).isEqualTo(new Intent(message(), Duration.ofSeconds(seconds)));
        }

        @Test
        void is_refused_when_the_next_try_would_be_too_late() {
            var after = callingAgain(5, Duration.ofSeconds(341)).decide(problem(400, 131056), PATIENCE);

            assertThat(after).isEqualTo(new Refused(TRACE, error(131056)));
        }

        @Test
        void is_tried_again_when_it_was_one_too_many_without_further_words() {
            assertThat(calling().decide(new Answer.TooMany(), PATIENCE))
                    .isEqualTo(new Intent(message(), Duration.ofSeconds(1)));
        }

        @Test
        void is_refused_when_the_platform_says_no() {
            assertThat(calling().decide(problem(400, 131047), PATIENCE)).isEqualTo(new Refused(TRACE, error(131047)));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 131000, 131016})
        void is_in_doubt_after_trouble_on_the_platforms_side_whatever_the_http_status(int code) {
            assertThat(calling().decide(problem(400, code), PATIENCE)).isInstanceOf(Unknown.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 4, 100, 131047, 130429, 999999})
        void is_in_doubt_after_an_error_of_class_500_whatever_its_code(int code) {
            assertThat(calling().decide(problem(500, code), PATIENCE)).isInstanceOf(Unknown.class);
        }

        @Test
        void is_in_doubt_without_a_usable_answer() {
            assertThat(calling().decide(new Answer.Unclear("No answer."), PATIENCE))
                    .isEqualTo(IN_DOUBT);
        }

        @Test
        void is_in_doubt_when_its_replica_died() {
            assertThat(calling().abandoned()).isInstanceOf(Unknown.class);
        }

        @Test
        void is_never_repeated_after_an_answer_that_proves_nothing_however_much_patience_is_left() {
            var endless = new Patience(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofDays(1));

            assertThat(calling().decide(new Answer.Unclear("reset"), endless)).isInstanceOf(Unknown.class);
        }
    }

    @Nested
    class A_claim_that_ran_out {
        @Test
        void is_due_again_because_no_call_was_made() {
            assertThat(claimed().givenBack()).isEqualTo(waiting());
        }
    }

    @Nested
    class A_status {
        @Test
        void ends_the_doubt_and_teaches_the_platforms_id() {
            assertThat(IN_DOUBT.reported(SENT)).isEqualTo(ACCEPTED);
        }

        @Test
        void ends_the_doubt_even_when_it_reports_a_failure() {
            assertThat(IN_DOUBT.reported(FAILED)).isEqualTo(ACCEPTED);
        }

        @Test
        void may_come_before_the_answer_of_the_call() {
            assertThat(calling().reported(SENT)).isEqualTo(ACCEPTED);
        }

        @Test
        void keeps_a_message_that_seemed_turned_away_from_being_sent_twice() {
            assertThat(waiting().reported(SENT)).isEqualTo(ACCEPTED);
            assertThat(claimed().reported(SENT)).isEqualTo(ACCEPTED);
        }

        @Test
        void of_failure_does_not_stop_a_message_that_waits_for_its_next_try() {
            assertThat(waiting().reported(FAILED)).isEqualTo(waiting());
            assertThat(claimed().reported(FAILED)).isEqualTo(claimed());
        }
    }

    @Nested
    class A_persons_decision {
        @Test
        void that_it_arrived_ends_the_doubt_without_the_platforms_id() {
            assertThat(IN_DOUBT.decided(Outcome.ARRIVED)).isEqualTo(ARRIVED);
        }

        @Test
        void to_send_it_again_leaves_the_message_as_unknown_as_it_was() {
            assertThat(IN_DOUBT.decided(Outcome.SEND_AGAIN)).isEqualTo(REPEATED);
        }

        @Test
        void is_not_the_last_word_when_a_status_tells_more() {
            assertThat(ARRIVED.reported(SENT)).isEqualTo(ACCEPTED);
            assertThat(REPEATED.reported(SENT)).isEqualTo(ACCEPTED);
        }

        @Test
        void is_not_the_last_word_when_the_platform_says_after_all_that_it_refused() {
            assertThat(ARRIVED.decideLate(problem(400, 131047))).isEqualTo(new Refused(TRACE, error(131047)));
        }
    }

    @Nested
    class An_answer_that_came_too_late {
        @Test
        void still_teaches_the_platforms_id() {
            assertThat(IN_DOUBT.decideLate(new Answer.Taken(WAMID, null))).isEqualTo(ACCEPTED);
        }

        @Test
        void still_tells_that_the_platform_said_no() {
            assertThat(IN_DOUBT.decideLate(problem(400, 131047))).isEqualTo(new Refused(TRACE, error(131047)));
        }

        @Test
        void never_makes_the_message_be_sent_again() {
            assertThat(IN_DOUBT.decideLate(problem(429, 130429))).isInstanceOf(Refused.class);
            assertThat(IN_DOUBT.decideLate(new Answer.TooMany())).isInstanceOf(Refused.class);
            assertThat(IN_DOUBT.decideLate(new Answer.NotSent("ConnectException")))
                    .isInstanceOf(Refused.class);
        }

        @Test
        void leaves_the_doubt_when_it_proves_nothing() {
            assertThat(IN_DOUBT.decideLate(new Answer.Unclear("reset"))).isEqualTo(IN_DOUBT);
            assertThat(IN_DOUBT.decideLate(problem(500, 2))).isEqualTo(IN_DOUBT);
        }
    }

    @Nested
    class What_is_told {
        private static final Instant AT = NOON.plusSeconds(3);

        @Test
        void names_the_message_and_its_platform_id_when_accepted() {
            assertThat(ACCEPTED.asEvent(AT))
                    .isEqualTo(new OutboundEvent.MessageAccepted(CONVERSATION, TRACE.access(), MESSAGE, WAMID, AT));
        }

        @Test
        void says_why_when_refused() {
            assertThat(new Refused(TRACE, error(131047)).asEvent(AT))
                    .isEqualTo(
                            new OutboundEvent.MessageRefused(CONVERSATION, TRACE.access(), MESSAGE, error(131047), AT));
        }

        @Test
        void says_what_was_seen_when_in_doubt() {
            assertThat(IN_DOUBT.asEvent(AT))
                    .isEqualTo(
                            new OutboundEvent.MessageInDoubt(CONVERSATION, TRACE.access(), MESSAGE, "No answer.", AT));
        }
    }
}
