package org.centralino.outbound.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.PlatformError;
import org.centralino.outbound.dispatch.domain.Claim;
import org.centralino.outbound.dispatch.domain.Dispatch;
import org.centralino.outbound.dispatch.domain.Dispatch.Accepted;
import org.centralino.outbound.dispatch.domain.Dispatch.Calling;
import org.centralino.outbound.dispatch.domain.Dispatch.Claimed;
import org.centralino.outbound.dispatch.domain.Dispatch.Intent;
import org.centralino.outbound.dispatch.domain.Dispatch.Refused;
import org.centralino.outbound.dispatch.domain.Dispatch.Unknown;
import org.centralino.outbound.dispatch.domain.Message;

/// The row of a message. It is read here; the statements of [DispatchStore] write it, because the times in
/// it are the database's.
@Entity
@Table(name = "dispatch")
class DispatchRow {
    /// What a native query has to bring: Hibernate Reactive stumbles over columns that it does not map.
    static final String COLUMNS = """
            message_id, conversation_id, sequence, phone_number_id, phone, bsuid, content, queued_at, recorded_at, state,
            calls, fence, claimed_at, platform_id, error_code, error_title, error_detail, doubt""";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    enum State {
        INTENT,
        CLAIMED,
        CALLING,
        ACCEPTED,
        REFUSED,
        UNKNOWN
    }

    @Id
    @Column(name = "message_id")
    UUID messageId;

    @Column(name = "conversation_id")
    UUID conversationId;

    long sequence;

    @Column(name = "phone_number_id")
    String phoneNumberId;

    String phone;
    String bsuid;
    String content;

    @Column(name = "queued_at")
    Instant queuedAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Enumerated(EnumType.STRING)
    State state;

    int calls;
    long fence;

    @Column(name = "claimed_at")
    Instant claimedAt;

    @Column(name = "platform_id")
    String platformId;

    @Column(name = "error_code")
    Integer errorCode;

    @Column(name = "error_title")
    String errorTitle;

    @Column(name = "error_detail")
    String errorDetail;

    String doubt;

    Dispatch toDispatch() {
        return switch (state) {
            case INTENT -> new Intent(message(), Duration.ZERO);
            case CLAIMED -> new Claimed(message(), claim());
            case CALLING -> new Calling(message(), claim());
            case ACCEPTED -> new Accepted(conversationId, messageId, platformId);
            case REFUSED ->
                new Refused(conversationId, messageId, new PlatformError(errorCode, errorTitle, errorDetail));
            case UNKNOWN -> new Unknown(conversationId, messageId, doubt);
        };
    }

    private Message message() {
        return new Message(
                messageId,
                conversationId,
                sequence,
                phoneNumberId,
                new Recipient(phone, bsuid),
                read(content),
                queuedAt);
    }

    private Claim claim() {
        var callsBefore = state == State.CALLING ? calls - 1 : calls;
        return new Claim(fence, callsBefore, Duration.between(recordedAt, claimedAt));
    }

    static String write(Content content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of strings is always JSON", impossible);
        }
    }

    private static Content read(String content) {
        try {
            return JSON.readValue(content, Content.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The row was not written by this service", impossible);
        }
    }
}
