package org.centralino.system.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.centralino.system.load.Audience.Programme;
import org.centralino.system.load.Audience.Team;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Patience;

/// Bodies of every kind mixed: whether everybody keeps up, and how long a message takes into the timeline of
/// an operator who looks at it.
final class Mixed {
    private static final Crowd CROWD = new Crowd("Mixed", 393_430_000_000L, 500);
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(5);

    private final Trial trial;
    private final Duration length;

    Mixed(Trial trial, Duration length) {
        this.trial = trial;
        this.length = length;
    }

    /// @param lags at the end of the load, by consumer
    /// @param drained how long afterwards nobody was behind any more, in seconds
    private record Kept(Measured answered, Measured shown, Map<String, Long> lags, double drained) {}

    void at(int perSecond) {
        var files = Samples.sentTo(trial.stack().simulator());
        var webhooks = webhooks(perSecond, files);
        var meter = new Meter(trial.stack());
        var kept = trial.measured("mixed-" + perSecond, () -> kept(webhooks, perSecond));
        var used = meter.read();
        var bare = trial.withBareEndpoint(endpoint ->
                play(webhooks(perSecond, files), endpoint.address(), new Team(BareServer.ALL, 1), perSecond, Map::of));
        var what = "%d bodies a second of %d kinds for %d s, "
                .formatted(perSecond, MixedKinds.ALL.size(), length.toSeconds());
        trial.report()
                .row(
                        what + "webhook → timeline",
                        kept.shown().summary(),
                        "p99 ≤ 1,000 ms",
                        bare.shown().summary());
        trial.report()
                .row(
                        what + "acknowledged",
                        "%s, %d failed"
                                .formatted(
                                        kept.answered().summary(),
                                        kept.answered().failures()),
                        "0 failed",
                        bare.answered().summary());
        trial.report()
                .row(
                        what + "lag at the end",
                        "%s; nobody behind after %.1f s".formatted(inWords(kept.lags()), kept.drained()),
                        "none left",
                        "");
        trial.report().usage(what, Trial.count(perSecond, length), used);
    }

    private MixedWebhooks webhooks(int perSecond, Map<String, String> files) {
        return new MixedWebhooks(
                trial.run(),
                Trial.count(perSecond, length),
                CROWD,
                trial.stack().simulator().now(),
                files);
    }

    private Kept kept(MixedWebhooks webhooks, int perSecond) {
        try (var lags = new Lags(trial.stack().ports().kafka())) {
            var team = new Team(trial.token(Operator.ANNA), 1);
            var played = play(webhooks, trial.stack().ports().gateway(), team, perSecond, lags::now);
            var began = System.nanoTime();
            Patience.await("nobody is behind any more")
                    .atMost(DRAINED_WITHIN)
                    .until(() -> lags.now().values().stream().allMatch(lag -> lag == 0));
            return new Kept(played.answered(), played.shown(), played.lags(), (System.nanoTime() - began) / 1e9);
        }
    }

    private interface Look {
        Map<String, Long> now();
    }

    private Kept play(MixedWebhooks webhooks, URI gateway, Team team, int perSecond, Look lags) {
        var programme = new Programme(webhooks.wamids(), webhooks.shown(), Map.of());
        try (var audience = Audience.of(gateway, List.of(team), programme)) {
            var answered =
                    Load.atRate(perSecond, length, Trial.THREADS, _ -> webhooks.worker(gateway, audience::begins));
            var behind = lags.now();
            audience.awaitAll();
            return new Kept(answered, audience.last(), behind, 0);
        }
    }

    private static String inWords(Map<String, Long> lags) {
        return lags.entrySet().stream()
                .map(lag -> "%s %d".formatted(lag.getKey(), lag.getValue()))
                .collect(Collectors.joining(", "));
    }
}
