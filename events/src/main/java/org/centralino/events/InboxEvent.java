package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/// How full the inbox is. Published by the conversation service on [Topics#INBOX] when it has changed, at most once a
/// second, and now and then when it has not. Each says everything, so only the newest counts.
public sealed interface InboxEvent extends Event {

    /// The conversations, counted.
    ///
    /// @param groups those that are visible to the same people and in the same state; what is not there is 0
    /// @param at when they were counted
    @WireName("inbox.counted.v1")
    record Counted(List<Group> groups, Instant at) implements InboxEvent {
        public Counted {
            groups = List.copyOf(groups);
        }
    }

    /// A type that this version does not know.
    record Unrecognised(String type) implements InboxEvent {}

    /// Conversations that are visible to the same people.
    ///
    /// @param access to whom
    /// @param status their state
    /// @param conversations how many there are
    /// @param failed in how many of them a message failed that nobody has made up for
    record Group(
            Access access,
            ConversationState.Status status,
            long conversations,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long failed) {}
}
