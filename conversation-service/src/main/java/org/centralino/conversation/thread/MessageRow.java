package org.centralino.conversation.thread;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.MessageReceived;
import org.centralino.events.ConversationEvent.MessageStatusChanged;
import org.centralino.events.ConversationEvent.ReplyQueued;
import org.centralino.events.MessageStatus;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;

@Entity
@Table(name = "message")
class MessageRow {
    enum Direction {
        INBOUND,
        OUTBOUND
    }

    @Id
    UUID id;

    @Column(name = "conversation_id")
    UUID conversationId;

    long sequence;

    @Column(name = "phone_number_id")
    String phoneNumberId;

    @Column(name = "platform_id")
    String platformId;

    @Enumerated(EnumType.STRING)
    Direction direction;

    @Column(name = "author_id")
    UUID authorId;

    @Column(name = "author_name")
    String authorName;

    @Column(name = "content_type")
    String contentType;

    @Column(name = "platform_type")
    String platformType;

    String text;

    @Column(name = "platform_at")
    Instant platformAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    boolean late;
    boolean anyway;

    @Enumerated(EnumType.STRING)
    MessageStatus status;

    @Column(name = "status_at")
    Instant statusAt;

    @Column(name = "error_code")
    Integer errorCode;

    @Column(name = "error_title")
    String errorTitle;

    @Column(name = "error_detail")
    String errorDetail;

    static MessageRow of(MessageReceived message) {
        var row = new MessageRow();
        row.id = message.messageId();
        row.conversationId = message.conversationId();
        row.sequence = message.sequence();
        row.phoneNumberId = message.conversation().phoneNumberId();
        row.platformId = message.platformId();
        row.direction = Direction.INBOUND;
        row.authorName = message.conversation().contact().name();
        row.platformAt = message.platformAt();
        row.recordedAt = message.at();
        row.late = message.late();
        row.status = MessageStatus.RECEIVED;
        row.statusAt = message.at();
        row.say(message.content());
        return row;
    }

    static MessageRow of(ReplyQueued reply) {
        var row = new MessageRow();
        row.id = reply.messageId();
        row.conversationId = reply.conversationId();
        row.sequence = reply.sequence();
        row.phoneNumberId = reply.conversation().phoneNumberId();
        row.direction = Direction.OUTBOUND;
        row.authorId = reply.author().id();
        row.authorName = reply.author().name();
        row.platformAt = reply.at();
        row.recordedAt = reply.at();
        row.anyway = reply.anyway();
        row.status = MessageStatus.QUEUED;
        row.statusAt = reply.at();
        row.say(reply.content());
        return row;
    }

    void take(MessageStatusChanged change) {
        status = change.status();
        statusAt = change.statusAt();
        if (change.error() != null) {
            errorCode = change.error().code();
            errorTitle = change.error().title();
            errorDetail = change.error().detail();
        }
    }

    Person author() {
        return authorId == null ? null : new Person(authorId, authorName);
    }

    Content content() {
        return contentOf(contentType, platformType, text);
    }

    static Content contentOf(String contentType, String platformType, String text) {
        return "text".equals(contentType) ? new Content.Text(text) : new Content.Unsupported(platformType, text);
    }

    PlatformError error() {
        return errorCode == null ? null : new PlatformError(errorCode, errorTitle, errorDetail);
    }

    private void say(Content content) {
        switch (content) {
            case Content.Text(var said) -> {
                contentType = "text";
                text = said;
            }
            case Content.Unsupported(var kind, var said) -> {
                contentType = "unsupported";
                platformType = kind;
                text = said;
            }
        }
    }
}
