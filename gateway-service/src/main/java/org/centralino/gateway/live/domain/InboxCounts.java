package org.centralino.gateway.live.domain;

import org.centralino.events.InboxEvent.Counted;
import org.centralino.events.InboxEvent.Group;
import org.centralino.kit.inbox.Filter;
import org.centralino.kit.inbox.InboxView;
import org.centralino.kit.operator.Visibility;

/// How many conversations each list of the inbox holds for one operator.
public record InboxCounts(long mine, long unassigned, long all, long failed, long resolved) {
    private static final Filter MINE = InboxView.named("mine").filter();
    private static final Filter UNASSIGNED = InboxView.named("unassigned").filter();
    private static final Filter ALL = InboxView.named("all").filter();
    private static final Filter FAILED = InboxView.named("failed").filter();
    private static final Filter RESOLVED = InboxView.named("resolved").filter();
    private static final InboxCounts NONE = new InboxCounts(0, 0, 0, 0, 0);

    /// @param counted everybody's conversations
    /// @return those that the operator may see
    public static InboxCounts of(Counted counted, Visibility visibility) {
        return counted.groups().stream()
                .filter(group -> visibility.covers(group.access()))
                .map(group -> of(group, visibility))
                .reduce(NONE, InboxCounts::plus);
    }

    private static InboxCounts of(Group group, Visibility visibility) {
        return new InboxCounts(
                held(MINE, group, visibility),
                held(UNASSIGNED, group, visibility),
                held(ALL, group, visibility),
                held(FAILED, group, visibility),
                held(RESOLVED, group, visibility));
    }

    private static long held(Filter filter, Group group, Visibility visibility) {
        var others = group.conversations() - group.failed();
        return (covers(filter, false, group, visibility) ? others : 0)
                + (covers(filter, true, group, visibility) ? group.failed() : 0);
    }

    private static boolean covers(Filter filter, boolean failed, Group group, Visibility visibility) {
        return filter.covers(group.status(), failed, group.access(), visibility.operator());
    }

    private InboxCounts plus(InboxCounts other) {
        return new InboxCounts(
                mine + other.mine,
                unassigned + other.unassigned,
                all + other.all,
                failed + other.failed,
                resolved + other.resolved);
    }
}
