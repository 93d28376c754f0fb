package org.centralino.conversation.thread;

import java.util.Locale;
import org.centralino.events.ConversationState;
import org.centralino.events.Person;
import org.centralino.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Says in words why a conversation refuses, with what the operator needs to go on.
public class Refusals {

    @ServerExceptionMapper
    public RestResponse<Problem> refused(RefusedException refused) {
        var problem = problemOf(refused);
        return RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static Problem problemOf(RefusedException refused) {
        var state = refused.conversation().state();
        return switch (refused.refusal()) {
            case HELD_BY_ANOTHER_OPERATOR ->
                conflict(
                        refused,
                        "Another operator holds this conversation",
                        "%s holds it. Write a note, or take it over if you may.".formatted(nameOf(state.assignee())));
            case NOT_ASSIGNED ->
                conflict(refused, "Nobody holds this conversation", "Take it first, then send the reply again.");
            case EPOCH_PASSED ->
                conflict(
                        refused,
                        "The responder changed since you began",
                        "Load the conversation again and send the reply under its epoch.");
            case EPOCH_UNKNOWN ->
                conflict(
                        refused,
                        "This epoch is not known",
                        "The newest is %d. Load the conversation again.".formatted(state.epoch()));
            case STALE_VIEW ->
                conflict(
                                refused,
                                "Something was added since you looked",
                                "Read what is new; then send with the new lastSeen, or with anyway.")
                        .with("lastSequence", state.lastSequence())
                        .with(
                                "added",
                                refused.added().stream().map(TimelineItem::of).toList());
            case SEEN_TOO_MUCH ->
                Problem.invalid("lastSeen is beyond the newest message, which is %d.".formatted(state.lastSequence()));
            case WINDOW_CLOSED ->
                conflict(
                                refused,
                                "The 24-hour window is closed",
                                "More than 24 hours have passed since the customer wrote. Free text can be sent again"
                                        + " when the customer writes.")
                        .with("windowExpiresAt", state.windowExpiresAt());
            case CONVERSATION_RESOLVED ->
                conflict(refused, "This conversation is resolved", "Reopen it first, then send the reply again.");
        };
    }

    private static Problem conflict(RefusedException refused, String title, String detail) {
        ConversationState state = refused.conversation().state();
        var key = refused.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(409, key, title, detail)
                .with("holder", state.assignee())
                .with("epoch", state.epoch());
    }

    private static String nameOf(Person holder) {
        return holder == null ? "Nobody" : holder.name();
    }
}
