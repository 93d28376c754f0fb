package org.centralino.system.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/// A line of the ledger: something was sent, or was answered. The order of the lines is the order in which
/// it happened: what stands behind an answer was sent knowing it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.MessagePosted.class, name = "message-posted"),
    @JsonSubTypes.Type(value = Entry.MessageAnswered.class, name = "message-answered"),
    @JsonSubTypes.Type(value = Entry.ReplyPosted.class, name = "reply-posted"),
    @JsonSubTypes.Type(value = Entry.ReplyAnswered.class, name = "reply-answered"),
    @JsonSubTypes.Type(value = Entry.EmojiPosted.class, name = "emoji-posted"),
    @JsonSubTypes.Type(value = Entry.EmojiAnswered.class, name = "emoji-answered"),
    @JsonSubTypes.Type(value = Entry.NotePosted.class, name = "note-posted"),
    @JsonSubTypes.Type(value = Entry.NoteAnswered.class, name = "note-answered")
})
public sealed interface Entry {

    /// A customer's message is about to go to the webhook, for the first time or again.
    ///
    /// @param wamid the platform's id of it
    /// @param customer the BSUID
    /// @param at the platform's time
    record MessagePosted(String wamid, String customer, Instant at, String text) implements Entry {}

    /// @param status the HTTP status, 0 when nobody answered
    record MessageAnswered(String wamid, int status) implements Entry {}

    /// An operator's reply is about to be posted, for the first time or again.
    ///
    /// @param author the operator's name
    record ReplyPosted(UUID id, UUID conversation, String author, String text) implements Entry {}

    /// @param status the HTTP status, 0 when nobody answered
    record ReplyAnswered(UUID id, int status) implements Entry {}

    /// An operator's emoji is about to be posted, for the first time or again.
    ///
    /// @param wamid the platform's id of the message on which it is to stand
    record EmojiPosted(UUID id, String wamid, String emoji) implements Entry {}

    /// @param status the HTTP status, 0 when nobody answered
    record EmojiAnswered(UUID id, int status) implements Entry {}

    /// An internal note is about to be posted, for the first time or again.
    ///
    /// @param text holds words that stand nowhere else
    record NotePosted(UUID id, UUID conversation, String text) implements Entry {}

    /// @param status the HTTP status, 0 when nobody answered
    record NoteAnswered(UUID id, int status) implements Entry {}
}
