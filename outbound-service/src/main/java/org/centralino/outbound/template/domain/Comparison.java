package org.centralino.outbound.template.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centralino.events.Template;

/// What is to be written and told when an account was read.
///
/// @param changed as they are now
/// @param gone ids of those that the account has no more
public record Comparison(List<Template> changed, List<String> gone) {
    /// So often each is told although nothing changed: a topic that was made anew fills again.
    private static final Duration AGAIN = Duration.ofDays(1);

    public Comparison {
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    /// A template as it was written down.
    ///
    /// @param gone whether it was there once only
    public record Known(Template template, boolean gone, Instant writtenAt, Instant toldAt) {
        private boolean isOlderThan(Instant began) {
            return writtenAt.isBefore(began);
        }
    }

    /// @param known all of the account that were written down
    /// @param seen all that the account has, as it was read
    /// @param began when reading began: what was written since then is newer than what was read
    public static Comparison of(Collection<Known> known, List<Template> seen, Instant began) {
        Map<String, Known> byId =
                known.stream().collect(Collectors.toMap(each -> each.template().id(), Function.identity()));
        var ids = seen.stream().map(Template::id).collect(Collectors.toSet());
        return new Comparison(
                seen.stream()
                        .filter(template -> Optional.ofNullable(byId.get(template.id()))
                                .map(before -> isNews(before, template, began))
                                .orElse(true))
                        .toList(),
                known.stream()
                        .filter(each -> !each.gone() && each.isOlderThan(began))
                        .map(each -> each.template().id())
                        .filter(id -> !ids.contains(id))
                        .toList());
    }

    private static boolean isNews(Known before, Template now, Instant began) {
        return before.isOlderThan(began)
                && (before.gone()
                        || !before.template().equals(now)
                        || before.toldAt().isBefore(began.minus(AGAIN)));
    }
}
