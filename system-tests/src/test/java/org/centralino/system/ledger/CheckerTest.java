package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.system.ledger.Scene.CANARY;
import static org.centralino.system.ledger.Scene.CONVERSATION;
import static org.centralino.system.ledger.Scene.GIULIA;
import static org.centralino.system.ledger.Scene.NOTE;
import static org.centralino.system.ledger.Scene.REFUSED_REPLY;
import static org.centralino.system.ledger.Scene.REPLY;
import static org.centralino.system.ledger.Scene.at;
import static org.centralino.system.ledger.Scene.id;
import static org.centralino.system.ledger.Scene.message;
import static org.centralino.system.ledger.Scene.row;
import static org.centralino.system.ledger.Scene.status;
import static org.centralino.system.ledger.Scene.wamid;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.centralino.events.MessageStatus;
import org.centralino.system.ledger.Evidence.GraphCall;
import org.centralino.system.ledger.Evidence.PlatformReport;
import org.centralino.system.ledger.Evidence.Responder;
import org.centralino.system.ledger.Evidence.StatusTold;
import org.centralino.system.ledger.Evidence.StoredNote;
import org.centralino.system.ledger.Finding.Defect;
import org.junit.jupiter.api.Test;

/// A checker that has never found anything proves nothing: here it finds each kind of defect.
class CheckerTest {
    private final Scene scene = new Scene();

