package org.centralino.conversation.change.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.centralino.events.Content;
import org.centralino.events.EarlierVersion;
import org.centralino.events.Reaction;
import org.jspecify.annotations.Nullable;

/// What of a message may be changed: a customer sets emojis on any, and who wrote one changes and
/// deletes it. Changes come in any order; the result is the one of their times.
///
/// @param isCustomers whether the customer wrote it; else the business did
/// @param reacted when each set or took away an emoji last
/// @param earlier what it said before, the oldest first
/// @param editedAt when it was edited last
public record ChangingMessage(
        boolean isCustomers,
        Content content,
        List<Reaction> reactions,
        List<Reacted> reacted,
        List<EarlierVersion> earlier,
        @Nullable Instant editedAt) {
    public ChangingMessage {
        reactions = List.copyOf(reactions);
        reacted = List.copyOf(reacted);
        earlier = List.copyOf(earlier);
    }

    /// When somebody set or took away an emoji last.
    ///
    /// @param contactId who of a group; null in a conversation with one customer
    public record Reacted(@Nullable UUID contactId, Instant at) {}

    public boolean isRevoked() {
        return content instanceof Content.Revoked;
    }

    /// @return whether both look the same
    public boolean looksLike(ChangingMessage other) {
        return content.equals(other.content)
                && reactions.equals(other.reactions)
                && earlier.equals(other.earlier)
                && Objects.equals(editedAt, other.editedAt);
    }

    /// What was deleted stays deleted, and what was told before changes nothing.
    ///
    /// @return the message after the change; itself when nothing changes
    public ChangingMessage after(MessageChange change) {
        if (isRevoked()) {
            return this;
        }
        return switch (change) {
            case MessageChange.Reaction it -> reacted(it);
            case MessageChange.Edit it -> isCustomers != it.ours() ? edited(it) : this;
            case MessageChange.Revocation it ->
                isCustomers != it.ours()
                        ? new ChangingMessage(
                                isCustomers, new Content.Revoked(), List.of(), reacted, List.of(), editedAt)
                        : this;
        };
    }

    /// Each customer has one emoji on a message. Of two in the same second the one that came later
    /// counts.
    private ChangingMessage reacted(MessageChange.Reaction reaction) {
        var sender = reaction.sender();
        var who = sender == null ? null : sender.contactId();
        if (reacted.stream()
                .anyMatch(it ->
                        Objects.equals(who, it.contactId()) && reaction.at().isBefore(it.at()))) {
            return this;
        }
        var then = new ArrayList<>(reacted);
        then.removeIf(it -> Objects.equals(who, it.contactId()));
        then.add(new Reacted(who, reaction.at()));
        var now = new ArrayList<>(reactions);
        now.removeIf(it -> it.by() == null && Objects.equals(who, contactOf(it)));
        if (reaction.emoji() != null) {
            now.addFirst(new Reaction(reaction.emoji(), null, reaction.at(), sender));
        }
        return new ChangingMessage(isCustomers, content, now, then, earlier, editedAt);
    }

    private static @Nullable UUID contactOf(Reaction reaction) {
        return reaction.sender() == null ? null : reaction.sender().contactId();
    }

    /// An edit that came after a newer one takes its place among what was said before.
    private ChangingMessage edited(MessageChange.Edit edit) {
        if (edit.at().equals(editedAt) && edit.content().equals(content)) {
            return this;
        }
        var versions = new ArrayList<>(earlier);
        if (editedAt == null || !edit.at().isBefore(editedAt)) {
            versions.add(new EarlierVersion(content, edit.at()));
            return new ChangingMessage(isCustomers, edit.content(), reactions, reacted, versions, edit.at());
        }
        if (versions.stream().anyMatch(version -> version.until().equals(edit.at()))) {
            return this;
        }
        var place = 0;
        while (!versions.get(place).until().isAfter(edit.at())) {
            place++;
        }
        var replaced = versions.get(place);
        versions.set(place, new EarlierVersion(replaced.content(), edit.at()));
        versions.add(place + 1, new EarlierVersion(edit.content(), replaced.until()));
        return new ChangingMessage(isCustomers, content, reactions, reacted, versions, editedAt);
    }
}
