package org.centralino.system.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.centralino.system.load.Audience.Programme;
import org.centralino.system.load.Audience.Team;
import org.centralino.system.stack.Operator;

/// How long it takes until operators see what a customer wrote, and what that costs.
final class LiveUpdates {
    private static final int OPERATORS = 500;
    private static final int BUSY = 167;

    private final Trial trial;

    LiveUpdates(Trial trial) {
        this.trial = trial;
    }

    /// One operator who sees everything.
    void toOne(int perSecond, String goal) {
        var webhooks = trial.webhooks(perSecond);
        var team = List.of(new Team(trial.token(Operator.ANNA), 1));
        var seen = trial.measured(
                "live-%d-one-operator".formatted(perSecond), () -> seen(webhooks, team, Map.of(), perSecond));
        var used = seen.used();
        trial.report()
                .row(
                        "webhook → an operator's WebSocket, %d/s".formatted(perSecond),
                        seen.last().summary(),
                        goal,
                        bare(List.of(new Team(BareServer.ALL, 1)), perSecond)
                                .last()
                                .summary());
        if (perSecond == BUSY) {
            var ours = used.ofOurServices();
            trial.report()
                    .row(
                            "processor time of our services per 1,000 messages, %d/s, one operator"
                                    .formatted(perSecond),
                            "%.2f s, of which %.2f compiling"
                                    .formatted(
                                            ours.cpuSeconds() * 1_000 / webhooks.count(),
                                            ours.compiling() * 1_000 / webhooks.count()),
                            "≤ 1.5 s, ≤ 250 MiB each",
                            "");
            trial.report().usage("%d/s, one operator".formatted(perSecond), webhooks.count(), used);
        }
    }

    /// Five hundred windows, and in each a tenth of the conversations.
    void toMany() {
        var held = HeldConversations.prepare(trial, BareServer.TEAMS);
        var sockets = OPERATORS / BareServer.TEAMS;
        var teams =
                held.tokens().stream().map(token -> new Team(token, sockets)).toList();
        var webhooks = trial.webhooks(Trial.count(BUSY, trial.duration()), Crowd.HELD);
        var seen = trial.measured(
                "live-%d-many-operators".formatted(BUSY), () -> seen(webhooks, teams, held.teamOf(), BUSY));
        var used = seen.used();
        var bareTeams = IntStream.range(0, BareServer.TEAMS)
                .mapToObj(team -> new Team(Integer.toString(team), sockets))
                .toList();
        var bare = bare(bareTeams, BUSY);
        var what = "webhook → WebSocket, %d/s, %d operators who see a tenth each, to the ".formatted(BUSY, OPERATORS);
        trial.report()
                .row(
                        what + "last",
                        "%s; %d frames to the wrong one, %d twice"
                                .formatted(seen.last().summary(), seen.strayed(), seen.repeated()),
                        "p50 ≤ 20, p99 ≤ 100 ms; 0",
                        bare.last().summary());
        trial.report()
                .row(what + "first", seen.first().summary(), "", bare.first().summary());
        trial.report().usage("%d/s, %d operators".formatted(BUSY, OPERATORS), webhooks.count(), used);
    }

    /// @param used by the processes while the load lasted
    private record Seen(Measured first, Measured last, int strayed, int repeated, Meter.Reading used) {}

    private Seen seen(Webhooks webhooks, List<Team> teams, Map<String, Integer> teamOf, int perSecond) {
        try (var audience = Audience.of(webhooks.address(), teams, Programme.of(webhooks, teamOf))) {
            var meter = new Meter(trial.stack());
            Load.atRate(perSecond, trial.duration(), Trial.THREADS, _ -> webhooks.worker(audience::begins));
            audience.awaitAll();
            return new Seen(audience.first(), audience.last(), audience.strayed(), audience.repeated(), meter.read());
        }
    }

    private Seen bare(List<Team> teams, int perSecond) {
        return trial.withBareEndpoint(endpoint -> {
            var count = Trial.count(perSecond, trial.duration());
            return seen(
                    new Webhooks(endpoint.address(), trial.run(), count, Crowd.HELD, Instant.now()),
                    teams,
                    Map.of(),
                    perSecond);
        });
    }
}
