package org.centralino.conversation.thread;

import java.util.List;
import java.util.Locale;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.conversation.thread.domain.Refusal;
import org.centralino.events.ConversationState;
import org.centralino.events.Person;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// How refusals are told to clients: why a conversation refuses, with what the operator needs to go on.
public final class Refusals {
    private Refusals() {}

    /// @param state the conversation as it stood
    public static Problem problem(Refusal refusal, ConversationState state) {
        return switch (refusal) {
            case HELD_BY_ANOTHER_OPERATOR ->
                conflict(
                        refusal,
                        state,
                        "Another operator holds this conversation",
                        "%s holds it. Write a note, or take it over if you may.".formatted(nameOf(state.assignee())));
            case HELD_BY_ANOTHER_APPLICATION ->
                conflict(
                                refusal,
                                state,
                                "Another application answers this customer",
                                "A reply takes the conversation over from it. To send it all the same, repeat it with"
                                        + " takeOver.")
                        .with("handledBy", state.handledBy());
            case NOT_ASSIGNED ->
                conflict(refusal, state, "Nobody holds this conversation", "Take it first, then send the reply again.");
            case EPOCH_PASSED ->
                conflict(
                        refusal,
                        state,
                        "The responder changed since you began",
                        "Load the conversation again and send the reply under its epoch.");
            case EPOCH_UNKNOWN ->
                conflict(
                        refusal,
                        state,
                        "This epoch is not known",
                        "The newest is %d. Load the conversation again.".formatted(state.epoch()));
            case STALE_VIEW ->
                conflict(
                                refusal,
                                state,
                                "Something was added since you looked",
                                "Read what is new; then repeat it with the new lastSeen. A reply may also be sent with"
                                        + " anyway.")
                        .with("lastSequence", state.lastSequence());
            case SEEN_TOO_MUCH ->
                Problem.invalid("lastSeen is beyond the newest message, which is %d.".formatted(state.lastSequence()));
            case WINDOW_CLOSED ->
                conflict(
                                refusal,
                                state,
                                "The 24-hour window is closed",
                                "More than 24 hours have passed since the customer wrote. Free text can be sent again"
                                        + " when the customer writes.")
                        .with("windowExpiresAt", state.windowExpiresAt());
            case MESSAGE_TOO_OLD ->
                conflict(
                        refusal,
                        state,
                        "This message is too old for a reaction",
                        "WhatsApp sets emojis on messages of the last 30 days only. Write instead.");
            case CUSTOMER_BLOCKED ->
                conflict(
                        refusal, state, "This customer is blocked", "Unblock the customer first, then send the reply.");
            case GROUP_CANNOT_BE_BLOCKED ->
                conflict(
                        refusal,
                        state,
                        "A group cannot be blocked",
                        "WhatsApp blocks people only. Block the one who writes, or take that person out of the group.");
            case BLOCK_WINDOW_CLOSED ->
                conflict(
                        refusal,
                        state,
                        "This customer cannot be blocked now",
                        "WhatsApp blocks only who wrote within the last 24 hours.");
            case CONVERSATION_RESOLVED ->
                conflict(
                        refusal, state, "This conversation is resolved", "Reopen it first, then send the reply again.");
        };
    }

    /// @param added what others added since the operator looked
    static Problem staleView(ConversationState state, List<TimelineItem> added) {
        return problem(Refusal.STALE_VIEW, state).with("added", added);
    }

    private static Problem conflict(Refusal refusal, ConversationState state, String title, String detail) {
        var key = refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(409, key, title, detail)
                .with("holder", state.assignee())
                .with("epoch", state.epoch());
    }

    private static String nameOf(@Nullable Person holder) {
        return holder == null ? "Nobody" : holder.name();
    }
}
