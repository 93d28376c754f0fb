package org.centralino.kit.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.centralino.kit.operator.Visibility;

/// Somebody who wants to work with a conversation, and what he knows of it.
///
/// @param epoch the latest change of the holder that he has heard of; empty when he does not say
/// @param at when he asks
public record Onlooker(Visibility visibility, OptionalLong epoch, Instant at) {
    /// For so long, who could see a conversation learns who has it now.
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    /// Nobody is ahead by more changes than people can make while an event travels.
    private static final long FARTHEST_AHEAD = 100;

    public static Onlooker of(Visibility visibility, Instant at) {
        return new Onlooker(visibility, OptionalLong.empty(), at);
    }

    /// @param known the latest change of the holder that is known here
    /// @return whether a later one may be on its way, so that it is worth waiting for
    public static boolean mayBeOnItsWay(long epoch, long known) {
        return epoch - known <= FARTHEST_AHEAD;
    }

    public Onlooker knowing(long latestEpoch) {
        return new Onlooker(visibility, OptionalLong.of(latestEpoch), at);
    }

    /// @param found the conversation, if there is one as far as is known
    Sight sightOf(Optional<KnownConversation> found) {
        if (found.isEmpty()) {
            return new Sight.Hidden();
        }
        var conversation = found.get();
        var visible = visibility.covers(conversation.access());
        var known = conversation.epoch();
        var heard = epoch.orElse(0);
        if (heard > known) {
            return visible ? new Sight.Behind(known, mayBeOnItsWay(heard, known)) : new Sight.Hidden();
        }
        if (visible) {
            return new Sight.Open(conversation);
        }
        var holder = conversation.holder();
        return holder != null && hasJustLost(conversation)
                ? new Sight.Lost(holder, known, epoch.isPresent())
                : new Sight.Hidden();
    }

    private boolean hasJustLost(KnownConversation conversation) {
        return conversation.since().isAfter(at.minus(REMEMBERED))
                && conversation.former().map(visibility::covers).orElse(false);
    }
}
