package org.centralino.simulator.number;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.centralino.simulator.platform.domain.BusinessPhone.Throughput;
import org.centralino.simulator.platform.domain.Health;
import org.centralino.simulator.platform.domain.Health.CanSend;
import org.centralino.simulator.platform.domain.Health.Entity;
import org.jspecify.annotations.Nullable;

/// What changes at a business number; what is null stays.
///
/// @param throughput how many messages a second it takes
/// @param health how well it sends, by who takes part in it: an account, the business and the app take part for all
///     numbers that are theirs
record NumberChange(
        @Nullable Throughput throughput, @Nullable Map<Entity, @Nullable Health> health) {

    /// @return what is wrong with it, if anything is
    Optional<String> objection() {
        if (throughput == null && health == null) {
            return Optional.of("Say what changes: throughput or health.");
        }
        return healths().values().stream()
                .map(NumberChange::objection)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// @return how well it sends from now on; null says that it is well again
    Map<Entity, Health> healths() {
        var said = new EnumMap<Entity, Health>(Entity.class);
        if (health != null) {
            health.forEach((entity, how) -> said.put(entity, Objects.requireNonNullElse(how, Health.GOOD)));
        }
        return said;
    }

    private static Optional<String> objection(Health health) {
        if (health.canSend() == null) {
            return Optional.of("canSend is AVAILABLE, LIMITED or BLOCKED.");
        }
        if (health.canSend() == CanSend.AVAILABLE
                && !(health.errors().isEmpty() && health.hints().isEmpty())) {
            return Optional.of("What is AVAILABLE has neither errors nor hints.");
        }
        return health.errors().stream().allMatch(error -> error.code() > 0 && error.description() != null)
                ? Optional.empty()
                : Optional.of("An error has a code and a description.");
    }
}
