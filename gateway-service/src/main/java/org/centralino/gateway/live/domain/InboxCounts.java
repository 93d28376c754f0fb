package org.centralino.gateway.live.domain;

import org.centralino.events.ConversationState.Status;
import org.centralino.events.InboxEvent.Counted;
import org.centralino.events.InboxEvent.Group;
import org.centralino.kit.operator.Visibility;

/// How many conversations each list of the inbox holds for one operator.
public record InboxCounts(long mine, long unassigned, long all, long resolved) {
    private static final InboxCounts NONE = new InboxCounts(0, 0, 0, 0);

    /// @param counted everybody's conversations
    /// @return those that the operator may see
    public static InboxCounts of(Counted counted, Visibility visibility) {
        return counted.groups().stream()
                .filter(group -> visibility.covers(group.access()))
                .map(group -> of(group, visibility))
                .reduce(NONE, InboxCounts::plus);
    }

    private static InboxCounts of(Group group, Visibility visibility) {
        var assignee = group.access().assigneeId();
        var isOpen = group.status() == Status.OPEN;
        var conversations = group.conversations();
        return new InboxCounts(
                isOpen && visibility.operator().equals(assignee) ? conversations : 0,
                isOpen && assignee == null ? conversations : 0,
                isOpen ? conversations : 0,
                group.status() == Status.RESOLVED ? conversations : 0);
    }

    private InboxCounts plus(InboxCounts other) {
        return new InboxCounts(
                mine + other.mine, unassigned + other.unassigned, all + other.all, resolved + other.resolved);
    }
}