    @Test
    void a_product_that_did_everything_right_has_no_findings() {
        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void a_message_that_was_answered_200_and_is_not_on_the_topic_is_lost() {
        scene.platformReports.removeFirst();
        scene.stored.removeFirst();
        scene.told.removeFirst();

        assertThat(scene.findings())
                .contains(new Finding(Defect.LOST, "wamid.1 was answered 200 and is not on the WhatsApp topic"));
    }

    @Test
    void a_message_that_is_on_the_topic_and_not_in_the_database_is_lost() {
        scene.stored.remove(2);

        assertThat(scene.findings())
                .contains(new Finding(Defect.LOST, "wamid.3 is on the WhatsApp topic and not in the database"));
    }

    @Test
    void a_message_that_nobody_is_told_of_is_lost() {
        scene.told.remove(1);

        assertThat(sentences())
                .containsExactly("wamid.2 is in the database, and the conversation topic does not tell of it");
    }

    @Test
    void a_message_that_was_not_acknowledged_may_be_missing() {
        scene.ledger.add(new Entry.MessagePosted(wamid(9), GIULIA, at(9), "n 9"));
        scene.ledger.add(new Entry.MessageAnswered(wamid(9), 503));

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void an_emoji_that_was_accepted_last_and_is_not_on_the_phone_is_lost() {
        scene.emojis.put(wamid(1), "");

        assertThat(scene.findings())
                .containsExactly(new Finding(Defect.LOST, "On wamid.1 the customer sees '', and '👍' was set last"));
    }

    @Test
    void an_emoji_that_was_taken_away_and_stands_on_the_phone_is_found() {
        scene.ledger.add(new Entry.EmojiPosted(id(52), wamid(1), ""));
        scene.ledger.add(new Entry.EmojiAnswered(id(52), 202));

        assertThat(sentences()).containsExactly("On wamid.1 the customer sees '👍', and '' was set last");
    }

    @Test
    void a_message_that_stands_twice_is_a_duplicate() {
        scene.stored.add(row(CONVERSATION, id(77), 2, 5));

        assertThat(sentences()).contains("wamid.2 stands 2 times in the database");
    }

    @Test
    void a_message_that_is_told_twice_under_two_ids_is_a_duplicate() {
        scene.told.add(message("e-again", 3, 7));
        scene.pushed.add("e-again");

        assertThat(sentences()).containsExactly("The conversation topic tells of wamid.3 by 2 events");
    }

    @Test
    void the_same_event_may_stand_on_the_topic_twice() {
        scene.told.add(message("e3", 3, 3));

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void a_delivery_that_cannot_be_known_again_is_found() {
        scene.platformReports.add(new PlatformReport(wamid(1), "another"));

        assertThat(defects()).containsExactly(Defect.DUPLICATED);
    }

    @Test
    void a_customer_with_two_conversations_is_found() {
        scene.stored.set(2, row(new UUID(0, 2), id(3), 3, 1));

        assertThat(sentences()).contains("IT.1 has 2 conversations");
    }

    @Test
    void what_nobody_sent_and_is_stored_is_found() {
        scene.stored.add(row(8, 5));

        assertThat(sentences()).contains("wamid.8 is in the database, and nobody sent it");
    }

    @Test
    void messages_in_another_order_than_acknowledged_are_found() {
        scene.stored.set(0, row(1, 2));
        scene.stored.set(1, row(2, 1));

        assertThat(sentences()).contains("wamid.2 stands before wamid.1, which was acknowledged before it was sent");
    }

    @Test
    void what_was_under_way_at_the_same_time_may_stand_in_either_order() {
        Collections.swap(scene.ledger, 1, 2);
        scene.stored.set(0, row(1, 2));
        scene.stored.set(1, row(2, 1));

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void a_hole_in_the_log_is_found() {
        scene.stored.set(2, row(3, 7));

        assertThat(defects()).contains(Defect.REORDERED);
    }

    @Test
    void events_that_are_told_out_of_order_are_found() {
        Collections.swap(scene.told, 0, 1);

        assertThat(sentences()).anyMatch(sentence -> sentence.contains("tells version 1"));
    }

    @Test
    void a_timeline_that_shows_another_order_is_found() {
        Collections.swap(scene.shown.get(CONVERSATION), 0, 1);

        assertThat(defects()).containsExactly(Defect.REORDERED);
    }

    @Test
    void a_timeline_that_hides_a_message_is_found() {
        scene.shown.get(CONVERSATION).removeLast();

        assertThat(defects()).containsExactly(Defect.LOST);
    }

    @Test
    void an_accepted_reply_that_is_not_stored_is_lost() {
        scene.stored.removeLast();
        scene.shown.get(CONVERSATION).removeLast();

        assertThat(sentences())
                .contains(
                        "Reply %s was answered 202 and is not in the database".formatted(REPLY),
                        "The platform was asked to send %s, which is no reply of ours".formatted(REPLY));
    }

    @Test
    void a_refused_reply_that_stands_in_the_timeline_is_found() {
        scene.stored.add(Scene.reply(REFUSED_REPLY, 5, MessageStatus.FAILED));

        assertThat(sentences())
                .contains("Reply %s of Bruno was refused and stands in the timeline all the same"
                        .formatted(REFUSED_REPLY));
    }

    @Test
    void a_reply_that_the_platform_got_twice_is_found() {
        scene.calls.add(new GraphCall(REPLY, "{}", true, 200));

        assertThat(sentences()).containsExactly("Reply %s was given to the platform 2 times".formatted(REPLY));
    }

    @Test
    void a_second_call_after_an_answer_that_proves_nothing_is_found() {
        scene.calls.addFirst(new GraphCall(REPLY, "{}", false, 500));

        assertThat(defects()).containsExactly(Defect.CALLED_TWICE);
    }

    @Test
    void a_second_call_after_a_proven_refusal_is_right() {
        scene.calls.addFirst(new GraphCall(REPLY, "{}", false, 429));

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void a_reply_that_counts_as_delivered_and_never_left_is_found() {
        scene.calls.clear();

        assertThat(defects()).containsExactly(Defect.LOST);
    }

    @Test
    void a_reply_of_which_nobody_says_what_became_is_found() {
        scene.stored.set(3, Scene.reply(MessageStatus.QUEUED));
        scene.told.removeIf(StatusTold.class::isInstance);
        scene.calls.clear();
        scene.waiting.put(CONVERSATION, true);

        assertThat(defects()).containsExactly(Defect.UNSETTLED);
    }

    @Test
    void a_reply_that_waits_for_one_thing_and_then_for_another_has_not_stepped_back() {
        scene.told.addAll(
                4, List.of(Scene.status("e7", 4, MessageStatus.QUEUED), Scene.status("e8", 4, MessageStatus.QUEUED)));
        scene.pushed.addAll(List.of("e7", "e8"));

        assertThat(scene.findings()).isEmpty();
    }

    @Test
    void a_reply_that_waits_after_it_was_sent_is_found() {
        scene.told.add(5, Scene.status("e7", 5, MessageStatus.QUEUED));
        scene.pushed.add("e7");

        assertThat(defects()).containsExactly(Defect.STEPPED_BACK);
    }

    @Test
    void replies_that_reach_the_customer_in_another_order_are_found() {
        var second = new UUID(0, 102);
        scene.ledger.add(new Entry.ReplyPosted(second, CONVERSATION, "Anna", "E poi"));
        scene.ledger.add(new Entry.ReplyAnswered(second, 202));
        scene.stored.add(Scene.reply(second, 5, MessageStatus.SENT));
        scene.calls.addFirst(new GraphCall(second, "{}", true, 200));

        assertThat(sentences())
                .contains("The platform got reply %s after reply %s, which was written later".formatted(REPLY, second));
    }

    @Test
    void a_reply_of_somebody_who_was_not_responsible_is_found() {
        scene.responders.set(0, new Responder(CONVERSATION, 1, "Carla"));

        assertThat(sentences())
                .containsExactly(
                        "Reply %s of Anna was accepted in epoch 1, in which Carla was responsible".formatted(REPLY));
    }

    @Test
    void two_responders_in_one_epoch_are_found() {
        scene.responders.addFirst(new Responder(CONVERSATION, 1, "Bruno"));

        assertThat(defects()).containsExactly(Defect.FENCE_BROKEN);
    }

    @Test
    void a_tick_that_goes_back_is_found() {
        scene.told.add(status("e7", 7, MessageStatus.SENT));
        scene.pushed.add("e7");

        assertThat(sentences()).contains("Message %s became SENT after it had been DELIVERED".formatted(REPLY));
    }

    @Test
    void a_note_in_a_call_to_the_platform_is_found() {
        scene.calls.add(new GraphCall(null, "{\"text\":\"see " + CANARY + "\"}", true, 200));

        assertThat(sentences()).containsExactly("Note %s was sent to the platform".formatted(NOTE));
    }

    @Test
    void a_note_anywhere_outside_is_found() {
        scene.onTheWire.add("the phone shows " + CANARY);

        assertThat(defects()).containsExactly(Defect.NOTE_LEAKED);
    }

    @Test
    void words_in_a_log_are_found() {
        scene.logged.add("gateway.log: sent " + CANARY);

        assertThat(sentences()).containsExactly("A log says too much: gateway.log: sent " + CANARY);
    }

    @Test
    void an_accepted_note_that_is_not_stored_is_lost() {
        scene.notes.clear();

        assertThat(defects()).containsExactly(Defect.LOST);
    }

    @Test
    void a_note_that_stands_twice_is_a_duplicate() {
        scene.notes.add(new StoredNote(NOTE, CANARY));

        assertThat(defects()).containsExactly(Defect.DUPLICATED);
    }

    @Test
    void an_event_that_a_browser_did_not_get_is_found() {
        scene.pushed.remove("e2");

        assertThat(sentences()).containsExactly("The WebSocket did not bring the message-received of message " + id(2));
    }

    @Test
    void what_a_browser_read_again_after_a_resync_is_not_missing() {
        scene.pushed.remove("e2");
        scene.caughtUp.add(id(2));

        assertThat(scene.findings()).isEmpty();
    }

    private List<Defect> defects() {
        return scene.findings().stream().map(Finding::defect).distinct().toList();
    }

    private List<String> sentences() {
        return scene.findings().stream().map(Finding::sentence).toList();
    }

    @Test
    void a_customer_whom_nobody_answered_counts_as_waiting() {
        scene.stored.set(3, Scene.reply(MessageStatus.FAILED));
        scene.told.add(Scene.status("e7", 7, MessageStatus.FAILED));
        scene.pushed.add("e7");

        assertThat(scene.findings()).extracting(Finding::defect).contains(Defect.FORGOTTEN);
    }

    @Test
    void a_customer_who_was_answered_does_not_count_as_waiting() {
        scene.waiting.put(Scene.CONVERSATION, true);

        assertThat(scene.findings()).extracting(Finding::defect).containsExactly(Defect.FORGOTTEN);
    }
}
