package org.centralino.outbound.dispatch;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.HeldReason;
import org.centralino.events.PlatformError;
import org.centralino.events.Precedence;
import org.centralino.events.Template;
import org.centralino.kit.database.Documents;
import org.centralino.outbound.dispatch.domain.Claim;
import org.centralino.outbound.dispatch.domain.Dispatch;
import org.centralino.outbound.dispatch.domain.Dispatch.Accepted;
import org.centralino.outbound.dispatch.domain.Dispatch.Arrived;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.outbound.dispatch.domain.Dispatch.Open;
import org.centralino.outbound.dispatch.domain.Dispatch.Refused;
import org.centralino.outbound.dispatch.domain.Dispatch.Repeated;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.centralino.outbound.dispatch.domain.Message;
import org.centralino.outbound.dispatch.domain.Trace;
import org.jspecify.annotations.Nullable;

/// A new row of the table `dispatch`, as its columns are named; and what a row that is there says.
///
/// @param attachmentId our id of its file; null when it has none or several
/// @param attachmentIds our ids of its files when it has several
/// @param laneFence by which right its call begins at once; null when it does not
/// @param advertises whether it is a template of the category MARKETING
/// @param noAdvertising whether its customer must not be sent advertising
record DispatchRow(
        UUID messageId,
        UUID conversationId,
        long sequence,
        String phoneNumberId,
        @Nullable UUID teamId,
        @Nullable UUID assigneeId,
        @Nullable String phone,
        @Nullable String bsuid,
        @Nullable String groupId,
        String content,
        @Nullable String attachmentId,
        @Nullable List<String> attachmentIds,
        int priority,
        @Nullable String answers,
        Instant queuedAt,
        @Nullable Long laneFence,
        @Nullable String templateName,
        @Nullable String templateLanguage,
        boolean advertises,
        boolean noAdvertising) {

    /// What a statement has to bring for [#toDispatch].
    static final String COLUMNS = """
            message_id, conversation_id, sequence, phone_number_id, team_id, assignee_id, phone, bsuid, group_id,
            content, answers, priority, queued_at, tried_since, state, calls, fence, claimed_at, held_reason, platform_id,
            error_code, error_title, error_detail, doubt, decision""";

    enum State {
        INTENT,
        CLAIMED,
        CALLING,
        ACCEPTED,
        REFUSED,
        UNKNOWN
    }

    /// The columns of an outcome; what does not apply is null.
    record Outcome(
            State state,
            @Nullable String platformId,
            @Nullable Integer errorCode,
            @Nullable String errorTitle,
            @Nullable String errorDetail,
            @Nullable String doubt,
            @Nullable String decision) {
        static Outcome of(Dispatch settled) {
            return switch (settled) {
                case Accepted accepted ->
                    new Outcome(State.ACCEPTED, accepted.platformId(), null, null, null, null, null);
                case Refused refused -> {
                    var error = refused.error();
                    yield new Outcome(State.REFUSED, null, error.code(), error.title(), error.detail(), null, null);
                }
                case Unknown unknown -> new Outcome(State.UNKNOWN, null, null, null, null, unknown.reason(), null);
                case Arrived _ -> new Outcome(State.ACCEPTED, null, null, null, null, null, "ARRIVED");
                case Repeated repeated ->
                    new Outcome(State.UNKNOWN, null, null, null, null, repeated.reason(), "SEND_AGAIN");
                case Open _ -> throw new IllegalArgumentException("It is still on its way: " + settled.messageId());
            };
        }
    }

    static DispatchRow of(Message message, @Nullable Long laneFence, boolean noAdvertising) {
        var trace = message.trace();
        var files = message.attachmentIds();
        var template = message.content() instanceof Content.FromTemplate it ? it : null;
        return new DispatchRow(
                trace.messageId(),
                trace.conversationId(),
                message.sequence(),
                message.phoneNumberId(),
                trace.access().teamId(),
                trace.access().assigneeId(),
                message.recipient().phone(),
                message.recipient().bsuid(),
                message.recipient().groupId(),
                Documents.write(message.content()),
                files.size() == 1 ? files.getFirst() : null,
                files.size() > 1 ? files : null,
                message.precedence().ordinal(),
                message.answers(),
                message.queuedAt(),
                laneFence,
                template == null ? null : template.name(),
                template == null ? null : template.language(),
                template != null && template.category() == Template.Category.MARKETING,
                noAdvertising);
    }

    static Dispatch toDispatch(Row row) {
        return switch (stateOf(row)) {
            case INTENT -> new Intent(message(row), Duration.ZERO);
            case CLAIMED -> new Claimed(message(row), claim(row, row.getInteger("calls")));
            case CALLING -> new Calling(message(row), claim(row, row.getInteger("calls") - 1));
            case ACCEPTED ->
                Optional.ofNullable(row.getString("platform_id"))
                        .<Dispatch>map(platformId -> new Accepted(trace(row), platformId))
                        .orElseGet(() -> new Arrived(trace(row)));
            case REFUSED ->
                new Refused(
                        trace(row),
                        new PlatformError(
                                row.getInteger("error_code"),
                                row.getString("error_title"),
                                row.getString("error_detail")));
            case UNKNOWN ->
                row.getString("decision") == null
                        ? new Unknown(trace(row), row.getString("doubt"))
                        : new Repeated(trace(row), row.getString("doubt"));
        };
    }

    static State stateOf(Row row) {
        return State.valueOf(row.getString("state"));
    }

    /// @return whether its author was told that it waits for another access token
    static boolean waitedForToken(Row row) {
        return HeldReason.TOKEN.name().equals(row.getString("held_reason"));
    }

    static long fenceOf(Row row) {
        return row.getLong("fence");
    }

    private static Message message(Row row) {
        return new Message(
                trace(row),
                row.getString("phone_number_id"),
                row.getLong("sequence"),
                new Recipient(row.getString("phone"), row.getString("bsuid"), row.getString("group_id")),
                Documents.read(row.getString("content"), Content.class),
                Precedence.values()[row.getInteger("priority")],
                row.getString("answers"),
                row.getOffsetDateTime("queued_at").toInstant());
    }

    private static Trace trace(Row row) {
        return new Trace(
                row.getUUID("message_id"),
                row.getUUID("conversation_id"),
                new Access(row.getString("phone_number_id"), row.getUUID("team_id"), row.getUUID("assignee_id")));
    }

    private static Claim claim(Row row, int callsBefore) {
        var since = row.getOffsetDateTime("tried_since");
        var waited = since == null ? Duration.ZERO : Duration.between(since, row.getOffsetDateTime("claimed_at"));
        return new Claim(fenceOf(row), callsBefore, waited);
    }
}
