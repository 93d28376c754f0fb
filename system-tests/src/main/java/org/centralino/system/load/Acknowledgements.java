package org.centralino.system.load;

import java.time.Instant;

/// How long the platform waits until a webhook is answered.
final class Acknowledgements {
    private final Trial trial;

    Acknowledgements(Trial trial) {
        this.trial = trial;
    }

    void at(int perSecond, String goal) {
        var webhooks = trial.webhooks(perSecond);
        var measured = trial.measured(
                "webhooks-" + perSecond,
                () -> Load.atRate(perSecond, trial.duration(), Trial.THREADS, _ -> webhooks.worker()));
        trial.awaitDrained();
        var length = trial.duration().dividedBy(2);
        var bare = trial.withBareEndpoint(endpoint -> {
            var same = new Webhooks(
                    endpoint.address(), trial.run(), Trial.count(perSecond, length), Crowd.USUAL, Instant.now());
            return Load.atRate(perSecond, length, Trial.THREADS, _ -> same.worker());
        });
        var producer = trial.bareKafka().acknowledgement(perSecond, length, Trial.THREADS);
        trial.report()
                .row(
                        "webhook acknowledged, %d/s".formatted(perSecond),
                        "%s, %d failed of %d".formatted(measured.summary(), measured.failures(), webhooks.count()),
                        goal,
                        "endpoint with HMAC and one send %s; producer %s"
                                .formatted(bare.summary(), producer.summary()));
    }
}
